"""What the parts of the operating model come to, each figure with what it came from."""

from datetime import date
from typing import Literal

from readiness.domain.base import Exact, Model
from readiness.domain.data_readiness import Condition, Origin, UseState
from readiness.domain.evidence import JoinTest
from readiness.domain.intersections import Signal
from readiness.domain.map_result import MapResult
from readiness.domain.open_options import OptionState
from readiness.domain.oversight import OversightResult
from readiness.domain.partners import Score
from readiness.domain.retention import Holder
from readiness.domain.ripple_result import RippleResult
from readiness.domain.scale import Level
from readiness.domain.scaling_limits import LimitBasis
from readiness.domain.stopwatch_result import StopwatchResult


class SlotFigures(Model):
    """The slot table of a partner in figures; the last twelve months of it (domain 7)."""

    months: int
    first: str
    last: str
    offered: int
    booked: int
    started: int
    completed: int
    cancelled_sponsor: int
    cancelled_partner: int
    cancelled_other: int
    utilisation: Exact | None
    """Started over offered; None where nothing was offered."""


class PartScore(Model):
    """A sub-score; None where none of its questions was asked."""

    id: str
    name: str
    score: Exact | None
    asked: int
    of: int


class CountedAnswer(Model):
    """An answer, and the score that counts after the partner's own figures were heard."""

    question: str
    given: Score | None
    counted: Score | None
    reason: str = ""
    red_flag: bool = False
    reaction: str = ""


class CheckFound(Model):
    """A check that found something."""

    id: str
    question: str
    text: str
    red_flag: bool
    severity: Literal["error", "warning", "hint"]


class PartnerResult(Model):
    """The scorecard of one partner."""

    id: str
    name: str
    score: Exact | None
    band: str | None
    band_before_flags: str | None
    supports: Level | None
    parts: tuple[PartScore, ...]
    asked: int
    of: int
    not_asked: tuple[str, ...]
    """Counts against the sponsor."""
    red_flags: tuple[str, ...]
    reactions: dict[str, str]
    answers: tuple[CountedAnswer, ...]
    checks: tuple[CheckFound, ...]
    slots: SlotFigures | None
    mirror: Exact | None
    """What the partner says of the sponsor, 0 to 100."""


class ChoiceResult(Model):
    """An early choice: weeks won, weeks to undo it, the day until which it can be undone."""

    id: str
    name: str
    weeks_saved: Exact
    chance: Exact
    undo: float
    """Mean weeks to undo it: the longest path."""
    undo_low: float
    undo_high: float
    undo_late: float
    """The percentile that the last responsible moment is reckoned with."""
    net: float
    """``chance * undo - weeks_saved``, expected; positive: it costs more than it saves."""
    net_low: float
    net_high: float
    last_moment: date | None
    is_passed: bool
    critical: tuple[str, ...]
    """Areas of the longest path at the most likely durations."""


class LedgerResult(Model):
    """Every early choice, and their sum."""

    choices: tuple[ChoiceResult, ...]
    weeks_saved: float
    weeks_later: float
    net: float
    net_low: float
    net_high: float


class RetainedResult(Model):
    """One row of the retention matrix; ``is_shown``: proved within the months of the rule."""

    id: str
    name: str
    held: Holder | None
    has_clause: bool
    last_proof: date | None
    is_shown: bool


class RetentionResult(Model):
    """The retention matrix."""

    rows: tuple[RetainedResult, ...]


class CrossingResult(Model):
    """One pair of flows; whether somebody decides and a fallback is known, never their words."""

    id: str
    name: str
    known: Signal | None
    is_decided: bool
    has_fallback: bool
    slack_days: int | None
    weakness: Exact | None
    """0 (best) to 100 (worst); None while nobody has said when one would first know."""
    rank: int | None
    """1 is the weakest; equal ones share it."""


class IntersectionResult(Model):
    """The intersection matrix, the weakest pair first."""

    pairs: tuple[CrossingResult, ...]


class DataSetResult(Model):
    """A data set, and which conditions it meets; what was not said is in neither list."""

    id: str
    name: str
    origin: Origin | None
    checked: int | None
    complete: int | None
    share: Exact | None
    """Complete over checked; None where nothing was checked."""
    needed: Exact
    met: tuple[Condition, ...]
    lacks: tuple[Condition, ...]
    is_contradicted: bool
    """Said to be identified, and the join-rate test finds fewer batches there than it asks for."""
    log: str
    found: int | None
    """Batches that its log names; None where that was not tested."""
    of: int | None


class AiUseResult(Model):
    """A use of AI: ready only if each data set that it consumes meets every condition."""

    id: str
    name: str
    state: UseState
    consumes: tuple[str, ...]
    blocking: tuple[str, ...]
    """Data sets that keep it from being ready."""
    is_ready: bool
    is_owned: bool
    """A decision owner and somebody who checks are named; their words stay out."""


class DataResult(Model):
    """Data before AI."""

    sets: tuple[DataSetResult, ...]
    uses: tuple[AiUseResult, ...]
    joins: JoinTest | None


class LimitResult(Model):
    """Where one dimension breaks; None is *not said*."""

    id: str
    name: str
    volume: int | None
    basis: LimitBasis | None
    is_based: bool
    """A basis is said, and what the figure rests on."""
    is_owned: bool
    is_enough: bool | None
    """At least the demand; None where either is not known."""


class CapacityResult(Model):
    """The limits, the lowest first, and the real capacity against the demand."""

    limits: tuple[LimitResult, ...]
    capacity: int
    """The lowest limit: batches a year."""
    lowest: tuple[str, ...]
    demand: int | None
    share: Exact | None
    """Capacity over demand; None without a demand, or where it is 0."""
    made: float | None
    """Batches begun a year by the register, from ``counted`` of them."""
    counted: int


class OptionResult(Model):
    """An option; past and gate are told of open ones alone."""

    id: str
    name: str
    state: OptionState
    cost: Exact | None
    decide_by: date | None
    gate: str
    has_trigger: bool
    is_past: bool
    gate_held: date | None
    """When the gate was held at which it should have been closed."""


class GateResult(Model):
    """A stage gate; ``unasked``: commercial questions that were not asked there."""

    id: str
    name: str
    held_on: date | None
    is_held: bool
    unasked: tuple[str, ...]
    reshaped: bool | None


class OptionsResult(Model):
    """The register of options and its gates."""

    options: tuple[OptionResult, ...]
    gates: tuple[GateResult, ...]
    cost: Exact
    """Of keeping the open ones, as far as it is known: of ``costed`` out of ``open``."""
    open: int
    costed: int


class OperatingResult(Model):
    """Every part of the operating model."""

    partners: tuple[PartnerResult, ...] = ()
    stopwatch: StopwatchResult | None = None
    ledger: LedgerResult | None = None
    retention: RetentionResult | None = None
    intersections: IntersectionResult | None = None
    oversight: OversightResult | None = None
    model_map: MapResult | None = None
    ripple: RippleResult | None = None
    data_readiness: DataResult | None = None
    capacity: CapacityResult | None = None
    options: OptionsResult | None = None
