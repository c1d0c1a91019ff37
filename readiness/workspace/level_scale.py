"""Where a value lies on the scale of levels, so that all metrics can be compared (screens 3.3).

Drawn only: inside a level the position is linear between the cut points, and no figure uses it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from readiness.domain.measurement import Measurement
from readiness.domain.metric import Metric
from readiness.domain.scale import Modality

FIELDS = 5


@dataclass(frozen=True)
class Place:
    """Positions from 0 (worst end of level 1) to 5 (best end of level 5).

    ``low`` and ``high``: the ends of the interval from left to right, None where there is none.
    """

    value: float
    low: float | None
    high: float | None
    counts: bool


def place_of(measured: Measurement, metric: Metric, modality: Modality) -> Place | None:
    """The place of a measurement; None where nothing can be drawn."""
    if metric.interval == "ordinal" or measured.value is None:
        level = measured.uncapped or measured.level
        return None if level is None else Place(level - 0.5, None, None, measured.usable)
    level = measured.uncapped or measured.level
    at = position(float(measured.value), metric, modality)
    if level is not None and not level - 1 <= at <= level:
        # A rule of its own gave the level, not the cut points.
        at = level - 0.5
    if measured.low is None or measured.high is None:
        return Place(at, None, None, measured.usable)
    ends = sorted(position(end, metric, modality) for end in (measured.low, measured.high))
    return Place(at, min(ends[0], at), max(ends[1], at), measured.usable)


def position(value: float, metric: Metric, modality: Modality) -> float:
    """0 to 5: linear between cut points; the two outer levels are as wide as their neighbours."""
    factor = metric.cut_factor.get(modality, Fraction(1))
    cuts = [float(cut * factor) for cut in metric.cuts]
    if metric.direction == "high":
        cuts, value = [-cut for cut in cuts], -value
    worst = cuts[0] - max(cuts[1] - cuts[0], 1e-9)
    best = cuts[-1] + max(cuts[-1] - cuts[-2], 1e-9)
    if metric.direction == "high":
        best = max(min(best, 0.0), cuts[-1] + 1e-9)
    elif metric.unit == "%":
        best = max(min(best, 100.0), cuts[-1] + 1e-9)
    return _between(value, [worst, *cuts, best])


def _between(value: float, ends: Sequence[float]) -> float:
    if value <= ends[0]:
        return 0.0
    for n, (low, high) in enumerate(pairwise(ends)):
        if value < high or (n == FIELDS - 1 and value <= high):
            return n + (value - low) / (high - low)
    return float(FIELDS)
