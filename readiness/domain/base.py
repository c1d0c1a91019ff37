"""What every domain type shares: frozen, strict about keys, exact about numbers."""

from fractions import Fraction
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainSerializer, WithJsonSchema


class Model(BaseModel):
    """Frozen; an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def exact(value: Any) -> Fraction:
    """The fraction that a person typed: 0.8 is 4/5, not its nearest float (method 1).

    Raises ValueError for text that is no number, for booleans and for infinities.
    """
    if isinstance(value, Fraction):
        return value
    if isinstance(value, bool) or value is None:
        raise ValueError(f"a number was expected, not {value!r}")
    try:
        return Fraction(str(value))
    except (ValueError, ZeroDivisionError) as error:
        raise ValueError(f"a number was expected, not {value!r}") from error


Exact = Annotated[
    Fraction,
    BeforeValidator(exact),
    PlainSerializer(float, return_type=float, when_used="json"),
    WithJsonSchema({"type": "number"}),
]
"""An exact number inside, a plain number in JSON."""
