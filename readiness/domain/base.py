"""What every domain type shares: frozen, strict about keys, exact about numbers."""

from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache
from typing import Annotated, Any, Self, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainSerializer, WithJsonSchema


class Model(BaseModel):
    """Frozen; an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy that has looked nothing up yet: a cached property is of the original's parts."""
        copy = super().model_copy(update=update, deep=deep)
        for name in copy.__dict__.keys() - type(self).model_fields.keys():
            del copy.__dict__[name]
        return copy


Made = TypeVar("Made", bound=Model)


def remade(model: Made, **changes: Any) -> Made:
    """``model_copy`` with the changes as keywords."""
    return model.model_copy(update=changes)


MAX_CHARACTERS = 100
MAX_EXPONENT = 300


def _exponent(text: str) -> int:
    _, _, exponent = text.lower().partition("e")
    return int(exponent) if exponent.lstrip("+-").isdecimal() else 0


def exact(value: Any) -> Fraction:
    """The fraction that a person typed: 0.8 is 4/5, not its nearest float (method 1).

    Raises ValueError for text that is no number, for booleans and for infinities.
    """
    if isinstance(value, Fraction):
        return value
    if isinstance(value, bool) or value is None:
        raise ValueError(f"a number was expected, not {value!r}")
    text = str(value)
    # An exponent such as 1e999999999 would fill the memory with digits.
    if len(text) > MAX_CHARACTERS or abs(_exponent(text)) > MAX_EXPONENT:
        raise ValueError("a number of ordinary size was expected")
    try:
        return _read(text)
    except (ValueError, ZeroDivisionError) as error:
        raise ValueError(f"a number was expected, not {value!r}") from error


# The same few figures stand in thousands of assessments, and reading one takes its time.
_read = lru_cache(maxsize=4096)(Fraction)


Exact = Annotated[
    Fraction,
    BeforeValidator(exact),
    PlainSerializer(float, return_type=float, when_used="json"),
    WithJsonSchema({"type": "number"}),
]
"""An exact number inside, a plain number in JSON."""
