"""A questionnaire's folder to the `Questionnaire`, or to all of its errors at once."""

from hashlib import sha256
from pathlib import Path

from ruamel.yaml import YAML

from readiness.content.files import (
    DRILLS,
    HEAD,
    HYBRID,
    METRICS,
    REFERENCES,
    XRAY,
    DIMENSIONS,
    DimensionFile,
    HeadFile,
    MetricsFile,
    ReferencesFile,
    XrayFile,
    list_files,
)
from readiness.domain.base import Model
from readiness.domain.errors import NotFound, Problem
from readiness.domain.questionnaire import Capability, Dimension, DrillRules, Hybrid, Questionnaire, Reference

PACKAGE = Path(__file__).parents[1]


def content_root() -> Path:
    """Where the questionnaires lie: in the installed package, else in the repository."""
    installed = PACKAGE / "_content"
    return installed if installed.is_dir() else PACKAGE.parent / "questionnaires"


def load_by_id(id: str) -> Questionnaire:
    """The shipped questionnaire of that id; raises NotFound and ContentRefused."""
    folder = content_root() / id
    if not (folder / HEAD).is_file():
        raise NotFound(f"there is no questionnaire {id!r} in {content_root().name}")
    return load_questionnaire(folder)


def check(folder: Path) -> list[Problem]:
    """Every error of a questionnaire's folder; empty where it loads."""
    load_questionnaire(folder)
    return []


def load_questionnaire(folder: Path) -> Questionnaire:
    """The checked questionnaire of a folder."""
    raw = {name: (folder / name).read_bytes() for name in list_files(folder)}
    values = {name: YAML(typ="safe", pure=True).load(data) for name, data in raw.items()}
    head = HeadFile.model_validate(values[HEAD])
    known = {
        r.id: Reference(**{n: v for n, v in r if n != "id"})
        for r in ReferencesFile.model_validate(values[REFERENCES]).references
    }
    streams = [
        MetricsFile.model_validate(values[f"{METRICS}/{id}.yaml"]) for id in head.stream_order
    ]
    own: dict[str, Model] = {
        name: getattr(head, name) for name in HeadFile.model_fields if not name.endswith("_order")
    }
    return Questionnaire(
        **own,  # type: ignore[arg-type]
        dimensions=tuple(
            _dimension(DimensionFile.model_validate(values[f"{DIMENSIONS}/{id}.yaml"]), known)
            for id in head.dimension_order
        ),
        streams=tuple(s.stream for s in streams),
        metrics=tuple(m for s in streams for m in s.metrics),
        drills=DrillRules.model_validate(values[DRILLS]),
        hybrid=Hybrid.model_validate(values[HYBRID]),
        xray=XrayFile.model_validate(values[XRAY]).rules,
        sha256=sha256(b"\0".join(n.encode() + b"\0" + d for n, d in raw.items())).hexdigest(),
    )


def _dimension(file: DimensionFile, known: dict[str, Reference]) -> Dimension:
    """The dimension with its capabilities' references put in place of their ids."""
    return Dimension(
        id=file.id,
        name=file.name,
        short=file.short,
        capabilities=tuple(
            Capability(**{**dict(c), "references": tuple(known[r] for r in c.references)})
            for c in file.capabilities
        ),
    )
