"""Every figure that turns answers and records into levels, a verdict and an order of repair."""

from typing import Literal

from readiness.domain.base import Exact, Model
from readiness.domain.scale import Level, Rating


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


class AgreementWord(Model):
    """What an agreement means, from ``at_least`` on; None: below everything else."""

    at_least: Exact | None = None
    text: str


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
    agreement_words: tuple[AgreementWord, ...]
    """From the highest agreement down."""


class VersionRules(Model):
    """How the rows of two saved versions of a workbook are known again."""

    key_share: Exact
    """Least share of different values in a column by which rows can be told apart."""
    row_alike: Exact
    """Least share of cells that agree, from which two rows are one that changed."""


class RecordRules(Model):
    """When a metric counts, and what limits it (method 3 and 4)."""

    window_months: int
    window_batches: int
    cover_days: int
    """A span without a record is a gap if longer than this, and if chance leaves it empty in under
    ``cover_chance`` of such logs (domain 4.0, rule 5)."""
    cover_chance: Exact
    min_batches: int
    min_trials: int
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
    versions: VersionRules
    immature_months: int
    chart_months: int
    """Least months for control limits, and least events expected in a month that has some."""
    chart_expected: Exact
    chart_sigmas: Exact
    index_min_metrics: int
    identifiable_surcharge: int
    identifiable_level: Level
    sensitivity: Exact
    """Share by which cut points are moved down and up, to see what hangs on them (domain 10.4)."""
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
    cheap_lock_in: Level
    """Cheap now, dear later (domain 1.25): lock-in at least this, effort under that."""
    cheap_effort: Exact
    """In person-weeks."""
    draws: int
    seed: int
    robust_share: Exact
    robust_first: int
    uncertain_share: Exact
    uncertain_first: int
