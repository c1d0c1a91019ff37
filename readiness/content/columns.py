"""The vocabulary of intake: ``columns.yaml`` and ``intake-errors.yaml`` of a questionnaire."""

from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from readiness.content.reading import read
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
        data = path.read_bytes()
    except FileNotFoundError as error:
        problem = Problem(path.name, "the file is missing", advice="Put it back from a copy.")
        raise ContentRefused([problem]) from error
    source, problems = read(path.name, data)
    if problems:
        raise ContentRefused(problems)
    try:
        return model.model_validate(source.values)
    except ValidationError as error:
        raise ContentRefused(
            [
                Problem(
                    path.name,
                    found["msg"],
                    row=source.line(found["loc"]),
                    column=".".join(map(str, found["loc"])) or None,
                    advice="Correct the entry.",
                )
                for found in error.errors()
            ]
        ) from error
