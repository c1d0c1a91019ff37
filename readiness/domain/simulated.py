"""What a simulation of patient slots answers (formats, *Simulation parameters*)."""

from datetime import date

from readiness.domain.base import Model
from readiness.domain.simulation import Parameters


class Interval(Model):
    """A mean over replications with its 90 % interval."""

    value: float
    low: float
    high: float


class Waiting(Model):
    """Percentiles of a duration in days, of all replications together.

    The interval is that of the median. Every field is None where nobody got so far.
    """

    p50: float | None
    p80: float | None
    p90: float | None
    p95: float | None
    p50_low: float | None
    p50_high: float | None


class Queue(Model):
    """Patients whose turn for collection is due and has not come.

    ``by_day``: mean over replications at the end of each day of the horizon, warm-up included;
    ``p95``: of the days after warm-up.
    """

    mean: Interval
    p95: float
    by_day: tuple[float, ...]


class Slots(Model):
    """Slots after warm-up: what the suites could have held, and what became of them.

    ``lost``: by cause; suite days that stood still or waited count as slots of mean length.
    """

    offered: float
    used: Interval
    lost: dict[str, Interval]


class Recovery(Model):
    """Weeks from the end of the last shock until the queue is back at its usual mean.

    Told only where every shock ends: what stays has no usual to come back to.

    ``share``: of the replications that got there within the horizon; ``weeks`` is of these alone,
    None where none did.
    """

    weeks: Interval | None
    share: float


class Doses(Model):
    """Doses made ahead: stock at the end of each day of the horizon, mean over replications.

    ``stock_out_weeks``: days after warm-up that ended without a dose, in weeks; ``campaigns``:
    begun after warm-up.
    """

    stock_by_day: tuple[float, ...]
    stock_out_weeks: Interval
    campaigns: Interval


class Simulated(Model):
    """The outcome of one set of parameters. Shares are of the requests after warm-up."""

    replications: int
    requests: Interval
    treated: Interval
    dropped_before: Interval
    dropped_after: Interval
    failed: Interval
    still_waiting: Interval
    """Neither treated nor lost when the horizon ends."""
    access_wait: Waiting
    vein_to_vein: Waiting
    utilisation: dict[str, Interval]
    """Of each limited resource; ``suites`` counts process days only."""
    bottleneck: str | None
    """The resource used most, where its mean use is above the warning line."""
    queue: Queue
    slots: Slots
    recovery_weeks: Recovery | None
    doses: Doses | None = None
    """Only where doses are made ahead (allogeneic, in vivo)."""
    warnings: tuple[str, ...] = ()


class Harm(Model):
    """What a world does to patients, against the same luck without shocks.

    ``days``: later than without, over the patients treated in each world compared; ``lost``: more
    patients lost.
    """

    days: Interval
    lost: Interval


class Step(Model):
    """A patient in one world; days from the request."""

    world: str
    collected: float
    started: float
    treated: float


class Story(Model):
    """One patient in the four worlds of a pair: none, each shock alone, both."""

    replication: int
    patient: int
    steps: tuple[Step, ...]


class Pair(Model):
    """Two shocks together; positions from 0 in the list of shocks.

    ``extra``: harm of both, less that of each alone; positive: together worse than their sum.
    """

    first: int
    second: int
    together: Harm
    extra: Harm


class Cascade(Model):
    """All pairs of the shocks given (method 10). ``alone``: of each shock, in their order.

    ``story``: the patient who shows the pair with the largest extra days best; None where no
    patient is later by both than by each.
    """

    replications: int
    alone: tuple[Harm, ...]
    pairs: tuple[Pair, ...]
    worst: int | None
    """Position in ``pairs``."""
    story: Story | None


class Slack(Model):
    """Patient-days that one small delay costs, both cost, and both beyond each by itself.

    ``hardest``: of the patient hit hardest, days beyond each by itself; 0 where nobody is.
    """

    alone: Interval
    both: Interval
    extra: Interval
    hardest: float


class Load(Model):
    """The same world under another demand."""

    factor: float
    access_wait: Waiting
    utilisation: Interval
    """Of the resource used most."""
    lost: Interval
    """Share of requests that were lost before or after collection, or failed."""


class Loads(Model):
    """Demand from half to three times; ``knee``: position of the load at which waiting tips."""

    loads: tuple[Load, ...]
    knee: int | None


class Assumption(Model):
    """A figure that a simulation began from, as it was typed; ``origin``: where it came from.

    ``value`` None: without a limit. ``known``: typed by a person or told by the records; else
    typical of the stage.
    """

    id: str
    label: str
    value: float | None
    origin: str
    known: bool = False


class KeptRun(Model):
    """The last simulation of an assessment, with everything that it came from.

    ``shocked`` and ``usual`` without the queue by day and the stock by day; ``usual``, the same
    luck without shocks, is None where there were none. ``shocks``: their names. ``slack`` and
    ``cascade``: what was asked of it afterwards, small delays and pairs of its shocks.
    """

    on: date
    engine_version: str
    content_version: str
    parameters: Parameters
    assumptions: tuple[Assumption, ...]
    shocks: tuple[str, ...] = ()
    shocked: Simulated
    usual: Simulated | None = None
    slack: dict[str, Slack] = {}
    """By the name of the delay."""
    cascade: Cascade | None = None

    @property
    def today(self) -> Simulated:
        """What the figures say without any shock."""
        return self.usual or self.shocked
