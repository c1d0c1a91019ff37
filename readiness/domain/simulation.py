"""What a simulation of patient slots is given (method 10; formats, *Simulation parameters*).

Times are days, rates a year or a day as the names say. A limit that is absent is unlimited.
"""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from readiness.domain.base import Model

Days = Annotated[float, Field(ge=0, le=36_500, allow_inf_nan=False)]
Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
PerDay = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
PerWeek = Annotated[int, Field(ge=1, le=100_000)]
Count = Annotated[int, Field(ge=0, le=1_000_000)]


class Site(Model):
    """A place with suites that are alike."""

    name: str
    suites: int = Field(ge=1, le=10_000)


class LeadDays(Model):
    """From the request to a possible collection, and from collection to the start of a batch."""

    request: Days = 0
    collection: Days = 0


class ReleaseDays(Model):
    """A lognormal shifted by its minimum, told by its median and 90th percentile."""

    minimum: Days
    median: Days
    p90: Days

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if not self.minimum <= self.median <= self.p90:
            raise ValueError("minimum, median and p90 must not fall")
        if self.median == self.minimum and self.p90 > self.minimum:
            raise ValueError("a median at the minimum leaves no room for a p90 above it")
        return self


class Dropout(Model):
    """Hazard of leaving, per day."""

    before_collection: PerDay = 0
    after_collection: PerDay = 0


class _Spell(Model):
    from_day: Days
    days: Days | None = None
    """How long it lasts; None: to the end."""

    def ends(self) -> float:
        """The day on which it is over; infinite where it stays."""
        return float("inf") if self.days is None else self.from_day + self.days

    def holds(self, day: float) -> bool:
        """Whether it is on at that time; the last instant is free again."""
        return self.from_day <= day < self.ends()


class DemandShock(_Spell):
    """Requests come ``factor`` times as often."""

    kind: Literal["demand"]
    factor: float = Field(ge=0, le=100, allow_inf_nan=False)


class SiteDown(_Spell):
    """A share of the suites of a site stands still."""

    kind: Literal["site_down"]
    site: str
    share: Share = 1
    running: Literal["finished", "lost"] = "finished"
    """What becomes of the batches in these suites when it begins."""


class NoStarts(_Spell):
    """Nothing can be started, for want of a material."""

    kind: Literal["no_starts"]


class ReleaseDelay(_Spell):
    """Release takes longer for batches that leave the suite meanwhile."""

    kind: Literal["release_delay"]
    add_days: Days


class FailureShock(_Spell):
    """Another failure rate for batches that end meanwhile."""

    kind: Literal["failure"]
    rate: Share


Shock = Annotated[
    DemandShock | SiteDown | NoStarts | ReleaseDelay | FailureShock, Field(discriminator="kind")
]


class ReleaseTests(Model):
    """How many batches the laboratory can take in a week."""

    capacity_per_week: PerWeek


class Operators(Model):
    """How many batches the people can start in a week."""

    starts_per_week: PerWeek


class Reviewers(Model):
    """How many batch records can be reviewed in a week, after the tests."""

    records_per_week: PerWeek


class Material(Model):
    """Doses of a critical material; one goes into each batch."""

    name: str
    stock: Count
    lot: int = Field(ge=1, le=1_000_000)
    lead_days: Days
    reorder_at: Count
    """A lot is ordered once stock and orders together are at this or below."""


class Clinic(Model):
    """The date booked at the clinic: slack after the planned release, and what a miss costs."""

    slack_days: Days
    next_opening_days: float = Field(gt=0, le=36_500, allow_inf_nan=False)


class Campaign(Model):
    """Doses made ahead of patients (allogeneic, in vivo)."""

    batch_doses: int = Field(ge=1, le=10_000_000)
    batches_per_campaign: int = Field(ge=1, le=1_000)
    doses_per_day: float = Field(ge=0, le=1_000_000, allow_inf_nan=False)
    initial_stock: Count


class Parameters(Model):
    """Everything one simulation needs (formats, *Simulation parameters*).

    ``process_days``: days of a batch and the probability of each, in sum 1 (to 1e-6).
    """

    seed: int = Field(default=1, ge=0, lt=2**63)
    replications: int = Field(default=200, ge=2, le=10_000)
    horizon_days: float = Field(gt=0, le=36_500, allow_inf_nan=False)
    warm_up_days: Days = 0
    demand_per_year: float = Field(ge=0, le=100_000, allow_inf_nan=False)
    sites: tuple[Site, ...] = Field(min_length=1, max_length=100)
    lead_days: LeadDays = LeadDays()
    process_days: dict[Days, Share] = Field(min_length=1, max_length=10_000)
    changeover_days: Days = 0
    failure_rate: Share = 0
    max_attempts: Literal[1, 2] = 2
    backup: Share = 0
    recollection_days: Days = 0
    release_days: ReleaseDays
    ship_and_prepare_days: Days = 0
    dropout_per_day: Dropout = Dropout()
    shocks: tuple[Shock, ...] = ()
    full_above: Share = 0.85
    """From this mean use on a resource is warned of; the app takes it from its content."""
    release: ReleaseTests | None = None
    operators: Operators | None = None
    reviewers: Reviewers | None = None
    materials: tuple[Material, ...] = ()
    clinic: Clinic | None = None
    campaign: Campaign | None = None

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        if self.warm_up_days >= self.horizon_days:
            raise ValueError("warm_up_days must be shorter than horizon_days")
        if abs(sum(self.process_days.values()) - 1) > 1e-6:
            raise ValueError("the probabilities of process_days must add up to 1")
        if self.mean_cycle() <= 0:
            raise ValueError("process_days and changeover_days cannot both be 0")
        names = [site.name for site in self.sites]
        if len(set(names)) < len(names):
            raise ValueError("two sites have the same name")
        unknown = {s.site for s in self.shocks if isinstance(s, SiteDown)} - set(names)
        if unknown:
            raise ValueError(f"no site is called {', '.join(sorted(unknown))}")
        return self

    def suites(self) -> int:
        """Suites of all sites."""
        return sum(site.suites for site in self.sites)

    def mean_cycle(self) -> float:
        """Days from one start in a suite to the next possible one, on average."""
        return sum(d * p for d, p in self.process_days.items()) + self.changeover_days
