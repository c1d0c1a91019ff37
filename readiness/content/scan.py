"""How scheduling workbooks are looked at: ``scan.yaml`` to `ScanRules`."""

from pathlib import Path
from typing import Any

from pydantic import ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.error import MarkedYAMLError

from readiness.domain.errors import ContentRefused, Problem
from readiness.domain.scan_rules import ScanRules

FILE = "scan.yaml"


def load_scan_rules(folder: Path) -> ScanRules:
    """The rules of a questionnaire's folder.

    Raises ContentRefused with the line of every error: a missing file, broken YAML, a key given
    twice, an unknown key or a value out of range.
    """
    path = folder / FILE
    if not path.is_file():
        advice = "copy it from another questionnaire"
        raise ContentRefused([Problem(FILE, "the file is missing", advice=advice)])
    reader = YAML(typ="rt", pure=True)
    reader.allow_duplicate_keys = False
    try:
        values = reader.load(path.read_text(encoding="utf-8"))
    except MarkedYAMLError as error:
        mark = error.problem_mark
        row = None if mark is None else mark.line + 1
        raise ContentRefused([Problem(FILE, error.problem or "broken YAML", row=row)]) from None
    try:
        return ScanRules.model_validate(values)
    except ValidationError as error:
        raise ContentRefused(
            [
                Problem(
                    FILE, f"{'.'.join(map(str, e['loc']))}: {e['msg']}", row=_line(values, e["loc"])
                )
                for e in error.errors()
            ]
        ) from None


def _line(values: Any, path: tuple[int | str, ...]) -> int | None:
    """The line of a key, or of the nearest key above it that the file has."""
    line = None
    for key in path:
        if not isinstance(values, CommentedMap) or key not in values:
            break
        line = values.lc.key(key)[0] + 1
        values = values[key]
    return line
