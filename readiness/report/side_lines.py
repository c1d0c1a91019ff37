"""Two assessments capability by capability: what each was told and shown, and which rule decided.

No line holds a person, a code of one, or a typed word.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from readiness.domain.questionnaire import Questionnaire
from readiness.domain.two_rounds import CapabilityMove, Standing, Told, TwoRounds
from readiness.report.numerals import NOT_KNOWN, series
from readiness.report.rounds_lines import CAUSES
from readiness.report.sentences import capitalised


@dataclass(frozen=True)
class SideLine:
    """A capability in both. ``before`` and ``after``: level None where it is not known."""

    id: str
    name: str
    level_before: int | None
    level_after: int | None
    before: str
    after: str
    why: str
    """The causes of the difference; '' where the level is the same by the same causes."""
    is_alike: bool


def side_lines(found: TwoRounds, content: Questionnaire) -> tuple[SideLine, ...]:
    """Every capability, in the order of the content. ``content``: of the later one, for names."""
    order = {id: n for n, id in enumerate(content.capabilities)}
    moves = sorted(found.side_by_side, key=lambda move: order.get(move.id, len(order)))
    return tuple(_line(move, content) for move in moves)


def _line(move: CapabilityMove, content: Questionnaire) -> SideLine:
    known = content.capabilities.get(move.id)
    return SideLine(
        id=move.id,
        name=known.name if known else "no longer asked",
        level_before=move.level.before,
        level_after=move.level.after,
        before=workings(move.before),
        after=workings(move.after),
        why=capitalised(series([CAUSES[cause] for cause in dict.fromkeys(move.level.causes)])),
        is_alike=move.is_alike,
    )


def workings(shown: Standing | None) -> str:
    """What stands behind a level: *Answers 2 (statement), 3 (record) twice; records 2; rule: …*."""
    if shown is None:
        return "Not asked"
    if not shown.applicable:
        return "Does not apply"
    if not shown.in_form:
        return "Outside the form"
    parts = [_answers(shown.answers)]
    if shown.consensus:
        parts.append(f"consensus {shown.claimed or NOT_KNOWN}")
    parts.append(f"records {shown.records or 'none'}")
    parts.append(f"rule: {shown.rule}")
    return "; ".join(parts)


def _answers(answers: Iterable[Told]) -> str:
    counted = Counter(_told(one) for one in answers)
    said = [f"{words} × {n}" if n > 1 else words for words, n in counted.items()]
    return f"Answers {', '.join(said)}" if said else "No answer"


def _told(one: Told) -> str:
    if isinstance(one.said, int):
        return f"{one.said} ({one.basis})"
    return "does not know" if one.said == "unknown" else "does not apply"
