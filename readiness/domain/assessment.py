"""What people say of one organisation at one moment (formats, *Assessment folder*)."""

from datetime import date
from functools import cached_property
from typing import Literal

from pydantic import Field, model_validator

from readiness.domain.base import Exact, Model
from readiness.domain.calibrating import CalibrationRating
from readiness.domain.complete_logs import CompleteLog
from readiness.domain.drill_run import DrillAction, DrillLine, DrillRun, DrillStamp
from readiness.domain.interviewing import EvidenceRequest, FollowUp, Note, Sitting
from readiness.domain.operating import Operating
from readiness.domain.planning import Plan
from readiness.domain.scale import Level, Modality, Rating, Stage
from readiness.domain.simulated import KeptRun
from readiness.domain.stress import StressFigure
from readiness.domain.tracking import Tracking

Basis = Literal["statement", "document", "record"]
Seniority = Literal["floor", "lead", "executive"]
FunctionCode = Literal["MFG", "QA", "SC", "MSAT", "QC", "RA", "IT", "EXEC", "TEAM"]
Said = Level | Literal["not_applicable", "unknown"]
Form = Literal["full", "short"]


class Profile(Model):
    """What is assessed."""

    organisation: str
    modality: Modality
    stage: Stage
    sites: int | None = Field(default=None, ge=0)
    parties: int | None = Field(default=None, ge=1)
    """Makers involved: own sites and contractors. None: not answered yet."""
    contractors: int | None = Field(default=None, ge=0)
    gene_modified: bool = True
    automation: Literal["manual", "mixed", "electronic"] = "manual"
    regions: tuple[str, ...] = ()
    """Empty: clauses of every region are printed."""
    point_of_care: bool = False
    launch_date: date | None = None
    demand_per_year: int | None = Field(default=None, ge=0, le=10_000_000)
    """Batches asked for in a year at launch; None: not known yet."""

    @property
    def contractors_known(self) -> int | None:
        """As given, else parties less sites (formats), None if neither is known."""
        if self.contractors is not None:
            return self.contractors
        if self.parties is None or self.sites is None:
            return None
        return max(0, self.parties - self.sites)


class Window(Model):
    """The window of typed-in measurements."""

    from_: date = Field(alias="from")
    to: date
    batches: int = Field(ge=0)


class Respondent(Model):
    """Somebody who answers, named by a code."""

    id: str
    function: FunctionCode
    seniority: Seniority = "lead"
    chain_owner: str = ""
    """The answer to *who owns the end-to-end chain?* (domain 1.14): a role, never a name."""


class Response(Model):
    """One respondent's answer to one capability."""

    capability: str
    respondent: str
    level: Said
    basis: Basis | None = None
    """None counts as a statement."""
    note: str = ""
    reason: str = ""
    proof: str = ""
    """A link or file name of what was seen."""
    dated: date | None = None
    """The date of the document or record that was seen."""

    @property
    def is_complete(self) -> bool:
        """Whether it closes its question: *not applicable* needs a reason (method 2)."""
        return self.level != "not_applicable" or bool(self.reason)


class Consensus(Model):
    """A level, or not applicable, that an assessor puts in place of the answers (method 2)."""

    capability: str
    level: Level | Literal["not_applicable"]
    basis: Basis = "statement"
    reason: str = Field(min_length=1)
    by: str
    on: date


class TypedMeasurement(Model):
    """A tally typed in where no log exists (method 3, *Typed in by hand*)."""

    metric: str
    events: int | None = Field(default=None, ge=0)
    exposure: Exact | None = Field(default=None, ge=0)
    trials: int | None = Field(default=None, ge=0)
    n: int | None = Field(default=None, ge=0)
    value: Exact | None = None
    level: Level | None = None
    source: str = ""


class Detection(Model):
    """A look into executed records that lifts a suspicion (method 3)."""

    metric: str
    records_sampled: int = Field(ge=0)
    reported: int = Field(ge=0)
    found_unreported: int = Field(ge=0)
    by: str
    on: date


class DrillAnswer(Model):
    """The answer to one information item."""

    n: int
    answer: Literal["right", "partial", "wrong", "unknown"]
    minute: Exact | None = Field(default=None, ge=0)


class Drill(Model):
    """A drill that was held."""

    scenario: str
    held_on: date
    points: int | None = Field(default=None, ge=0, le=100)
    critical_fail: bool = False
    blocks: dict[str, int] = {}
    items: tuple[DrillAnswer, ...] = ()
    led_by: Literal["lead", "deputy"] = "lead"

    @model_validator(mode="after")
    def _points_or_blocks(self) -> "Drill":
        if self.points is None and not self.blocks and not self.items:
            raise ValueError("points, or blocks with items, were expected")
        return self


