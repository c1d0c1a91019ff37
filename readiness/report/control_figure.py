"""A control chart drawn, told in words and laid out as a table (domain 4.0)."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any, NamedTuple

import plotly.graph_objects as go

from readiness.domain.metric import Metric
from readiness.report.figure_look import INK, LEGEND_ABOVE, LINE, QUIET, layout
from readiness.report.numerals import short, with_unit
from readiness.scoring.control import ControlChart, Kind, Point

HEIGHT = 320
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
KINDS: dict[str, Kind] = {"poisson": "u", "wilson": "p"}
"""Metrics of which interval have which chart."""


class Line(NamedTuple):
    """A month of the table below the chart."""

    month: str
    counted: str
    rate: str
    limits: str
    where: str


def month_name(month: str) -> str:
    """``2026-03`` as *Mar 2026*; ``2026-03 to 2026-05`` as *Mar 2026 to May 2026*."""
    return " to ".join(f"{MONTHS[int(part[5:7]) - 1]} {part[:4]}" for part in month.split(" to "))


def _label(month: str) -> str:
    """A month below the axis, in two lines: *Mar*, *2026*; *Mar-May*, *2026*; years that differ
    stand each beside its month: *Nov 2025*, *to Jan 2026*."""
    first, last = month_name(month).split(" ")[:2], month_name(month).split(" ")[-2:]
    if first[1] != last[1]:
        return f"{' '.join(first)}<br>to {' '.join(last)}"
    return f"{first[0] if first == last else f'{first[0]}-{last[0]}'}<br>{last[1]}"


def control_figure(chart: ControlChart, metric: Metric) -> go.Figure:
    """Months from left to right, the rate in the metric's unit, its centre and its limits.

    Told apart without colour: the rate is a line with dots, the centre a plain line, limits are
    dashed steps, a month outside them is an open diamond with its name.
    """
    figure = go.Figure()
    names = [_label(point.counted.month) for point in chart.points]
    scale = float(metric.factor)
    for ends, name in (("high", "upper limit"), ("low", "lower limit")):
        values = [getattr(point, ends) for point in chart.points]
        if any(value is not None for value in values):
            drawn = [None if value is None else scale * value for value in values]
            dashed = {"color": QUIET, "width": 1.5, "dash": "dash", "shape": "hvh"}
            figure.add_trace(_trace(names, drawn, name, mode="lines", line=dashed))
    centre = [scale * float(chart.centre)] * len(names)
    plain = {"color": QUIET, "width": 1.5}
    figure.add_trace(_trace(names, centre, "mean of the window", mode="lines", line=plain))
    rates = [None if point.rate is None else scale * float(point.rate) for point in chart.points]
    inked = {"color": INK, "width": 2}
    dots = {"size": 8, "color": INK}
    figure.add_trace(
        _trace(names, rates, metric.unit, mode="lines+markers", line=inked, marker=dots)
    )
    _mark_outside(figure, chart, names, rates)
    _lay_out(figure, metric)
    return figure


def _trace(x: Sequence[str], y: Sequence[float | None], name: str, **how: Any) -> go.Scatter:
    return go.Scatter(x=list(x), y=list(y), name=name, connectgaps=False, **how)


def _mark_outside(
    figure: go.Figure, chart: ControlChart, names: Sequence[str], rates: Sequence[float | None]
) -> None:
    far = [n for n, point in enumerate(chart.points) if point.outside]
    if far:
        ring = {"symbol": "diamond-open", "size": 17, "color": INK, "line": {"width": 2.5}}
        trace = _trace(
            [names[n] for n in far],
            [rates[n] for n in far],
            "outside the limits",
            mode="markers+text",
            marker=ring,
            text=[names[n].replace("<br>", " ") for n in far],
            textposition="top center",
        )
        figure.add_trace(trace)


def _lay_out(figure: go.Figure, metric: Metric) -> None:
    figure.update_layout(layout(HEIGHT, right=12, top=24, legend=LEGEND_ABOVE))
    figure.update_xaxes(
        type="category", tickangle=0, fixedrange=True, showgrid=False, automargin=True
    )
    figure.update_yaxes(
        title={"text": metric.unit, "standoff": 8},
        automargin=True,
        rangemode="tozero",
        fixedrange=True,
        gridcolor=LINE,
        zeroline=False,
    )


def in_words(chart: ControlChart, metric: Metric) -> str:
    """What the chart shows, for everybody, and for those who do not see it."""
    mean = with_unit(metric.factor * chart.centre, metric)
    counted = len(chart.counted)
    said = [f"On average {mean}, in {_months(counted)} with something to count."]
    if silent := len(chart.points) - counted:
        is_are = "is" if silent == 1 else "are"
        said.append(f"{_months(silent)} {is_are} left empty: the log does not cover that time.")
    if chart.why_without:
        return f"{' '.join(said)} No limits are drawn: {chart.why_without}."
    for point in chart.outside:
        end = point.high if point.outside == "above" else point.low
        said.append(
            f"{month_name(point.counted.month)} lies {point.outside} the limits of chance: "
            f"{_rate(point.rate, metric)} ({_counted(point, chart)}), limit {_end(end, metric)}. "
            "Ask what was different."
        )
    if not chart.outside:
        said.append(
            "No month lies outside the limits of chance: what differs from month to month needs no "
            "cause of its own, and only a change of the whole process moves the mean."
        )
    bare = sum(point.high is None for point in chart.counted)
    if bare:
        said.append(f"{_months(bare)} without limits: too few events are expected there.")
    return " ".join(said)


def _months(count: int) -> str:
    """In digits, like the counts beside them."""
    return f"{count} month" if count == 1 else f"{count} months"


def lines(chart: ControlChart, metric: Metric) -> list[Line]:
    """The same as a table."""
    return [
        Line(
            month_name(point.counted.month),
            _counted(point, chart),
            _rate(point.rate, metric),
            "—"
            if point.high is None
            else f"{_end(point.low, metric)} to {_end(point.high, metric)}",
            f"{point.outside} the limits" if point.outside else "",
        )
        for point in chart.points
    ]


def _counted(point: Point, chart: ControlChart) -> str:
    if point.rate is None:
        return "not covered by the log"
    word = "of" if chart.kind == "p" else "in"
    return f"{point.counted.events} {word} {short(point.counted.size)}"


def _rate(rate: Fraction | None, metric: Metric) -> str:
    return "—" if rate is None else with_unit(metric.factor * rate, metric)


def _end(end: float | None, metric: Metric) -> str:
    return short(float(metric.factor) * (end or 0.0))
