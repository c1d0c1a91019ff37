"""The result: every figure with what it came from (formats, *Result*)."""

from datetime import date
from typing import Literal

from readiness.domain.assessment import Basis, Form, Said
from readiness.domain.base import Exact, Model
from readiness.domain.evidence import EvidenceFile, Exclusion, ObservedWindow, RowRef
from readiness.domain.gaps import Gaps, RoadmapItem
from readiness.domain.lenses import LensesResult
from readiness.domain.measurement import IndexDetail, Measurement
from readiness.domain.operating_result import OperatingResult
from readiness.domain.scale import Level, Stage

ConditionId = Literal[
    "index", "gates_at_level", "no_gate_below", "drills", "fragmentation", "evidence"
]
FigureName = Literal["fit", "next_stage", "launch"]


class Condition(Model):
    """One condition of a step: its state, the figure now, and what would lift it."""

    id: ConditionId
    met: bool
    detail: str
    needed: str = ""
    now: str = ""
    blocking: tuple[str, ...] = ()


class StepResult(Model):
    """A step of the climb."""

    level: Level
    met: bool
    conditions: tuple[Condition, ...]


class DimensionResult(Model):
    """A dimension's score and bounds."""

    id: str
    score: Exact | None
    low: Exact | None
    high: Exact | None
    known: int
    applicable: int
    claimed: Exact | None = None
    """Mean of the claimed levels, for the picture of claim against records."""
    records: Exact | None = None
    """Mean of the records levels."""


class AnswerWorking(Model):
    """One answer and what it backs."""

    respondent: str
    function: str
    seniority: str
    said: Said
    basis: Basis
    level: Level | None
    backs: Level | None
    """The level, at most the ceiling of its basis; None for an answer that is no level."""
    note: str = ""
    reason: str = ""
    proof: str = ""


class HeldTest(Model):
    """A test that was held, as a record of a capability beside its metrics."""

    level: Level
    text: str


class CapabilityResult(Model):
    """A capability's levels and every step to them (method 2 to 4)."""

    id: str
    dimension: str
    applicable: bool
    in_form: bool = True
    claimed: Level | None = None
    backing: Level | None = None
    proof: Level | None = None
    """Backing without statements (condition 6)."""
    evidenced: Level | None = None
    records: Level | None = None
    final: Level | None = None
    low: Level | None = None
    high: Level | None = None
    rule: str
    reason: str = ""
    """Why a figure is not known."""
    claim_source: Literal["answers", "consensus", "none"] = "none"
    metrics: tuple[str, ...] = ()
    metrics_usable: tuple[str, ...] = ()
    metrics_not_supplied: int = 0
    test: HeldTest | None = None
    records_missing: bool = False
    single_source: bool = False
    """One respondent and no usable metric: *plus or minus one*."""
    answers: tuple[AnswerWorking, ...] = ()


Severity = Literal["error", "warning", "hint"]


class Finding(Model):
    """Something to talk about; it moves no figure."""

    kind: str
    text: str
    capability: str | None = None
    metric: str | None = None
    severity: Severity = "warning"
    evidence: tuple[RowRef, ...] = ()


class DrillResult(Model):
    """A drill and the points that count (method 9)."""

    scenario: str
    held_on: date
    points: int
    counted: int
    critical_fail: bool
    stale: bool
    latest: bool
    band: str
    workings: str


class HybridResult(Model):
    """Flags and whether they bind (method 1, condition 5)."""

    archetypes: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    not_known: tuple[str, ...] = ()
    parties: int | None = None
    binding: bool = False
    text: str


class StageFigure(Model):
    """One of the three separate questions (method 6)."""

    value: Exact | None
    count: int
    of: int
    stage: Stage
    on_proof: Exact | None = None
    """Of the fit: the share of it that rests on documents or records."""
    sum_gaps: int | None = None
    sum_targets: int | None = None


class Agreement(Model):
    """Krippendorff's alpha for ordinal data, with n (method 2)."""

    alpha: float | None
    n: int
    respondents: int
    reason: str = ""


class QuestionnaireStamp(Model):
    """Which content judged."""

    id: str
    version: str
    sha256: str


class Result(Model):
    """What assess() returns; every face only draws it."""

    engine_version: str
    form: Form
    settings: dict[str, object]
    questionnaire: QuestionnaireStamp
    as_of: date
    inputs_sha256: str
    index: Exact | None
    index_low: Exact | None
    index_high: Exact | None
    axis: Exact | None
    level: Level
    level_low: Level
    level_high: Level
    verdict: str
    provisional: bool
    coverage: Exact | None
    evidence_coverage: Exact | None
    fit_for_stage: Exact | None
    gap_next_stage: Exact | None
    distance_to_launch: Exact | None
    figures: dict[FigureName, StageFigure]
    not_assessed: tuple[str, ...]
    records_missing: tuple[str, ...]
    """Applicable measurable capabilities without usable records: *records missing: n of m*."""
    measurable: int
    steps: tuple[StepResult, ...]
    dimensions: tuple[DimensionResult, ...]
    capabilities: tuple[CapabilityResult, ...]
    measurements: tuple[Measurement, ...]
    indices: dict[str, Exact | None]
    index_details: dict[str, IndexDetail]
    findings: tuple[Finding, ...]
    gaps: Gaps
    roadmap: tuple[RoadmapItem, ...]
    drills: tuple[DrillResult, ...]
    hybrid: HybridResult
    operating_model: OperatingResult = OperatingResult()
    lenses: LensesResult
    agreement: Agreement
    window: ObservedWindow | None = None
    files: tuple[EvidenceFile, ...] = ()
    exclusions: tuple[Exclusion, ...] = ()