class HybridAnswers(Model):
    """Archetypes and fragmentation flags of the set-up (method 12)."""

    archetypes: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    not_known: tuple[str, ...] = ()
    """Flags that nobody could answer: they bind like raised ones."""


class Override(Model):
    """A rating or a target changed by an assessor (method 6 and 7)."""

    capability: str
    rating: Literal["P", "R", "L", "target"]
    value: Level
    reason: str = Field(min_length=1)
    by: str
    on: date


class Settings(Model):
    """Weights, bands and horizon of this assessment; None means the content's."""

    weights: dict[Rating, Exact] | None = None
    bands: dict[Literal["act_now", "next", "plan"], Exact] | None = None
    horizon: Literal["next_stage", "launch"] = "next_stage"
    people: Literal["codes", "roles"] = "codes"
    """What stands for people in the records: a stable code each, or their role alone."""


class CarriedLevel(Model):
    """The last level of a metric that an earlier round measured (method 4)."""

    metric: str
    level: Level
    measured_on: date


class Follows(Model):
    """The round before this one: where it lies in the same store, and what judged it then."""

    assessment: str
    version: str
    """Of the content, with its hash, on the day this round was begun."""
    sha256: str


class Incidents(Model):
    """Counts of the last 12 months; None means *do not know*, which is a finding, never 0."""

    identity_mismatch: int | None = Field(default=None, ge=0)
    double_booking_reached_patient: int | None = Field(default=None, ge=0)
    custody_gap: int | None = Field(default=None, ge=0)


NOT_JUDGED = frozenset(
    {
        "follows",
        "notes",
        "follow_ups",
        "requests",
        "sittings",
        "calibration",
        "tracking",
        "plan",
        "stress",
        "drill_runs",
        "drill_stamps",
        "drill_log",
        "drill_actions",
    }
)
"""Fields of an assessment that no figure is made of."""


class Assessment(Model):
    """Everything that was said; the logs stand apart, as evidence."""

    format: Literal[1] = 1
    id: str
    title: str
    as_of: date
    questionnaire: str
    form: Form = "full"
    profile: Profile
    window: Window | None = None
    respondents: tuple[Respondent, ...] = ()
    responses: tuple[Response, ...] = ()
    consensus: tuple[Consensus, ...] = ()
    measurements: tuple[TypedMeasurement, ...] = ()
    detection: tuple[Detection, ...] = ()
    complete_logs: tuple[CompleteLog, ...] = ()
    incidents: Incidents = Incidents()
    drills: tuple[Drill, ...] = ()
    hybrid: HybridAnswers | None = None
    overrides: tuple[Override, ...] = ()
    settings: Settings = Settings()
    carried: tuple[CarriedLevel, ...] = ()
    follows: Follows | None = None
    notes: tuple[Note, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    requests: tuple[EvidenceRequest, ...] = ()
    sittings: tuple[Sitting, ...] = ()
    calibration: tuple[CalibrationRating, ...] = ()
    tracking: tuple[Tracking, ...] = ()
    plan: Plan = Plan()
    stress: tuple[StressFigure, ...] = ()
    simulation: KeptRun | None = None
    drill_runs: tuple[DrillRun, ...] = ()
    drill_stamps: tuple[DrillStamp, ...] = ()
    drill_log: tuple[DrillLine, ...] = ()
    drill_actions: tuple[DrillAction, ...] = ()
    operating: Operating = Operating()

    @cached_property
    def respondent_by_id(self) -> dict[str, Respondent]:
        """Respondents by code."""
        return {r.id: r for r in self.respondents}

    @cached_property
    def responses_of(self) -> dict[str, tuple[Response, ...]]:
        """Responses by capability, in the order of their entry."""
        found: dict[str, list[Response]] = {}
        for response in self.responses:
            found.setdefault(response.capability, []).append(response)
        return {capability: tuple(responses) for capability, responses in found.items()}

    @cached_property
    def tracking_of(self) -> dict[str, Tracking]:
        """What is done about a gap or finding, by its id."""
        return {t.item: t for t in self.tracking}

    @cached_property
    def consensus_of(self) -> dict[str, Consensus]:
        """The last consensus by capability."""
        return {c.capability: c for c in self.consensus}
