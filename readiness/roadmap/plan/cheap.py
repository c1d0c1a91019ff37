"""Cheap now, dear later: gaps with high lock-in and small effort (domain 1.25)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from readiness.domain.gaps import Gap
from readiness.domain.planned import CheapNow, PlannedAction
from readiness.domain.questionnaire import Questionnaire


@dataclass(frozen=True)
class Moment:
    """The day from which it is dear, and what happens on it."""

    on: date
    what: str


def dear_from(pivotal: date | None, launch: date | None) -> Moment | None:
    """The start of the pivotal trial, else launch: until a lock-in ledger tells it for each."""
    if pivotal is not None:
        return Moment(pivotal, "start of the pivotal trial")
    return None if launch is None else Moment(launch, "launch")


def cheap_now(
    gaps: tuple[Gap, ...],
    questionnaire: Questionnaire,
    actions: tuple[PlannedAction, ...],
    moment: Moment | None,
    until: date,
    dropped: frozenset[str] = frozenset(),
) -> tuple[CheapNow, ...]:
    """The gaps to launch of which waiting is dear and closing is cheap; dearest, then cheapest.

    ``actions``: what is planned up to the day ``until``, with effort as edited; ``dropped``: what
    is done, or what people decided to leave.
    """
    rules = questionnaire.priority
    planned = {a.id: a for a in actions}
    found = []
    for gap in gaps:
        lock_in = gap.ratings["L"].value
        effort = effort_of(gap.capability, questionnaire, planned)
        if lock_in >= rules.cheap_lock_in and effort < rules.cheap_effort:
            found.append((-lock_in, effort, gap.rank, gap))
    return tuple(
        _entry(gap, effort, questionnaire, planned.get(gap.capability), moment, until)
        for _, effort, _, gap in sorted(found, key=lambda row: row[:3])
        if gap.capability not in dropped
    )


def effort_of(
    id: str, questionnaire: Questionnaire, planned: Mapping[str, PlannedAction]
) -> Fraction:
    """Person-weeks of an action: as planned, else as the content has it."""
    if id in planned:
        return sum(planned[id].effort.values(), start=Fraction(0))
    return questionnaire.capabilities[id].action.effort_total


def _entry(
    gap: Gap,
    effort: Fraction,
    questionnaire: Questionnaire,
    action: PlannedAction | None,
    moment: Moment | None,
    until: date,
) -> CheapNow:
    ends = action.end if action else None
    # What is not planned is late where the plan reaches the day without it.
    late = moment is not None and (ends or until) >= moment.on
    return CheapNow(
        id=gap.capability,
        name=questionnaire.capabilities[gap.capability].name,
        lock_in=gap.ratings["L"].value,
        effort=effort,
        final=gap.final,
        target=gap.target,
        end_week=action.end_week if action else None,
        before=moment.on if moment else None,
        before_what=moment.what if moment else "",
        is_late=late,
    )
