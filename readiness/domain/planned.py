"""The plan as it is shown and exported (formats, *readiness plan*)."""

from datetime import date
from fractions import Fraction
from typing import Literal

from readiness.domain.base import Exact, Model
from readiness.domain.planning import ActionStatus
from readiness.domain.scale import Level

PlanStatus = Literal["optimal", "within", "no people entered", "nothing to plan"]


class PlannedAction(Model):
    """An action with its weeks, counted from 0; ``end_week`` is the first week after it."""

    id: str
    name: str
    start_week: int
    end_week: int
    start: date
    end: date
    """The last day of its last week."""
    wave: int
    owner: str
    effort: dict[str, Exact]
    weeks: int
    """Weeks of work; more lie between start and end where it rests."""
    stretched: bool = False
    """It lasts longer than it must, for want of people."""
    final: Level | None = None
    target: Level | None = None
    needs: tuple[str, ...] = ()
    status: ActionStatus = "planned"


class Outside(Model):
    """An action that the horizon cannot hold."""

    id: str
    name: str
    priority: Exact


class AddedCapacity(Model):
    """The smallest addition that would bring everything in, in person-weeks a week (method 8)."""

    alone: dict[str, Exact] = {}
    """Each function that would do it alone, with how much."""
    together: dict[str, Exact] = {}
    """Where none does alone: an addition to several of which nothing can be taken away."""
    longest_chain_weeks: int | None = None
    """No addition suffices: so long is the longest chain."""


class Open(Model):
    """The priority that is still open from the beginning of a week on."""

    week: int
    priority: Exact


class Standing(Model):
    """What the organisation is expected to be at a moment of the plan (method 8)."""

    label: str
    week: int
    level: Level
    verdict: str
    provisional: bool
    index: Exact | None
    fit: Exact | None
    open_gaps: int
    next_level: Level | None
    blocking: tuple[str, ...] = ()
    """What still stands between it and the next level."""


class RoadmapPlan(Model):
    """The roadmap in time."""

    status: PlanStatus
    stopped: bool = False
    objective: Exact | None = None
    """The sum over gaps of priority times the week in which it closes."""
    bound: Exact | None = None
    """No plan that leaves as little open has less."""
    gap_percent: float | None = None
    open_priority: Exact = Fraction(0)
    open_bound: Exact | None = None
    rule_objective: Exact | None = None
    """What the best priority rule alone reached."""
    rule_open: Exact | None = None
    start: date
    horizon_weeks: int
    actions: tuple[PlannedAction, ...] = ()
    outside: tuple[Outside, ...] = ()
    add_capacity: AddedCapacity | None = None
    projection: tuple[Standing, ...] = ()
    burn_down: tuple[Open, ...] = ()
    load: dict[str, tuple[Exact, ...]] = {}
    """Person-weeks booked by function and week."""
    capacity: dict[str, tuple[Exact, ...]] = {}
    """Person-weeks there are by function and week."""
    frozen_weeks: tuple[int, ...] = ()
    assess_first: tuple[str, ...] = ()
    """Not assessed: to be answered before they can be planned."""
    remarks: tuple[str, ...] = ()
