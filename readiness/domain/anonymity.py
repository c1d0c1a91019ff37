"""Ranges of which nobody learns a single client's value: the arithmetic of the benchmark.

Every value is put into a step of its scale before anything else is done with it, and quartiles are
then taken of the steps. So whatever is shown, and whatever is compared with what was shown before a
client came or went, no client can be told from another one in the same step. The quartiles are
those of the nearest rank: of five values the second and the fourth, never the lowest or highest.
"""

from collections.abc import Collection
from dataclasses import dataclass
from fractions import Fraction

from readiness.domain.base import Exact

LEAST = 5
"""Clients in a range at least; with fewer nothing is said, not even how many."""


@dataclass(frozen=True)
class Scale:
    """A scale and the steps in which it is shown; ``most - least`` is a multiple of ``step``."""

    least: Fraction
    most: Fraction
    step: Fraction

    def place(self, value: Fraction) -> int:
        """The number of the step that holds a value; the highest value is in the last step."""
        last = int((self.most - self.least) / self.step) - 1
        return max(0, min(last, int((value - self.least) // self.step)))


LEVELS = Scale(Fraction(1), Fraction(5), Fraction(1, 2))
SHARES = Scale(Fraction(0), Fraction(1), Fraction(1, 10))


@dataclass(frozen=True)
class Spread:
    """Between which borders of steps the middle half of the clients lies; never a single value."""

    low: Exact
    high: Exact


@dataclass(frozen=True)
class Standing:
    """A client among others in one figure of one modality. ``scale``: levels or shares."""

    modality: str
    figure: str
    """Its name, for people."""
    scale: Scale
    own: Fraction | None
    """Of the client that is looked at; None where nothing is known of it."""
    spread: Spread

    @property
    def where(self) -> str:
        """How the client's own value lies to the middle half."""
        if self.own is None:
            return "not known here"
        if self.own < self.spread.low:
            return "below"
        return "above" if self.own > self.spread.high else "within"


def middle_half(values: Collection[Fraction], scale: Scale) -> Spread | None:
    """Lower to upper quartile, widened to whole steps; None for fewer than ``LEAST`` values."""
    if len(values) < LEAST:
        return None
    places = sorted(scale.place(value) for value in values)
    low, high = (places[-(-part * len(places) // 4) - 1] for part in (1, 3))
    return Spread(scale.least + low * scale.step, scale.least + (high + 1) * scale.step)
