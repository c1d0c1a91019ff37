"""The questionnaire: everything that CGT experts own, as data (method, *questionnaire*)."""

from fractions import Fraction
from functools import cached_property
from typing import Literal

from readiness.domain.base import Exact, Model

Level = Literal[1, 2, 3, 4, 5]
Rating = Literal["P", "R", "L"]
Modality = Literal["autologous", "allogeneic", "in_vivo"]
Stage = Literal["phase_1", "phase_2", "pivotal", "launch", "scale"]
Direction = Literal["high", "low"]
Interval = Literal["poisson", "wilson", "bootstrap", "order", "census", "ordinal"]
Mark = Literal["V", "M", "EJ", "C"]


class ScaleLevel(Model):
    """One of the five levels: its names and the verdict that it gives (method 1)."""

    level: Level
    name: str
    short: str
    verdict: str
    signs: tuple[str, ...] = ()


class StageInfo(Model):
    """A stage of development, in the order of the life cycle."""

    id: Stage
    name: str


class ModalityInfo(Model):
    """A modality and the words that its makers use."""

    id: Modality
    name: str
    words: dict[str, str]
    """Keys unit, units, slot, slots, batch, batches: what one counts."""


class Function(Model):
    """One of the eight function codes, with the loose names that people use for it."""

    code: str
    name: str
    aliases: tuple[str, ...] = ()


class TargetProfile(Model):
    """The level that a capability should have at each stage (method 6)."""

    id: str
    name: str
    targets: dict[Stage, Level]


class Step(Model):
    """What one step of the climb asks (method 1)."""

    level: Level
    index: Exact
    gates_share: Exact
    drill_points: int | None = None
    flags_fewer_than: int | None = None
    proof_share: Exact | None = None


class VerdictRules(Model):
    """The climb and the coverage limits of the verdict (method 1)."""

    steps: tuple[Step, ...]
    coverage_provisional: Exact
    coverage_full: Exact
    capped_level: Level
    """No verdict above this level under full coverage, and in the short form."""
    not_enough: str
    short_prefix: str


class ClaimRules(Model):
    """What an answer can back (method 2)."""

    ceilings: dict[Literal["statement", "document", "record"], Level]
    corroborated_ceiling: Level
    corroborating_level: Level
    corroborating_functions: int
    apart: int
    """Levels between answers, claim and evidence, claim and records that make a finding."""
    agreement_min_respondents: int
    agreement_min_capabilities: int


class RecordRules(Model):
    """When a metric counts, and what limits it (method 3 and 4)."""

    window_months: int
    window_batches: int
    min_batches: int
    min_trials: int
    min_interventions: int
    min_values: int
    steering: Exact
    appendix: Exact
    dispersion: Exact
    max_span: int
    suspicion_cap: Level
    detection_records: int
    detection_records_if_nothing: int
    detection_ratio: Exact
    under_reporting: Exact
    """Under this many deviations a batch without electronic records: a suspicion."""
    few_metrics_cap: Level
    records_missing_cap: Level
    above_records: int
    """A final level is at most the records level plus this."""
    immature_months: int
    index_min_metrics: int
    identifiable_surcharge: int
    identifiable_level: Level
    bootstrap_draws: int
    seed: int


class PriorityRules(Model):
    """Weights, bands and the rules of *act now* (method 7)."""

    weights: dict[Rating, Exact]
    bands: dict[Literal["act_now", "next", "plan"], Exact]
    band_names: dict[Literal["act_now", "next", "plan", "watch"], str]
    act_now_patient: int
    act_now_level: Level
    act_now_gap: int
    incident_capabilities: dict[str, tuple[str, ...]]
    incident_fallback: dict[str, tuple[str, ...]] = {}
    critical_fail_capability: str
    act_now_months: int = 12
    ahead_levels: int
    ahead_lock_in: int
    draws: int
    seed: int
    robust_share: Exact
    robust_first: int
    uncertain_share: Exact
    uncertain_first: int


class Wave(Model):
    """A wave of meaning of the roadmap (method 8)."""

    number: int
    name: str
    reason: str
    capabilities: tuple[str, ...] = ()


class OnlyIf(Model):
    """A condition on the profile; a fact that is not known keeps the capability in."""

    field: Literal["contractors", "gene_modified"]
    at_least: int | None = None
    equals: bool | None = None
    except_for: tuple[Modality, ...] = ()
    """Modalities for which the capability applies whatever the field says."""


class Reference(Model):
    """A clause, guidance or standard, and when it speaks (method 7, domain 0.2)."""

    text: str
    region: Literal["US", "EU", "UK", "ICH", "any"] = "any"
    applies_from: Stage = "phase_1"
    applies_until: Stage | None = None
    """The last stage that it speaks to (IND rules end with the licence); None: no end."""
    modalities: tuple[Modality, ...] = ()
    """Empty: every modality of its capability."""
    mark: Mark = "M"
    note: str = ""


