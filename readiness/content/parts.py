"""A questionnaire in parts, each with its place: what the cross-checks look at.

A broken entry leaves the parts, and its id stays known, so that one error in one file neither
hides the others nor makes false ones out of every mention of it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from readiness.content.faults import faults
from readiness.content.files import (
    CDMO,
    DATA_READINESS,
    DRILLS,
    ENTRIES,
    HEAD,
    HYBRID,
    INTERSECTIONS,
    LENSES,
    LOCK_IN,
    MODEL_MAP,
    MODELS,
    OPEN_OPTIONS,
    OVERSIGHT,
    REFERENCES,
    RETENTION,
    RIPPLE,
    SCALING_LIMITS,
    SINGLE,
    STOPWATCH,
    CapabilityEntry,
    HeadFile,
    MetricsFile,
    ReferencesFile,
    kind_of,
)
from readiness.content.reading import Path, Source
from readiness.domain.base import Model
from readiness.domain.data_readiness import DataReadinessRules
from readiness.domain.drills import DrillRules
from readiness.domain.errors import Problem
from readiness.domain.intersections import IntersectionRules
from readiness.domain.lenses import LensRules
from readiness.domain.lock_in import LockInRules
from readiness.domain.map_rules import MapRules
from readiness.domain.metric import Metric, Stream
from readiness.domain.open_options import OptionRules
from readiness.domain.oversight import OversightRules
from readiness.domain.questionnaire import Hybrid, XrayRule
from readiness.domain.retention import RetentionRules
from readiness.domain.ripple import RippleRules
from readiness.domain.scaling_limits import LimitRules
from readiness.domain.scorecard import ScorecardRules
from readiness.domain.stopwatch import StopwatchRules

T = TypeVar("T")


@dataclass(frozen=True)
class Placed(Generic[T]):
    """A value and where it stands: the file's name within the folder and the path inside it."""

    value: T
    file: str
    path: Path = ()


@dataclass(frozen=True)
class Complaint:
    """A contradiction between parts, before its line is looked up."""

    at: Placed[Any]
    message: str
    advice: str
    inside: Path = ()
    """From the part to the value in question."""
    expected: str = ""

    @property
    def path(self) -> Path:
        """From the top of the file."""
        return (*self.at.path, *self.inside)


