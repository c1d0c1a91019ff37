"""The outlines of many assessments: read where they are kept, made once where they are not."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from readiness import __version__
from readiness.domain.errors import ReadinessError
from readiness.domain.outline import Outline
from readiness.engine import assess
from readiness.store import AssessmentRow, Outlined
from readiness.workspace.measuring import evidence_of
from readiness.workspace.outlining import outline
from readiness.workspace.session import Session

BATCH = 25
"""Outlines that are kept in one transaction: so many at most are made again after a crash."""

SHAPE = hashlib.sha256(str(Outline.model_json_schema()).encode()).hexdigest()[:8]
"""What was kept in another shape is made anew."""

Progress = Callable[[int, int], None]


@dataclass
class Summed:
    """The outlines of some assessments by id, and why there is none of one."""

    outlines: dict[str, Outline] = field(default_factory=dict)
    troubles: dict[str, str] = field(default_factory=dict)


def is_blank(row: AssessmentRow) -> bool:
    """Whether nothing was said or shown yet: there is nothing to sum up."""
    return not row.answered and not row.evidence_kinds


def summed(
    session: Session, rows: Sequence[AssessmentRow], progress: Progress = lambda *_: None
) -> Summed:
    """The outlines of these assessments as they stand; those that are out of date are made.

    An assessment of which nothing was said has none. ``progress``: how many were made, of how
    many. Raises NotFound or NotAllowed as the store does.
    """
    found = Summed()
    to_make: list[AssessmentRow] = []
    for workspace, some in _by_workspace(rows).items():
        stamps = dict(_stamps(session, some, found))
        kept = _kept(session, workspace, stamps)
        found.outlines |= kept
        to_make += [row for row in some if row.id in stamps and row.id not in kept]
    _make(session, to_make, found, progress)
    return found


def _stamps(
    session: Session, rows: Iterable[AssessmentRow], found: Summed
) -> Iterator[tuple[str, str]]:
    for row in rows:
        content = session.questionnaires.get(row.questionnaire)
        if content is None:
            there = ", ".join(sorted(session.questionnaires))
            said = f"Made with the questionnaire {row.questionnaire}; here is {there}."
            found.troubles[row.id] = said
        elif not is_blank(row):
            yield row.id, stamp_of(row.revision, content.sha256)


def stamp_of(revision: int, content: str) -> str:
    """What an outline was made of: ``content`` is the content's hash."""
    return f"{revision} {content} {__version__} {SHAPE}"


def _by_workspace(rows: Iterable[AssessmentRow]) -> dict[str, list[AssessmentRow]]:
    found = defaultdict(list)
    for row in rows:
        found[row.workspace].append(row)
    return found


def _kept(session: Session, workspace: str, stamps: Mapping[str, str]) -> dict[str, Outline]:
    known = session.outlined.setdefault(_place(session, workspace), {})
    wanted = {
        id: stamp for id, stamp in stamps.items() if id not in known or known[id].stamp != stamp
    }
    for id, made in session.store.outlines.kept(session.actor, workspace, wanted).items():
        known[id] = Outlined(wanted[id], made)
    return {
        id: known[id].outline
        for id, stamp in stamps.items()
        if id in known and known[id].stamp == stamp
    }


def _place(session: Session, workspace: str) -> tuple[str, str]:
    roles = {one.id: one.role for one in session.store.workspaces(session.actor)}
    return workspace, roles.get(workspace, "")


def _make(
    session: Session, rows: Sequence[AssessmentRow], found: Summed, progress: Progress
) -> None:
    done = 0
    for n in range(0, len(rows), BATCH):
        some = rows[n : n + BATCH]
        made: dict[str, dict[str, Outlined]] = defaultdict(dict)
        for row in some:
            try:
                one = _outlined(session, row)
            except (ReadinessError, ValueError) as error:
                found.troubles[row.id] = str(error)
                continue
            found.outlines[row.id] = one.outline
            made[row.workspace][row.id] = one
        for workspace, outlined in made.items():
            # Also where the store keeps none: of who sees no people.
            session.outlined[_place(session, workspace)].update(outlined)
            session.store.outlines.keep(session.actor, workspace, outlined)
        done += len(some)
        progress(done, len(rows))


def _outlined(session: Session, row: AssessmentRow) -> Outlined:
    # Not by way of the session: a walk through thousands would drive out what pages keep there.
    loaded = session.store.load(session.actor, row.id)
    content = session.questionnaire(loaded.assessment.questionnaire)
    evidence = evidence_of(session, row.id, loaded, content)
    judged = assess(loaded.assessment, content, evidence, robustness=False)
    return Outlined(stamp_of(loaded.revision, content.sha256), outline(loaded.assessment, judged))
