"""What a model refuses, in sentences with a line and the nearest name that would do."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from rapidfuzz import fuzz, process

from readiness.domain.errors import Problem
from readiness.workspace.placed import Placed, Where

SIMILAR = 50
"""Per cent of likeness under which no name is proposed."""

# Longer numbers, and exponents, could keep a machine busy for hours before they are refused.
_PLAIN_NUMBER = re.compile(r"-?\d{1,15}(\.\d{1,15})?(/\d{1,15})?")


def nearest(word: object, choices: Iterable[str]) -> str:
    """The advice to write the most similar choice, or '' if none is like the word."""
    found = process.extractOne(
        str(word), list(choices), scorer=fuzz.ratio, processor=str.casefold, score_cutoff=SIMILAR
    )
    return f"The nearest valid name is {found[0]}" if found else ""


def problems_of(
    error: ValidationError, model: type[BaseModel], placed: Placed, where: Where
) -> list[Problem]:
    """Every error of a validation, one problem a place; ``where``: of the checked value."""
    grouped: dict[Where, list[Any]] = {}
    for one in error.errors():
        grouped.setdefault(_existing(placed.value, where, one), []).append(one)
    return [_problem(at, errors, model, placed, where) for at, errors in grouped.items()]


def loose_values(model: type[BaseModel], value: Any, where: Where) -> Iterator[tuple[Where, str]]:
    """Values that a lenient model would take for something else, with what was expected there.

    True for the number 1, a number for a date, a text that unpacks to a giant number.
    """
    if not isinstance(value, dict):
        return
    fields = {info.alias or name: info for name, info in model.model_fields.items()}
    for key in value.keys() & fields.keys():
        kinds = set(_kinds(fields[key]))
        inner = [k for k in kinds if isinstance(k, type) and issubclass(k, BaseModel)]
        at = (*where, key)
        if inner:
            rows = enumerate(value[key]) if isinstance(value[key], list) else [(None, value[key])]
            for index, row in rows:
                yield from loose_values(inner[0], row, at if index is None else (*at, index))
        elif expected := _loose(value[key], kinds):
            yield at, expected


def say_choices(choices: Sequence[str]) -> str:
    """``a, b or c``."""
    return " or ".join(filter(None, [", ".join(choices[:-1]), choices[-1]])) if choices else ""


def _kinds(info: FieldInfo) -> Iterator[Any]:
    pending: list[Any] = [info.annotation]
    while pending:
        kind = pending.pop()
        inner = get_args(kind)
        if inner:
            pending.extend(i for i in inner if i is not Ellipsis)
        else:
            yield kind


def _loose(value: Any, kinds: set[Any]) -> str:
    values = value.values() if isinstance(value, dict) else [value]
    for one in values:
        if isinstance(one, bool) and bool not in kinds:
            return "a value other than true or false"
        if date in kinds and isinstance(one, int | float):
            return "a date such as 2026-11-22"
        if Fraction in kinds and isinstance(one, str) and not _PLAIN_NUMBER.fullmatch(one):
            return "a plain number"
    return ""


def _existing(value: Any, where: Where, error: Any) -> Where:
    """The way of an error as far as it can be followed in the file, and a missing key's name."""
    at = list(where)
    for part in where:
        value = value[part]
    for part in error["loc"]:
        there = (isinstance(value, dict) and part in value) or (
            isinstance(value, list) and isinstance(part, int) and part < len(value)
        )
        if not there:
            if error["type"] == "missing" and part == error["loc"][-1]:
                at.append(part)
            break
        value = value[part]
        at.append(part)
    return tuple(at)


def _problem(
    at: Where, errors: list[Any], model: type[BaseModel], placed: Placed, where: Where
) -> Problem:
    first = errors[0]
    choices = [c for e in errors for c in _choices(e)]
    if first["type"] == "missing":
        return placed.problem(at, "is missing", advice="Add it")
    if first["type"] == "extra_forbidden":
        owner = _model_at(model, at[len(where) : -1])
        names = [info.alias or name for name, info in owner.model_fields.items()]
        advice = nearest(at[-1], names) or f"Known here: {say_choices(names)}"
        return placed.problem(at, "this key is not known", advice=advice)
    if choices:
        return placed.problem(
            at,
            f"found {_shown(first['input'])}",
            expected=say_choices(choices),
            advice=nearest(first["input"], choices),
        )
    return placed.problem(at, _sentence(first), advice=_advice(first))


def _choices(error: Any) -> list[str]:
    if error["type"] != "literal_error":
        return []
    return [part.strip("'") for part in re.split(r", | or ", error["ctx"]["expected"])]


def _model_at(model: type[BaseModel], parts: Where) -> type[BaseModel]:
    for part in parts:
        if isinstance(part, str) and part in model.model_fields:
            inner = [k for k in _kinds(model.model_fields[part]) if isinstance(k, type)]
            model = next((k for k in inner if issubclass(k, BaseModel)), model)
    return model


_SENTENCES = {
    "model_type": "keys with values were expected, as in {{key: value}}",
    "tuple_type": "a list was expected",
    "dict_type": "keys with values were expected",
    "string_too_short": "it must not be empty",
    "string_type": "found {input}, a text was expected",
    "int_type": "found {input}, a whole number was expected",
    "int_parsing": "found {input}, a whole number was expected",
    "int_from_float": "found {input}, a whole number was expected",
    "bool_parsing": "found {input}, true or false was expected",
    "bool_type": "found {input}, true or false was expected",
    "greater_than_equal": "found {input}, at least {ge} was expected",
    "less_than_equal": "found {input}, at most {le} was expected",
}


def _sentence(error: Any) -> str:
    if error["type"].startswith("date"):
        return f"found {_shown(error['input'])}, a date such as 2026-11-22 was expected"
    template = _SENTENCES.get(error["type"])
    if template is None:
        return str(error["msg"]).removeprefix("Value error, ")
    return template.format(input=_shown(error["input"]), **error.get("ctx", {}))


def _advice(error: Any) -> str:
    if error["type"] == "string_type" and isinstance(error["input"], int | float | date):
        return "Put it in quotes"
    return ""


def _shown(value: object) -> str:
    text = "nothing" if value is None else str(value)
    return text if len(text) <= 60 else text[:57] + "..."
