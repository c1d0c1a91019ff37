"""What stands in which file of a questionnaire, as models.

``questionnaire.yaml`` holds the head; ``dimensions/<id>.yaml`` one dimension each,
``metrics/<id>.yaml`` one stream each, in the orders that the head gives; ``references.yaml`` every
clause that capabilities cite by its id; ``xray.yaml`` the consistency rules; each part named
in ``WHOLE`` one file. Other files in the folder belong to other readers.
"""

from pathlib import Path
from typing import Literal

from readiness.domain.base import Model
from readiness.domain.calibrating import CalibrationRules
from readiness.domain.capability import CapabilityItself, Reference
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
from readiness.domain.questionnaire import Hybrid, Incident, ShortForm, Texts, Wave, XrayRule
from readiness.domain.retention import RetentionRules
from readiness.domain.ripple import RippleRules
from readiness.domain.rules import ClaimRules, PriorityRules, RecordRules, VerdictRules
from readiness.domain.scale import (
    Function,
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

Region = Literal["US", "EU", "UK", "ICH", "any"]

HEAD = "questionnaire.yaml"
DIMENSIONS = "dimensions"
METRICS = "metrics"
REFERENCES = "references.yaml"
DRILLS = "drills.yaml"
HYBRID = "hybrid.yaml"
CDMO = "cdmo.yaml"
LOCK_IN = "lock_in.yaml"
STOPWATCH = "stopwatch.yaml"
RIPPLE = "ripple.yaml"
RETENTION = "retention.yaml"
INTERSECTIONS = "intersections.yaml"
MODEL_MAP = "model_map.yaml"
OVERSIGHT = "oversight.yaml"
LENSES = "lenses.yaml"
DATA_READINESS = "data_readiness.yaml"
SCALING_LIMITS = "scaling_limits.yaml"
OPEN_OPTIONS = "open_options.yaml"
XRAY = "xray.yaml"
WHOLE = (
    "drills",
    "hybrid",
    "cdmo",
    "lock_in",
    "stopwatch",
    "ripple",
    "retention",
    "intersections",
    "model_map",
    "oversight",
    "lenses",
    "data_readiness",
    "scaling_limits",
    "open_options",
)
"""Parts that are one file each, named as in the questionnaire."""
SINGLE = (HEAD, REFERENCES, *(f"{name}.yaml" for name in WHOLE), XRAY)


class HeadFile(Model):
    """``questionnaire.yaml``: the questionnaire without the parts that have files of their own."""

    id: str
    version: str
    title: str
    purpose: str
    dimension_order: tuple[str, ...]
    stream_order: tuple[str, ...]
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


class CapabilityEntry(CapabilityItself):
    """A capability as written: its references by id."""

    references: tuple[str, ...]


class DimensionFile(Model):
    """``dimensions/<id>.yaml``: a dimension and its capabilities."""

    id: str
    name: str
    short: str
    capabilities: tuple[CapabilityEntry, ...]


class Clause(Model):
    """One clause, guidance or standard; what it leaves out holds as its group says."""

    id: str
    text: str
    region: Region | None = None
    applies_from: Stage | None = None
    applies_until: Stage | None = None
    modalities: tuple[Modality, ...] | None = None
    mark: Mark | None = None
    note: str | None = None


class ClauseGroup(Model):
    """Clauses that share where, from when and how surely they speak."""

    name: str
    region: Region
    applies_from: Stage
    applies_until: Stage | None = None
    modalities: tuple[Modality, ...] = ()
    mark: Mark
    note: str = ""
    clauses: tuple[Clause, ...]

    def reference(self, clause: Clause) -> Reference:
        """The clause with what it has from its group."""
        shared = self.model_dump(exclude={"name", "clauses"})
        return Reference(**shared | clause.model_dump(exclude={"id"}, exclude_none=True))


class ReferencesFile(Model):
    """``references.yaml``: every clause, guidance and standard, once."""

    groups: tuple[ClauseGroup, ...]


class MetricsFile(Model):
    """``metrics/<id>.yaml``: a stream of evidence and its metrics."""

    stream: Stream
    metrics: tuple[Metric, ...]


class XrayFile(Model):
    """``xray.yaml``: the consistency rules."""

    rules: tuple[XrayRule, ...]


MODELS: dict[str, type[Model]] = {
    "questionnaire": HeadFile,
    "dimension": DimensionFile,
    "references": ReferencesFile,
    "metrics": MetricsFile,
    "drills": DrillRules,
    "hybrid": Hybrid,
    "cdmo": ScorecardRules,
    "lock_in": LockInRules,
    "retention": RetentionRules,
    "intersections": IntersectionRules,
    "model_map": MapRules,
    "stopwatch": StopwatchRules,
    "ripple": RippleRules,
    "lenses": LensRules,
    "data_readiness": DataReadinessRules,
    "oversight": OversightRules,
    "scaling_limits": LimitRules,
    "open_options": OptionRules,
    "xray": XrayFile,
}
"""By the name of the generated schema."""

ENTRIES: dict[str, tuple[str, type[Model]]] = {
    "dimension": ("capabilities", CapabilityEntry),
    "metrics": ("metrics", Metric),
    "xray": ("rules", XrayRule),
}
"""The lists whose entries are judged one by one, so that a broken one hides no other."""


def kind_of(file: str) -> str:
    """The schema name of a file, given as a path relative to the questionnaire's folder."""
    path = Path(file)
    if path.parent.name == DIMENSIONS:
        return "dimension"
    return "metrics" if path.parent.name == METRICS else path.stem


def list_files(folder: Path) -> tuple[str, ...]:
    """The files of a questionnaire that are there, relative, head first, in a fixed order."""
    single = [name for name in SINGLE if (folder / name).is_file()]
    several = [
        path.relative_to(folder).as_posix()
        for part in (DIMENSIONS, METRICS)
        for path in sorted((folder / part).glob("*.yaml"))
    ]
    return (*single, *several)
