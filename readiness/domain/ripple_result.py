"""What the worksheets of changes come to: longest path, plan against actual, base rates."""

from datetime import date

from readiness.domain.base import Exact, Model
from readiness.domain.lock_in import AreaWeeks, Size


class AreaResult(Model):
    """One area of a change; whether it has an owner, never the words."""

    id: str
    name: str
    affected: bool | None
    size: Size | None
    has_owner: bool
    effort: Exact | None
    planned: AreaWeeks | None
    starts: float | None
    """Weeks after the begin, at the most likely durations; None: not touched, or not planned."""
    ends: float | None
    lots: int | None
    after: tuple[str, ...]
    actual_weeks: Exact | None
    actual_effort: Exact | None


class ChangeResult(Model):
    """A change: its longest path in weeks, planned and drawn, against what it took."""

    id: str
    name: str
    areas: tuple[AreaResult, ...]
    weeks: float
    """Mean of the longest path over the draws."""
    weeks_low: float
    weeks_high: float
    weeks_late: float
    """The percentile that the last day to begin is reckoned with."""
    likely: float
    """The longest path at the most likely durations."""
    one_by_one: float
    """The sum of the most likely durations: what it would take without any overlap."""
    critical: tuple[str, ...]
    effort: Exact
    lots: int
    """The most that any area needs: the same lots may serve several."""
    done: int
    of: int
    """Touched areas, and how many of them are over."""
    actual: float | None
    """The longest path of the actual weeks; None until every touched area is over."""
    actual_effort: Exact | None
    begin_by: date | None
    is_late: bool
    loop: str
    """Areas that wait for each other: then the order of the content counts."""


class BaseRate(Model):
    """What one area of one size took here, beside what the content takes as usual."""

    area: str
    name: str
    size: Size
    n: int
    least: Exact
    middle: Exact
    most: Exact
    usual_low: Exact
    usual_high: Exact
    is_enough: bool
    """At least as many as the content asks for."""


class RippleResult(Model):
    """Every change, and the base rates of their actual weeks."""

    changes: tuple[ChangeResult, ...]
    base_rates: tuple[BaseRate, ...]
