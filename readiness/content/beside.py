"""One file that stands beside a questionnaire, checked against its model."""

from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from readiness.content.reading import read
from readiness.domain.base import Model
from readiness.domain.errors import ContentRefused, Problem

Made = TypeVar("Made", bound=Model)


def load_beside(folder: Path, file: str, model: type[Made]) -> Made:
    """The content of a file in a questionnaire's folder.

    Raises ContentRefused with the line of every error: a missing file, broken YAML, a key given
    twice, an unknown key or a value out of range.
    """
    try:
        source, problems = read(file, (folder / file).read_bytes())
    except FileNotFoundError:
        advice = "Copy it from another questionnaire"
        raise ContentRefused([Problem(file, "the file is missing", advice=advice)]) from None
    if problems:
        raise ContentRefused(problems)
    try:
        return model.model_validate(source.values)
    except ValidationError as error:
        raise ContentRefused(
            [
                Problem(
                    file,
                    f"{'.'.join(map(str, found['loc']))}: {found['msg']}",
                    row=source.line(found["loc"]),
                    advice="Correct the entry",
                )
                for found in error.errors()
            ]
        ) from None
