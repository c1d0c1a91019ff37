"""Early choices whose arithmetic can be done in the head."""

from fractions import Fraction
from typing import Any

from readiness.domain.lock_in import AreaWeeks, LockInChoice, LockInRules
from tests.made import questionnaire


def rules(**changed: Any) -> LockInRules:
    """The shipped ledger."""
    return questionnaire().lock_in.model_copy(update=changed)


def weeks(area: str, low: float, mode: float, high: float) -> AreaWeeks:
    """A duration."""
    return AreaWeeks(area=area, low=Fraction(low), mode=Fraction(mode), high=Fraction(high))


def choice(*areas: AreaWeeks, saved: float = 0, chance: float = 1, id: str = "c") -> LockInChoice:
    """An early choice."""
    return LockInChoice(
        id=id,
        name="Choice",
        weeks_saved=Fraction(saved),
        chance=Fraction(str(chance)),
        areas=areas,
    )
