"""All assessments of a client together: where they stand, what they share, what is overdue.

Of the rounds of one site or product the last one counts; the others are its trend. An assessment
is an earlier round once another one in sight follows it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from readiness.domain.errors import NotFound
from readiness.domain.gaps import Band
from readiness.domain.outline import Outline
from readiness.domain.portfolio import (
    CommonGap,
    LeftOut,
    OverdueItem,
    Portfolio,
    PortfolioLine,
    RoundPoint,
)
from readiness.domain.questionnaire import Questionnaire
from readiness.store import AssessmentRow, refusal
from readiness.workspace.assessments import DEFAULT_QUESTIONNAIRE, listed
from readiness.workspace.clients import clients
from readiness.workspace.outlines import Progress, summed
from readiness.workspace.session import Session
from readiness.workspace.two_rounds import stamp_of

NOTHING_SAID = "No answer yet"


def portfolio(
    session: Session,
    client: str,
    questionnaire: str | None = None,
    progress: Progress = lambda *_: None,
) -> Portfolio:
    """A client's assessments of one questionnaire, else of the one that they use most.

    ``progress``: as the outlines that are out of date are made. Raises NotFound for a client who is
    not there for this person, NotAllowed for somebody who sees no results.
    """
    mine = {one.id: one for one in clients(session)}
    if client not in mine:
        raise NotFound("There is no such workspace.")
    if mine[client].role == "respondent":
        raise refusal(mine[client].role)
    there = listed(session, client)
    used = Counter(r.questionnaire for r in there if r.questionnaire in session.questionnaires)
    by_use = tuple(id for id, _ in used.most_common()) or (DEFAULT_QUESTIONNAIRE,)
    content = session.questionnaire(questionnaire if questionnaire in by_use else by_use[0])
    rows = [row for row in there if row.questionnaire == content.id]
    found = summed(session, rows, progress)
    why = {row.id: NOTHING_SAID for row in rows if row.id not in found.outlines} | found.troubles
    lines = tuple(_lines(rows, found.outlines))
    return Portfolio(
        client=mine[client].name,
        today=session.today(),
        questionnaire=stamp_of(content),
        questionnaires=by_use,
        dimensions={d.id: d.name for d in content.dimensions},
        lines=lines,
        gaps=common_gaps(lines, content),
        overdue=overdue(lines, session.today()),
        left_out=tuple(LeftOut(row.id, row.title, why[row.id]) for row in rows if row.id in why),
    )


def narrowed(whole: Portfolio, content: Questionnaire, lines: Iterable[PortfolioLine]) -> Portfolio:
    """The same of some of its lines alone, in another order if need be."""
    some = tuple(lines)
    if len(some) == len(whole.lines):
        return replace(whole, lines=some)
    return replace(
        whole, lines=some, gaps=common_gaps(some, content), overdue=overdue(some, whole.today)
    )


def common_gaps(lines: Sequence[PortfolioLine], content: Questionnaire) -> tuple[CommonGap, ...]:
    """Gaps by the number of assessments that have them.

    Of equal ones that with more to act on now is first, then that with more levels missing, then
    the order of the content.
    """
    having, levels = defaultdict[str, list[str]](list), Counter[str]()
    bands, known = defaultdict[str, Counter[Band]](Counter), Counter[str]()
    for line in lines:
        known.update(line.outline.met)
        for band, gaps in line.outline.gaps.items():
            for capability, size in gaps.items():
                having[capability].append(line.id)
                bands[capability][band] += 1
                levels[capability] += size
    found = [
        CommonGap(
            capability=id,
            name=capability.name,
            known=known[id] + len(having[id]),
            levels=levels[id],
            bands=dict(bands[id]),
            assessments=tuple(having[id]),
        )
        for id, capability in content.capabilities.items()
        if id in having
    ]
    return tuple(sorted(found, key=lambda g: (-g.count, -g.bands.get("act now", 0), -g.levels)))


def overdue(lines: Iterable[PortfolioLine], today: date) -> tuple[OverdueItem, ...]:
    """What should have been done before today, the longest overdue first."""
    found = [
        OverdueItem(line.id, line.title, due, (today - due.due).days)
        for line in lines
        for due in line.outline.overdue(today)
    ]
    return tuple(sorted(found, key=lambda item: (-item.days, item.title)))


def _lines(
    rows: Sequence[AssessmentRow], outlines: Mapping[str, Outline]
) -> Iterator[PortfolioLine]:
    """The last rounds, the last changed first."""
    by_id = {row.id: row for row in rows}
    followed = {one.follows for one in outlines.values()}
    for row in rows:
        if row.id in outlines and row.id not in followed:
            yield PortfolioLine(
                id=row.id,
                title=row.title,
                organisation=row.organisation,
                modality=row.modality,
                stage=row.stage,
                form=row.form,
                changed_at=row.changed_at,
                outline=outlines[row.id],
                rounds=tuple(_rounds(row.id, by_id, outlines))[::-1],
            )


def _rounds(
    last: str, rows: Mapping[str, AssessmentRow], outlines: Mapping[str, Outline]
) -> Iterator[RoundPoint]:
    """From the last one back."""
    seen: set[str] = set()
    id: str | None = last
    while id is not None and id not in seen and (one := outlines.get(id)) is not None:
        seen.add(id)
        level = None if one.provisional else one.level
        yield RoundPoint(id, rows[id].title, one.as_of, level, one.index)
        id = one.follows
