"""JSON Schema of the files of an assessment folder, for editors that check while one types.

``python -m readiness.workspace.folder_schema`` writes the files anew after a change of the models.
"""

from pathlib import Path
from typing import Any

from readiness.content.schema import as_text, of_model, write_files
from readiness.domain.assessment import Assessment
from readiness.domain.base import Model
from readiness.domain.complete_logs import CompleteLog
from readiness.domain.operating_files import PartnerFile
from readiness.evidence.mapping import FileMapping
from readiness.workspace.operating_files import ENDING, PARTNER, WHOLE

SCHEMAS = "schema/folder"
"""Below the folder of the questionnaires."""


class EvidenceFile(Model):
    """``evidence.yaml``: which file is what, and which logs are stated to be complete."""

    files: tuple[FileMapping, ...] = ()
    complete: tuple[CompleteLog, ...] = ()


FRACTION = {"type": ["number", "string"], "pattern": r"^-?[0-9]+/[0-9]+$"}
FILES: dict[str, type[Model]] = {
    "assessment": Assessment,
    "evidence": EvidenceFile,
    "cdmo": PartnerFile,
    **{name.removesuffix(ENDING): model for name, model in WHOLE.items()},
}
"""By the name of the generated schema."""


def schema_of(file: str) -> str:
    """The name of the schema of a file of the folder: ``cdmo`` of ``cdmo-vector.yaml``."""
    stem = Path(file).stem
    return "cdmo" if stem.startswith(PARTNER) else stem


def render() -> dict[str, str]:
    """File name to text of every generated schema."""
    return {f"{name}.json": as_text(_exact(of_model(model))) for name, model in FILES.items()}


def _exact(part: Any) -> Any:
    """The schema with fractions beside numbers: 13/3 is written where no decimal is exact."""
    if isinstance(part, list):
        return [_exact(one) for one in part]
    if not isinstance(part, dict):
        return part
    made = {key: _exact(value) for key, value in part.items()}
    return made | FRACTION if made.get("type") == "number" else made


if __name__ == "__main__":
    write_files(Path(__file__).parents[2] / "questionnaires" / SCHEMAS, render())
