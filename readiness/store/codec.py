"""Domain values as plain JSON and back, without losing an exact number on the way."""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction

from pydantic import BaseModel, JsonValue


def to_json(value: object) -> JsonValue:
    """The JSON of a domain value, such that validating it gives an equal value.

    A fraction becomes a number where the number's own decimals say the same, else ``"1/3"``:
    floats alone would move a metric across a cut point. Fields that are None by default are left
    out. Raises TypeError for anything that is no domain value.
    """
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, Fraction):
        return _number(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, BaseModel):
        return _fields(value)
    if isinstance(value, Mapping):
        return {str(k): to_json(v) for k, v in value.items()}
    if isinstance(value, Sequence):
        return [to_json(v) for v in value]
    raise TypeError(f"{type(value).__name__} has no place in the store")


def _number(value: Fraction) -> JsonValue:
    if value.denominator == 1:
        return value.numerator
    near = float(value)
    return near if Fraction(str(near)) == value else str(value)


def _fields(model: BaseModel) -> JsonValue:
    found: dict[str, JsonValue] = {}
    for name, info in type(model).model_fields.items():
        value = getattr(model, name)
        if value is None and info.default is None:
            continue
        found[info.alias or name] = to_json(value)
    return found
