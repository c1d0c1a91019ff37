"""The vocabulary of intake: ``columns.yaml`` and ``intake-errors.yaml`` of a questionnaire."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import MarkedYAMLError

from readiness.domain.base import Model
from readiness.domain.columns import ColumnContent, IntakeErrors
from readiness.domain.errors import ContentRefused, Problem

COLUMNS = "columns.yaml"
ERRORS = "intake-errors.yaml"

_M = TypeVar("_M", bound=Model)


def load_columns(folder: Path) -> ColumnContent:
    """What intake knows of headings, values and dates, with the catalogue of its errors.

    Raises ContentRefused with file, line and advice for every error of the first broken file.
    """
    content = _load(folder / COLUMNS, ColumnContent)
    return content.model_copy(update={"errors": load_intake_errors(folder)})


def load_intake_errors(folder: Path) -> IntakeErrors:
    """The catalogue of intake errors alone. Raises ContentRefused."""
    return _load(folder / ERRORS, IntakeErrors)


def _load(path: Path, model: type[_M]) -> _M:
    try:
        text = path.read_text(encoding="utf-8")
        raw: Any = YAML(typ="safe", pure=True).load(text)
    except FileNotFoundError as error:
        raise _refused(path, None, "the file is missing", "Restore it") from error
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise _refused(path, line, str(error.problem), "Correct the line") from error
    try:
        return model.model_validate(raw)
    except ValidationError as error:
        # Only this loader keeps the lines, and it takes twice the time.
        lined = YAML(typ="rt", pure=True).load(text)
        raise ContentRefused(
            [
                Problem(
                    file=path.name,
                    row=_line(lined, found["loc"]),
                    column=".".join(map(str, found["loc"])) or None,
                    message=found["msg"],
                    advice="Correct the entry",
                )
                for found in error.errors()
            ]
        ) from error


def _refused(path: Path, line: int | None, message: str, advice: str) -> ContentRefused:
    return ContentRefused([Problem(file=path.name, row=line, message=message, advice=advice)])


def _line(node: Any, place: Sequence[int | str]) -> int | None:
    """The line of the innermost part of a place that the file holds, 1-based."""
    line = None
    for key in place:
        if isinstance(node, CommentedMap) and key in node:
            line = node.lc.key(key)[0] + 1
        elif isinstance(node, CommentedSeq) and isinstance(key, int) and key < len(node):
            line = node.lc.item(key)[0] + 1
        else:
            break
        node = node[key]
    return line
