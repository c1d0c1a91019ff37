"""Counts, shares and durations turned into observations with their intervals (method 3)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

import pandas as pd

from readiness.domain.evidence import MonthCount, Observation, RowRef, TableKind, Trend
from readiness.metrics.monthly import by_month
from readiness.metrics.registry import Inputs
from readiness.metrics.statistics import (
    Floats,
    bootstrap_median,
    dispersion,
    order_interval,
    percentile_interval,
    quantile,
)
from readiness.metrics.tables import counts_by_batch
from readiness.metrics.trends import median_trend, rate_trend, share_trend
from readiness.metrics.window import is_newer
from readiness.scoring.intervals import poisson, widened, wilson


@dataclass(frozen=True)
class Shown:
    """What a person sees with a figure: each row of its tables once, and the figures beside it.

    ``rows`` are its events, ``over`` what it is counted over besides, ``left_out`` the others.
    """

    rows: tuple[RowRef, ...] = ()
    over: tuple[RowRef, ...] = ()
    left_out: tuple[RowRef, ...] = ()
    beside: dict[str, float] | None = None
    trend: Trend | None = None
    not_scored: str | None = None
    months: tuple[MonthCount, ...] = ()
    remark: str = ""


Ends = tuple[float, float, float, float]
"""Low and high at the steering confidence, then at that of the appendix."""


def _both(inputs: Inputs) -> tuple[float, float]:
    return float(inputs.rules.steering), float(inputs.rules.appendix)


def _ends(inputs: Inputs, at: Callable[[float], tuple[float, float]]) -> Ends:
    steering, appendix = (at(confidence) for confidence in _both(inputs))
    return (*steering, *appendix)


def _observation(
    inputs: Inputs,
    value: Fraction,
    shown: Shown,
    ends: Ends | None = None,
    events: int | None = None,
    exposure: Fraction | None = None,
    trials: int | None = None,
    n: int | None = None,
    spread: float | None = None,
) -> Observation:
    low, high, low95, high95 = ends or (None, None, None, None)
    return Observation(
        metric=inputs.metric.id,
        value=value,
        events=events,
        exposure=exposure,
        trials=trials,
        n=n,
        low=low,
        high=high,
        low95=low95,
        high95=high95,
        dispersion=spread,
        not_scored=shown.not_scored,
        trend=shown.trend,
        rows=shown.rows,
        over=shown.over,
        left_out=shown.left_out,
        beside=shown.beside or {},
        months=shown.months,
        remark=shown.remark,
    )


def rate(
    inputs: Inputs,
    events: int,
    exposure: Fraction | int,
    shown: Shown,
    clusters: Sequence[int] | None = None,
) -> Observation:
    """Events over exposure with the exact Poisson interval, in the unit of the metric.

    ``exposure``: batches, pages, dispositions, bookings; above 0. ``clusters``: events by unit of
    exposure; where their variance over mean exceeds the rule's limit both intervals are widened
    about the point by its root. Source: method 3, *Interval*.
    """
    factor, spread = inputs.metric.factor, dispersion(clusters or ())
    value = factor * events / Fraction(exposure)

    def at(confidence: float) -> tuple[float, float]:
        low, high = (float(factor) * end for end in poisson(events, float(exposure), confidence))
        if spread is not None and spread > inputs.rules.dispersion:
            return widened(float(value), low, high, spread)
        return low, high

    return _observation(
        inputs,
        value,
        shown,
        _ends(inputs, at),
        events=events,
        exposure=Fraction(exposure),
        spread=spread,
    )


def share(inputs: Inputs, events: int, trials: int, shown: Shown) -> Observation:
    """Events out of trials, above 0, with the Wilson interval, in the unit of the metric."""
    factor = inputs.metric.factor

    def at(confidence: float) -> tuple[float, float]:
        low, high = wilson(events, trials, confidence)
        return float(factor) * low, float(factor) * high

    value = factor * Fraction(events, trials)
    return _observation(inputs, value, shown, _ends(inputs, at), events=events, trials=trials)


def census(inputs: Inputs, events: int, trials: int, shown: Shown) -> Observation:
    """Events over trials where everything was looked at: no interval (method 3)."""
    value = inputs.metric.factor * Fraction(events, trials)
    return _observation(inputs, value, shown, events=events, trials=trials)


def at_quantile(
    inputs: Inputs, values: Sequence[Fraction], where: Fraction, shown: Shown
) -> Observation:
    """A quantile (0..1) of at least one value, in the unit of the values.

    Interval by order statistics or, where the content says ``bootstrap`` and the quantile is the
    median, by resampling. With order statistics the confidence reached stands beside it.
    """
    value, rules = quantile(values, where), inputs.rules
    beside = dict(shown.beside or {})
    if inputs.metric.interval == "bootstrap" and where == Fraction(1, 2):
        drawn = bootstrap_median(values, rules.bootstrap_draws, rules.seed)
        ends = _ends(inputs, lambda c: percentile_interval(drawn, float(value), c))
    else:

        def at(confidence: float) -> tuple[float, float]:
            low, high, reached = order_interval(values, where, confidence)
            beside[f"confidence reached of {confidence:g}"] = reached
            return float(min(low, value)), float(max(high, value))

        ends = _ends(inputs, at)
    return _observation(inputs, value, replace(shown, beside=beside), ends, n=len(values))


def resampled(
    inputs: Inputs,
    value: Fraction,
    n: int,
    draw: Callable[[int, int], Floats],
    shown: Shown,
    events: int | None = None,
    trials: int | None = None,
) -> Observation:
    """A mean or a concentration of ``n`` with its bootstrap interval, in the unit of the metric.

    ``draw``: from number of draws and seed to values, like ``value`` without the metric's factor.
    """
    factor, rules = inputs.metric.factor, inputs.rules
    drawn = float(factor) * draw(rules.bootstrap_draws, rules.seed)
    point = factor * value
    ends = _ends(inputs, lambda c: percentile_interval(drawn, float(point), c))
    return _observation(inputs, point, shown, ends, events=events, trials=trials, n=n)


def rate_over_batches(
    inputs: Inputs,
    kind: TableKind,
    events: pd.DataFrame,
    date: str,
    shown: Shown,
    batches: tuple[pd.DataFrame, str] | None = None,
) -> Observation:
    """Rows of a kind over the batches started in the window, or over ``batches``.

    ``date``: the column that places an event in the older or newer half. ``batches``: other
    batches to count over, with the column of the date that counts (dispositions). Without any:
    not measured, never 0 (method 3).
    """
    over, when = batches or (inputs.batches, "started")
    if over.empty:
        said = "started" if when == "started" else f"with “{inputs.labels.column('batches', when)}”"
        return inputs.missing(f"no batch {said} in the window")
    trend = rate_trend(by_half(inputs, events[date]), by_half(inputs, over[when]), inputs.rules)
    months = by_month(inputs.window, events[date], over[when])
    rest = inputs.left_out("batches", inputs.rest("batches", over), date=when)
    complete = replace(
        shown,
        rows=inputs.refs(kind, events),
        over=inputs.refs("batches", over),
        left_out=(*shown.left_out, *rest),
        trend=trend,
        months=months,
    )
    return rate(inputs, len(events), len(over), complete, counts_by_batch(events, over))


def share_of_rows(
    inputs: Inputs,
    kind: TableKind,
    events: pd.DataFrame,
    trials: pd.DataFrame,
    date: str,
    shown: Shown,
) -> Observation:
    """The share that ``events`` have in ``trials``, both rows of one kind; none: not measured."""
    if trials.empty:
        return inputs.missing("no rows to count in the window")
    trend = share_trend(by_half(inputs, events[date]), by_half(inputs, trials[date]), inputs.rules)
    months = by_month(inputs.window, events[date], trials[date])
    others = inputs.refs(kind, trials[~trials.index.isin(events.index)])
    rows = inputs.refs(kind, events)
    complete = replace(shown, rows=rows, over=others, trend=trend, months=months)
    return share(inputs, len(events), len(trials), complete)


def days_between(
    inputs: Inputs, rows: pd.DataFrame, start: str, end: str, placed_by: str
) -> tuple[list[Fraction], Trend | None]:
    """Days from one date to the other, exact, with the trend of their halves."""
    days = [
        Fraction(round(seconds), 86400) for seconds in (rows[end] - rows[start]).dt.total_seconds()
    ]
    newer = is_newer(rows[placed_by], inputs.window)
    old = [value for value, late in zip(days, newer, strict=True) if not late]
    new = [value for value, late in zip(days, newer, strict=True) if late]
    return days, median_trend(old, new, inputs.rules)


def by_half(inputs: Inputs, dates: "pd.Series[pd.Timestamp]") -> tuple[int, int]:
    """How many dates lie in the older and in the newer half of the window; blanks in neither."""
    dates = dates.dropna()
    newer = int(is_newer(dates, inputs.window).sum())
    return len(dates) - newer, newer
