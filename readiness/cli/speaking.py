"""What every command says and is asked: lines out, refusals, the folder."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from readiness.domain.errors import InputRefused, ReadinessError

Folder = Annotated[Path, typer.Argument(help="An assessment folder with assessment.yaml.")]
AsJson = Annotated[bool, typer.Option("--json", help="The JSON document alone.")]


def say(line: str = "") -> None:
    """A line on standard output."""
    sys.stdout.write(line + "\n")


def tell(line: str) -> None:
    """A line of progress or of an error on standard error."""
    sys.stderr.write(line + "\n")


def refuse(error: ReadinessError) -> NoReturn:
    """Each problem on a line of standard error, then exit status 1."""
    problems = error.problems if isinstance(error, InputRefused) else (error,)
    for problem in problems:
        tell(str(problem))
    raise typer.Exit(1)


@contextmanager
def refusing() -> Iterator[None]:
    """What goes wrong inside is said, and ends the command."""
    try:
        yield
    except ReadinessError as error:
        refuse(error)
