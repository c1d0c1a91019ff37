"""The plan as it is shown and exported (formats, *readiness plan*)."""

from datetime import date
from fractions import Fraction
from typing import Literal

from readiness.domain.base import Exact, Model
from readiness.domain.gaps import Band
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


class Stake(Model):
    """What hangs on a gap: impact on patients against lock-in, and what closing it takes."""

    id: str
    name: str
    impact: Level
    lock_in: Level
    effort: Exact
    """Person-weeks."""
    priority: Exact
    band: Band


class CheapNow(Model):
    """A gap that costs little now and much later (domain 1.25)."""

    id: str
    name: str
    lock_in: Level
    effort: Exact
    """Person-weeks."""
    final: Level
    target: Level
    """The one of launch."""
    end_week: int | None = None
    """When the plan has it done; None: not in the plan."""
    before: date | None = None
    """The day from which it is dear; None: no such day was entered."""
    before_what: str = ""
    is_late: bool = False
    """The plan has it done on that day or later, or reaches that day without it."""


class Early(Model):
    """Money spent early where waiting was free (method 6)."""

    id: str
    text: str


class Reopened(Model):
    """An action that ends after the pivotal trial has begun and reopens comparability."""

    id: str
    name: str
    end: date
    why: str


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
    pivotal: date | None = None
    reopened: tuple[Reopened, ...] = ()
    cheap_now: tuple[CheapNow, ...] = ()
    stakes: tuple[Stake, ...] = ()
    """Of the gaps that the plan is to close, in their order."""
    ahead_of_need: tuple[Early, ...] = ()


class ScenarioOutcome(Model):
    """What a plan under a scenario comes to, to be laid beside the others (screens 3.6)."""

    name: str
    plan: RoadmapPlan
    open_gaps: int
    """Gaps that the horizon leaves open."""
    open_priority: Exact
    """Their priority, weighed as entered."""
    priority_weeks: Exact
    """The sum over gaps that close of priority, weighed as entered, times the week."""
    last_week: int
    """The week after which all that is planned is done."""
    at_end: Standing | None = None
    at_pivotal: Standing | None = None
    first: tuple[str, ...] = ()
    """The five actions that start first."""
