"""What the content says of the patient-slot simulation: questions, typical values, what to try."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from readiness.domain.base import Model
from readiness.domain.scale import Mark, Modality, Stage

Size = Literal["early", "pivotal", "commercial"]
Range = tuple[float, float, float]
"""Low, to begin with, high."""


class StressFigure(Model):
    """A figure of the simulation that a person typed, or a shock that a person chose.

    ``id``: of a field, or ``shock:`` and the id of a shock; ``value`` as it is typed (per cent in
    per cent). None: deliberately without a limit.
    """

    id: str = Field(min_length=1)
    value: float | None = Field(default=None, ge=0, allow_inf_nan=False)


class StressField(Model):
    """One figure that is asked. ``typical`` in the unit in which it is typed."""

    id: str
    label: str
    group: str
    help: str
    basis: Mark
    per_cent: bool = False
    optional: bool = False
    modalities: tuple[Modality, ...] = ()
    """Asked of these alone; empty: of all."""
    typical: dict[Size, Range]

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        for size, (low, start, high) in self.typical.items():
            if not low <= start <= high:
                raise ValueError(f"{size}: low, start and high must not fall")
        return self


class StressShock(Model):
    """A shock to try; ``change`` as the simulation takes it, without day and site."""

    id: str
    name: str
    change: dict[str, str | float]


class SmallDelay(Model):
    """A delay of a bad week, to measure today's slack with; the same again comes ``again_after``.

    ``name``: in a sentence, *a reagent that comes 3 days late*; ``change`` as of a shock.
    """

    id: str
    name: str
    change: dict[str, str | float]
    again_after: Annotated[float, Field(ge=0, le=7)]


class FieldChange(Model):
    """What a remedy does to one figure; exactly one of the three."""

    field: str
    times: float | None = Field(default=None, gt=0)
    add: float | None = None
    at_least: float | None = None

    @model_validator(mode="after")
    def _one(self) -> Self:
        if [self.times, self.add, self.at_least].count(None) != 2:
            raise ValueError("exactly one of times, add and at_least was expected")
        return self

    def applied(self, value: float) -> float:
        """The figure after the remedy."""
        if self.times is not None:
            return value * self.times
        if self.add is not None:
            return value + self.add
        return max(value, self.at_least or 0.0)


class Lever(Model):
    """A remedy, with the capability whose action brings it about."""

    id: str
    name: str
    capability: str
    changes: tuple[FieldChange, ...] = Field(min_length=1)


class StressContent(Model):
    """``stress.yaml`` (method 10; domain 8.1)."""

    sizes: dict[Size, tuple[Stage, ...]]
    warm_up_days: Annotated[float, Field(ge=0)]
    counted_days: Annotated[float, Field(gt=0)]
    shock_after_days: Annotated[float, Field(ge=0)]
    full_above: Annotated[float, Field(gt=0, le=1)]
    fields: tuple[StressField, ...]
    shocks: tuple[StressShock, ...]
    slack: tuple[SmallDelay, ...] = ()
    levers: tuple[Lever, ...]

    def size_of(self, stage: Stage) -> Size:
        """The range that holds at a stage."""
        return next(size for size, stages in self.sizes.items() if stage in stages)