@dataclass(frozen=True)
class Parts:
    """What could be read, part by part; None and empty where a file is missing or broken."""

    files: dict[str, Model]
    """Whole files that are sound, by their names within the folder."""
    names: tuple[str, ...]
    """All files that are there."""
    capabilities: tuple[Placed[CapabilityEntry], ...]
    metrics: tuple[Placed[Metric], ...]
    rules: tuple[Placed[XrayRule], ...]
    raw: dict[str, object]
    """The plain values, for ids of entries that are broken."""

    @property
    def head(self) -> HeadFile | None:
        """``questionnaire.yaml``."""
        head = self.files.get(HEAD)
        return head if isinstance(head, HeadFile) else None

    @property
    def references(self) -> ReferencesFile | None:
        """``references.yaml``."""
        file = self.files.get(REFERENCES)
        return file if isinstance(file, ReferencesFile) else None

    @property
    def drills(self) -> DrillRules | None:
        """``drills.yaml``."""
        file = self.files.get(DRILLS)
        return file if isinstance(file, DrillRules) else None

    @property
    def hybrid(self) -> Hybrid | None:
        """``hybrid.yaml``."""
        file = self.files.get(HYBRID)
        return file if isinstance(file, Hybrid) else None

    @property
    def cdmo(self) -> ScorecardRules | None:
        """``cdmo.yaml``."""
        file = self.files.get(CDMO)
        return file if isinstance(file, ScorecardRules) else None

    @property
    def lock_in(self) -> LockInRules | None:
        """``lock_in.yaml``."""
        file = self.files.get(LOCK_IN)
        return file if isinstance(file, LockInRules) else None

    @property
    def retention(self) -> RetentionRules | None:
        """``retention.yaml``."""
        file = self.files.get(RETENTION)
        return file if isinstance(file, RetentionRules) else None

    @property
    def intersections(self) -> IntersectionRules | None:
        """``intersections.yaml``."""
        file = self.files.get(INTERSECTIONS)
        return file if isinstance(file, IntersectionRules) else None

    @property
    def model_map(self) -> MapRules | None:
        """``model_map.yaml``."""
        file = self.files.get(MODEL_MAP)
        return file if isinstance(file, MapRules) else None

    @property
    def stopwatch(self) -> StopwatchRules | None:
        """``stopwatch.yaml``."""
        file = self.files.get(STOPWATCH)
        return file if isinstance(file, StopwatchRules) else None

    @property
    def ripple(self) -> RippleRules | None:
        """``ripple.yaml``."""
        file = self.files.get(RIPPLE)
        return file if isinstance(file, RippleRules) else None

    @property
    def oversight(self) -> OversightRules | None:
        """``oversight.yaml``."""
        file = self.files.get(OVERSIGHT)
        return file if isinstance(file, OversightRules) else None

    @property
    def lenses(self) -> LensRules | None:
        """``lenses.yaml``."""
        file = self.files.get(LENSES)
        return file if isinstance(file, LensRules) else None

    @property
    def open_options(self) -> OptionRules | None:
        """``open_options.yaml``."""
        file = self.files.get(OPEN_OPTIONS)
        return file if isinstance(file, OptionRules) else None

    @property
    def scaling_limits(self) -> LimitRules | None:
        """``scaling_limits.yaml``."""
        file = self.files.get(SCALING_LIMITS)
        return file if isinstance(file, LimitRules) else None

    @property
    def data_readiness(self) -> DataReadinessRules | None:
        """``data_readiness.yaml``."""
        file = self.files.get(DATA_READINESS)
        return file if isinstance(file, DataReadinessRules) else None

    @property
    def streams(self) -> tuple[Placed[Stream], ...]:
        """Streams of sound files."""
        return tuple(
            Placed(file.stream, name, ("stream",))
            for name, file in self.files.items()
            if isinstance(file, MetricsFile)
        )

    def ids(self, kind: str) -> frozenset[str] | None:
        """Every id that the files of a kind give to their entries, broken ones included.

        None while a file of the kind cannot be read at all: nobody knows then what it holds.
        """
        if any(kind_of(name) == kind and values is None for name, values in self.raw.items()):
            return None
        return frozenset(str(entry["id"]) for _, entry in self.entries(kind) if "id" in entry)

    def clause_ids(self) -> frozenset[str] | None:
        """Every id of a clause; None while their file cannot be read."""
        if self.raw.get(REFERENCES) is None:
            return None
        groups = _list(self.raw[REFERENCES], "groups")
        clauses = [clause for group in groups for clause in _list(group, "clauses")]
        return frozenset(str(c["id"]) for c in clauses if isinstance(c, dict) and "id" in c)

    def entries(self, kind: str) -> Iterator[tuple[Placed[None], dict[str, object]]]:
        """The raw entries of every file of a kind with their places."""
        key = ENTRIES[kind][0]
        for name, values in self.raw.items():
            if kind_of(name) == kind:
                for number, entry in enumerate(_list(values, key)):
                    if isinstance(entry, dict):
                        yield Placed(None, name, (key, number)), entry


def _list(values: object, key: str) -> list[Any]:
    found = values.get(key) if isinstance(values, dict) else None
    return found if isinstance(found, list) else []


def build(sources: dict[str, Source]) -> tuple[Parts, list[Problem]]:
    """The parts of a folder's sources by name, and what in them contradicts the models."""
    files: dict[str, Model] = {}
    entries: dict[str, list[Placed[Any]]] = {kind: [] for kind in ENTRIES}
    problems: list[Problem] = []
    for name, source in sources.items():
        kind = kind_of(name)
        if source.values is None:
            continue
        try:
            files[name] = MODELS[kind].model_validate(source.values)
        except ValidationError as error:
            problems += faults(kind, source, error)
        if kind in ENTRIES:
            entries[kind] += _sound(kind, name, files.get(name), source.values)
    parts = Parts(
        files=files,
        names=tuple(sources),
        capabilities=tuple(entries["dimension"]),
        metrics=tuple(entries["metrics"]),
        rules=tuple(entries["xray"]),
        raw={name: source.values for name, source in sources.items()},
    )
    return parts, problems


def _sound(kind: str, name: str, file: Model | None, values: object) -> Iterator[Placed[Any]]:
    """The entries of a file that are sound, from the file as a whole or one by one."""
    key, model = ENTRIES[kind]
    if file is not None:
        for number, entry in enumerate(getattr(file, key)):
            yield Placed(entry, name, (key, number))
        return
    for number, raw in enumerate(_list(values, key)):
        try:
            yield Placed(model.model_validate(raw), name, (key, number))
        except ValidationError:  # told already, with the file as a whole
            continue


def missing_files(folder: str, parts: Parts) -> Iterator[Problem]:
    """A file that every questionnaire has and this one has not."""
    for name in SINGLE:
        if name not in parts.names:
            yield Problem(
                f"{folder}/{name}", "the file is missing", advice="Write it, or put it back."
            )
