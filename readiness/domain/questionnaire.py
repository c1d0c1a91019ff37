"""The questionnaire: everything that CGT experts own, as data (method, *questionnaire*)."""

from functools import cached_property
from typing import Literal

from readiness.domain.base import Model
from readiness.domain.calibrating import CalibrationRules
from readiness.domain.capability import Capability, Dimension, Reference
from readiness.domain.data_readiness import DataReadinessRules
from readiness.domain.drills import DrillRules
from readiness.domain.guide import InterviewGuide
from readiness.domain.intersections import IntersectionRules
from readiness.domain.lenses import LensRules
from readiness.domain.lock_in import LockInRules
from readiness.domain.map_rules import MapRules
from readiness.domain.metric import Metric, Stream
from readiness.domain.open_options import OptionRules
from readiness.domain.oversight import OversightRules
from readiness.domain.retention import RetentionRules
from readiness.domain.ripple import RippleRules
from readiness.domain.rules import ClaimRules, PriorityRules, RecordRules, VerdictRules
from readiness.domain.scale import (
    Function,
    Level,
    Mark,
    Modality,
    ModalityInfo,
    ScaleLevel,
    Stage,
    StageInfo,
    TargetProfile,
)
from readiness.domain.scaling_limits import LimitRules
from readiness.domain.scorecard import ScorecardRules
from readiness.domain.stopwatch import StopwatchRules


class Wave(Model):
    """A wave of meaning of the roadmap (method 8)."""

    number: int
    name: str
    reason: str
    capabilities: tuple[str, ...] = ()


class NamedText(Model):
    """An archetype or a fragmentation flag (domain 1.13)."""

    id: str
    name: str
    text: str


class Party(Model):
    """A kind of partner, and the capabilities that it shares: all that its report shows."""

    id: str
    name: str
    text: str
    capabilities: tuple[str, ...]


class Hybrid(Model):
    """Archetypes, fragmentation flags (method 12), and the partners that get a report."""

    archetypes: tuple[NamedText, ...]
    flags: tuple[NamedText, ...]
    parties: tuple[Party, ...] = ()


class XrayRule(Model):
    """A consistency finding: which check, with which figures, said how (method 5)."""

    id: str
    name: str
    """What a finding of it is called."""
    check: Literal[
        "no_proof_attached",
        "ahead_of",
        "executive_above_floor",
        "owners_differ",
        "old_document",
        "basis_missing",
        "critical_fail",
        "resource_full",
        "single_suite",
        "single_cover",
    ]
    text: str
    """With {capability}, {name}, {level}, {other}, {count} filled in."""
    severity: Literal["error", "warning", "hint"] = "warning"
    capability: str | None = None
    metric: str | None = None
    others: tuple[str, ...] = ()
    level: int | None = None
    apart: int | None = None
    months: int | None = None


class ShortForm(Model):
    """The one-hour form: the gates and what these metrics inform (method 5)."""

    name: str
    metrics: tuple[str, ...]


class Incident(Model):
    """An event of the last 12 months that the rules of *act now* ask for (method 7)."""

    id: str
    question: str


class Texts(Model):
    """What every export prints (domain 0.2, 10.4)."""

    disclaimer: str
    limits: tuple[str, ...]
    marks: dict[Mark, str]
    by_stage: dict[Stage, str]
    by_modality: dict[Modality, str]


class Questionnaire(Model):
    """The content, whole and checked."""

    id: str
    version: str
    title: str
    purpose: str
    scale: tuple[ScaleLevel, ...]
    stages: tuple[StageInfo, ...]
    modalities: tuple[ModalityInfo, ...]
    functions: tuple[Function, ...]
    profiles: tuple[TargetProfile, ...]
    claims: ClaimRules
    records: RecordRules
    verdict: VerdictRules
    priority: PriorityRules
    waves: tuple[Wave, ...]
    short_form: ShortForm
    calibration: CalibrationRules
    incidents: tuple[Incident, ...]
    interview: InterviewGuide
    texts: Texts
    dimensions: tuple[Dimension, ...]
    streams: tuple[Stream, ...]
    metrics: tuple[Metric, ...]
    drills: DrillRules
    hybrid: Hybrid
    cdmo: ScorecardRules
    stopwatch: StopwatchRules
    lock_in: LockInRules
    retention: RetentionRules
    intersections: IntersectionRules
    model_map: MapRules
    ripple: RippleRules
    oversight: OversightRules
    lenses: LensRules
    data_readiness: DataReadinessRules
    scaling_limits: LimitRules
    open_options: OptionRules
    xray: tuple[XrayRule, ...]
    sha256: str = ""
    """Of the content files, set by the loader."""

    @cached_property
    def capabilities(self) -> dict[str, Capability]:
        """By id, in content order."""
        return {c.id: c for d in self.dimensions for c in d.capabilities}

    @cached_property
    def metric_by_id(self) -> dict[str, Metric]:
        """By id, in content order."""
        return {m.id: m for m in self.metrics}

    @cached_property
    def metrics_of(self) -> dict[str, tuple[Metric, ...]]:
        """The metrics that the content names for each capability."""
        return {
            id: tuple(m for m in self.metrics if id in m.capabilities) for id in self.capabilities
        }

    @cached_property
    def targets(self) -> dict[str, TargetProfile]:
        """Target profiles by id."""
        return {p.id: p for p in self.profiles}

    @cached_property
    def short_capabilities(self) -> frozenset[str]:
        """Gates and what the short form's metrics inform (method 5, *Form*)."""
        informed = {c for m in self.short_form.metrics for c in self.metric_by_id[m].capabilities}
        return frozenset(informed | {c.id for c in self.capabilities.values() if c.gate})

    def next_stage(self, stage: Stage) -> Stage:
        """The stage after this one; scale stays scale (method 6)."""
        ids = [s.id for s in self.stages]
        return ids[min(ids.index(stage) + 1, len(ids) - 1)]

    def target(self, capability: str, stage: Stage) -> Level:
        """The content's target of a capability at a stage (method 6)."""
        return self.targets[self.capabilities[capability].profile].targets[stage]

    def speaks(self, reference: Reference, stage: Stage) -> Literal["now", "later", "past"]:
        """Whether a clause applies at a stage already, not yet, or no longer (method 7)."""
        ids = [s.id for s in self.stages]
        if ids.index(stage) < ids.index(reference.applies_from):
            return "later"
        until = reference.applies_until
        return "past" if until is not None and ids.index(stage) > ids.index(until) else "now"

    def stage_name(self, stage: Stage) -> str:
        """As people say it."""
        return next(s.name for s in self.stages if s.id == stage)

    def words(self, modality: Modality) -> dict[str, str]:
        """The words for slots, batches and patients of a modality."""
        return next(m.words for m in self.modalities if m.id == modality)
