"""The parameters of a simulation of patient slots, read from a file with every problem at once."""

from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from readiness.domain.errors import InputRefused, NotFound, Problem
from readiness.domain.simulation import (
    DemandShock,
    FailureShock,
    NoStarts,
    Parameters,
    ReleaseDelay,
    SiteDown,
)
from readiness.workspace.placed import Placed, Where, read_placed
from readiness.workspace.refusals import nearest, problems_of, say_choices

MAX_KB = 500

SHOCKS: dict[str, type[BaseModel]] = {
    "demand": DemandShock,
    "site_down": SiteDown,
    "no_starts": NoStarts,
    "release_delay": ReleaseDelay,
    "failure": FailureShock,
}
"""The shocks by their ``kind``."""


def read_parameters(path: Path) -> Parameters:
    """The parameters of a YAML file (formats, *Simulation parameters*).

    Raises NotFound, and InputRefused with every problem and its line.
    """
    if not path.is_file():
        raise NotFound(f"There is no file {path}.")
    if path.stat().st_size > MAX_KB * 1024:
        raise InputRefused([Problem(str(path), f"This file is larger than {MAX_KB} KB")])
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        problem = Problem(str(path), "This is no UTF-8 text", advice="Save it as UTF-8")
        raise InputRefused([problem]) from error
    return parse_parameters(text, str(path))


def parse_parameters(text: str, file: str) -> Parameters:
    """The parameters of a YAML text. Raises InputRefused with every problem and its line."""
    placed = read_placed(text, file)
    if not isinstance(placed.value, dict):
        raise InputRefused([Problem(file, "Parameters were expected: keys with values", row=1)])
    shocks = placed.value.get("shocks") or []
    problems: list[Problem] = []
    if isinstance(shocks, list):
        for position, shock in enumerate(shocks):
            problems += _shock_problems(shock, placed, ("shocks", position))
    whole = placed.value if not problems else {**placed.value, "shocks": []}
    try:
        parameters = Parameters.model_validate(whole)
    except ValidationError as error:
        problems += problems_of(error, Parameters, placed, ())
    if problems:
        raise InputRefused(sorted(problems, key=lambda p: p.row or 0))
    return parameters


def _shock_problems(shock: Any, placed: Placed, where: Where) -> list[Problem]:
    """What is wrong with one shock, judged as the kind that it says it is."""
    kind = shock.get("kind") if isinstance(shock, dict) else None
    model = SHOCKS.get(str(kind))
    if model is None:
        at = (*where, "kind") if kind is not None else where
        expected = f"a shock of kind {say_choices(list(SHOCKS))}"
        message = f"found {kind}" if kind is not None else "the kind of the shock is missing"
        advice = nearest(kind, SHOCKS) if kind is not None else ""
        return [placed.problem(at, message, expected=expected, advice=advice)]
    try:
        model.model_validate(shock)
    except ValidationError as error:
        return problems_of(error, model, placed, where)
    return []
