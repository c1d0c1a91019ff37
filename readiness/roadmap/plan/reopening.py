"""Actions that reopen comparability once the pivotal trial has begun (domain 1.21)."""

from datetime import date

from readiness.domain.planned import PlannedAction, Reopened
from readiness.domain.questionnaire import Questionnaire


def reopened(
    actions: tuple[PlannedAction, ...], questionnaire: Questionnaire, pivotal: date | None
) -> tuple[Reopened, ...]:
    """Those that end on the day on which it begins, or later; none where no day was entered.

    An action under way at that day changes the process in the middle of the trial: it counts.
    """
    if pivotal is None:
        return ()
    found = []
    for action in actions:
        known = questionnaire.capabilities.get(action.id)
        why = known.action.reopens_comparability if known else ""
        if why and action.end >= pivotal:
            found.append(Reopened(id=action.id, name=action.name, end=action.end, why=why))
    return tuple(found)