class RatingReason(Model):
    """A rating 1..5 with its one-line reason (method 7)."""

    value: Level
    reason: str


class Action(Model):
    """The remediation that lifts its capability to the target (method 8)."""

    text: str
    effort: dict[str, Exact]
    """Person-weeks by function code."""
    elapsed_weeks: int
    cost_band: Literal["low", "medium", "high"]
    owner: str

    @property
    def effort_total(self) -> Fraction:
        """Person-weeks over all functions."""
        return sum(self.effort.values(), start=Fraction(0))


class Capability(Model):
    """The unit that gets a level."""

    id: str
    name: str
    question: str
    anchors: tuple[str, str, str, str, str]
    functions: tuple[str, ...]
    evidence: str
    ratings: dict[Rating, RatingReason]
    references: tuple[Reference, ...]
    modalities: tuple[Modality, ...]
    only_if: OnlyIf | None = None
    profile: str
    gate: bool = False
    visibility: bool = False
    prerequisites: tuple[str, ...] = ()
    action: Action
    judgement: Mark = "EJ"


class Dimension(Model):
    """A group of capabilities."""

    id: str
    name: str
    short: str
    capabilities: tuple[Capability, ...]


class SpecialRule(Model):
    """A level that the cut points do not give (method 3, domain 4.2)."""

    value: Exact
    level: Level
    why: str


class Metric(Model):
    """A definition; its value with n and rows is an observation."""

    id: str
    name: str
    stream: str
    definition: str
    needs: tuple[str, ...]
    """Tables and columns, as ``kind.column``."""
    unit: str
    factor: Exact = Fraction(1)
    """Value = factor * events / exposure or trials: 100 for %, 10 for a figure per 10 batches."""
    direction: Direction
    cuts: tuple[Exact, Exact, Exact, Exact]
    cut_factor: dict[Modality, Exact] = {}
    interval: Interval
    batches_needed: bool
    minimum_n: int | None = None
    count_metric: bool = False
    """No event at all is a suspicion."""
    silent_value: Exact | None = None
    """A share at this value shows none of what it looks for: a suspicion."""
    under_reporting: bool = False
    special: tuple[SpecialRule, ...] = ()
    typed_level: bool = False
    typed_as_counts: bool = False
    """Typed in as events and trials although logs give another interval (H2)."""
    parameters: dict[str, Exact] = {}
    """Further figures of the definition, by name: days a copy is live (S1), share of zeros (D7)."""
    capabilities: tuple[str, ...]
    basis: str
    mark: Mark = "EJ"
    pitfalls: str


class Stream(Model):
    """One of the four streams of evidence with its index (method 3)."""

    id: str
    name: str
    index: str
    """Key in the result: process_instability, documentation_burden, ..."""
    index_name: str
    index_metrics: tuple[str, ...]
    in_short_form: bool = True
    identifiable_metric: str | None = None


class DrillItem(Model):
    """An information item of a drill with its owner and target minutes (domain 6.3)."""

    n: int
    text: str
    owner: str
    minutes: int


class Scenario(Model):
    """A scenario of the first-hour drill (domain 6.3)."""

    id: str
    name: str
    mandatory: bool = False
    summary: str
    items: tuple[DrillItem, ...]


class DrillBlock(Model):
    """A block of the 100 points (domain 6.2)."""

    id: str
    name: str
    points: int


class DrillBand(Model):
    """From how many points a band begins."""

    minimum: int
    name: str


class DrillRules(Model):
    """Points, cap, age (method 9)."""

    blocks: tuple[DrillBlock, ...]
    bands: tuple[DrillBand, ...]
    timed_block: str = "B"
    """The block whose points come from the timed items."""
    critical_cap: int
    stale_months: int
    stale_points: int
    right_in_time: int
    right_late: int
    partial: int
    late_factor: int
    critical_fails: tuple[str, ...]
    scenarios: tuple[Scenario, ...]


class NamedText(Model):
    """An archetype or a fragmentation flag (domain 1.13)."""

    id: str
    name: str
    text: str


class Hybrid(Model):
    """Archetypes and fragmentation flags (method 12)."""

    archetypes: tuple[NamedText, ...]
    flags: tuple[NamedText, ...]


class XrayRule(Model):
    """A consistency finding: which check, with which figures, said how (method 5)."""

    id: str
    check: Literal[
        "no_proof_attached",
        "ahead_of",
        "executive_above_floor",
        "owners_differ",
        "old_document",
        "basis_missing",
    ]
    text: str
    """With {capability}, {name}, {level}, {other}, {count} filled in."""
    severity: Literal["error", "warning", "hint"] = "warning"
    capability: str | None = None
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
    incidents: tuple[Incident, ...]
    texts: Texts
    dimensions: tuple[Dimension, ...]
    streams: tuple[Stream, ...]
    metrics: tuple[Metric, ...]
    drills: DrillRules
    hybrid: Hybrid
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
