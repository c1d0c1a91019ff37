"""Calibration: whether two raters read the descriptions alike (domain 10.1); nothing is judged."""

from typing import Literal

from pydantic import Field

from readiness.domain.base import Exact, Model
from readiness.domain.scale import Level

Rater = Literal["first", "second"]


class CalibrationRating(Model):
    """The level that one rater gave to one capability, alone."""

    capability: str
    rater: Rater
    level: Level


class CalibrationRules(Model):
    """Which capabilities are rated, how many, and from which agreement on it goes on."""

    count: int = Field(ge=2)
    capabilities: tuple[str, ...]
    """In the order of preference; what the profile does not ask is passed over."""
    least_kappa: Exact
    enough: str
    too_little: str
