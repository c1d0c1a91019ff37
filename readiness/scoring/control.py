"""Control charts of counts and shares: is it the same process from month to month? (domain 4.0)

A u-chart for events over batches, a p-chart for shares. It judges nothing: level and trend do.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import sqrt
from typing import Literal

from readiness.domain.evidence import MonthCount
from readiness.domain.rules import RecordRules

Kind = Literal["u", "p"]


@dataclass(frozen=True)
class Point:
    """One month: its rate and the limits of chance, in events per unit of exposure.

    ``rate`` None for a month in which the log was not kept: nothing is drawn there, and no 0.
    ``low``, ``high`` None where no limits are drawn. ``outside``: beyond which of them it lies.
    """

    counted: MonthCount
    rate: Fraction | None
    low: float | None = None
    high: float | None = None
    outside: Literal["above", "below"] | None = None


@dataclass(frozen=True)
class ControlChart:
    """The months, their centre and their limits; ``why_without``: why none are drawn, in words."""

    kind: Kind
    centre: Fraction
    points: tuple[Point, ...]
    why_without: str = ""

    @property
    def counted(self) -> tuple[Point, ...]:
        """The months of which something is known."""
        return tuple(point for point in self.points if point.rate is not None)

    @property
    def outside(self) -> tuple[Point, ...]:
        """The months beyond their limits."""
        return tuple(point for point in self.points if point.outside)


def control_chart(months: Sequence[MonthCount], kind: Kind, rules: RecordRules) -> ControlChart:
    """The chart of one or more months with exposure; those not covered stand between them, empty.

    Centre: all events over all exposure. Limits of a month of size n about the centre c:
    ``c ± s * sqrt(c / n)`` for a u-chart, ``c ± s * sqrt(c (1 - c) / n)`` for a p-chart, with s
    the rule's number of standard deviations, never under 0, a share never over 1. A month whose
    expected events ``n * c`` (of a share also those expected not to happen) are fewer than the
    rule's number has no limits: there the formula would call ordinary months unusual. With fewer
    months than the rule's none has any, for the centre itself is not known. Raises ValueError
    without months. Source: domain 4.0; NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.3.
    """
    counted = [month for month in months if month.covered]
    if not counted:
        raise ValueError("a chart needs at least one month")
    size = sum((month.size for month in counted), start=Fraction(0))
    centre = Fraction(sum(month.events for month in counted)) / size
    if len(counted) < rules.chart_months:
        why = f"{len(counted)} months; limits need at least {rules.chart_months}"
        return ControlChart(kind, centre, _without(months), why)
    points = tuple(_point(month, centre, kind, rules) for month in months)
    if all(point.high is None for point in points):
        few = float(rules.chart_expected)
        why = f"under {few:g} events are expected in each month: limits would mislead"
        return ControlChart(kind, centre, points, why)
    return ControlChart(kind, centre, points)


def _without(months: Sequence[MonthCount]) -> tuple[Point, ...]:
    return tuple(
        Point(month, month.events / month.size if month.covered else None) for month in months
    )


def _point(month: MonthCount, centre: Fraction, kind: Kind, rules: RecordRules) -> Point:
    if not month.covered:
        return Point(month, None)
    rate = month.events / month.size
    rarer = min(centre, 1 - centre) if kind == "p" else centre
    if rarer * month.size < rules.chart_expected:
        return Point(month, rate)
    variance = centre / month.size * (1 - centre if kind == "p" else 1)
    reach = float(rules.chart_sigmas) * sqrt(variance)
    low, high = max(0.0, float(centre) - reach), float(centre) + reach
    if kind == "p":
        high = min(1.0, high)
    outside: Literal["above", "below"] | None = None
    if rate > high:
        outside = "above"
    elif rate < low:
        outside = "below"
    return Point(month, rate, low, high, outside)
