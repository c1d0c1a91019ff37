"""The simulation drawn: queue, waiting, stock of doses, load (method 10)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import plotly.graph_objects as go
from numpy.typing import NDArray

from readiness.domain.simulated import Loads, Simulated
from readiness.report.figure_look import INK, LINE, QUIET, layout
from readiness.report.figures import SHOW

HEIGHT = 300
WEEK = 7
PLAIN = {"color": QUIET, "width": 2, "dash": "dash"}
HEAVY = {"color": INK, "width": 2.5}


@dataclass(frozen=True)
class Span:
    """A shock as the chart names it, in days; ``until``: the horizon where it stays."""

    name: str
    begins: float
    until: float


def queue_figure(
    shocked: Simulated, usual: Simulated | None, from_day: float, spans: Sequence[Span] = ()
) -> go.Figure:
    """Patients waiting for collection by week from ``from_day`` on; above, when each shock holds.

    ``usual``: the same luck without shocks, dashed; None where there are none.
    """
    figure = go.Figure()
    most = 0.0
    if usual is not None:
        _line(figure, *_weeks(usual.queue.by_day, from_day), "without shocks", PLAIN)
    across, up = _weeks(shocked.queue.by_day, from_day)
    _line(figure, across, up, "as simulated", HEAVY)
    for trace in figure.data:
        most = max(most, *trace.y, 0.0)
    _lay_out(figure, "weeks from the start of counting", "patients waiting, mean")
    _spans(figure, spans, from_day, most or 1.0)
    return figure


def _spans(figure: go.Figure, spans: Sequence[Span], from_day: float, most: float) -> None:
    """A bar over the curves for each shock, with its name, and a dotted line where they begin."""
    if not spans:
        return
    step = 0.16 * most
    figure.update_yaxes(range=[0, 1.08 * most + step * len(spans)])
    begins = (min(span.begins for span in spans) - from_day) / WEEK
    figure.add_vline(x=begins, line={"color": SHOW, "width": 1.5, "dash": "dot"})
    for number, span in enumerate(spans, start=1):
        first, last = ((day - from_day) / WEEK for day in (span.begins, span.until))
        y = 1.02 * most + step * (number - 0.5)
        line = {"color": SHOW, "width": 5}
        figure.add_shape(type="line", x0=first, x1=last, y0=y, y1=y, line=line)
        figure.add_annotation(
            x=first, y=y, text=f"{span.name} ", showarrow=False, xanchor="right", font={"size": 12}
        )


def stock_figure(shocked: Simulated, usual: Simulated | None, from_day: float) -> go.Figure:
    """Doses in stock by week, mean over the replications; ``usual`` dashed."""
    figure = go.Figure()
    if usual is not None and usual.doses:
        _line(figure, *_weeks(usual.doses.stock_by_day, from_day), "without shocks", PLAIN)
    if shocked.doses:
        _line(figure, *_weeks(shocked.doses.stock_by_day, from_day), "as simulated", HEAVY)
    _lay_out(figure, "weeks from the start of counting", "doses in stock, mean")
    return figure


def _weeks(by_day: Sequence[float], from_day: float) -> tuple[list[float], list[float]]:
    days = np.array(by_day[int(from_day) :])
    whole = len(days) // WEEK
    means = days[: whole * WEEK].reshape(whole, WEEK).mean(axis=1)
    return [float(w) for w in range(whole)], means.tolist()


def waiting_figure(
    name: str, shocked: NDArray[np.float64], usual: NDArray[np.float64] | None
) -> go.Figure:
    """Share of the patients within so many days, from 0 to 1; ``usual`` dashed.

    ``shocked``, ``usual``: days, shape (patients,). The curve shows median and tail at once, where
    a histogram would depend on its bins.
    """
    figure = go.Figure()
    if usual is not None and len(usual):
        _line(figure, *_within(usual), "without shocks", PLAIN)
    if len(shocked):
        _line(figure, *_within(shocked), "as simulated", HEAVY)
    _lay_out(figure, f"{name}, days", "share of patients within")
    figure.update_yaxes(tickformat=".0%", range=[0, 1.02])
    return figure


def _within(days: NDArray[np.float64]) -> tuple[list[float], list[float]]:
    shares = np.linspace(0, 0.995, 120)
    return np.quantile(days, shares).tolist(), shares.tolist()


def load_figure(found: Loads) -> go.Figure:
    """Median and 90th percentile of the wait for collection over demand; the knee is a ring."""
    figure = go.Figure()
    factors = [load.factor for load in found.loads]
    for field, name, line in (("p90", "one in ten waits longer", PLAIN), ("p50", "median", HEAVY)):
        waits = [getattr(load.access_wait, field) for load in found.loads]
        _line(figure, factors, waits, name, line, mode="lines+markers")
    if found.knee is not None:
        knee = found.loads[found.knee]
        ring = {"symbol": "diamond-open", "size": 18, "color": INK, "line": {"width": 2.5}}
        figure.add_trace(
            go.Scatter(
                x=[knee.factor],
                y=[knee.access_wait.p50],
                mode="markers+text",
                marker=ring,
                text=["tips here"],
                textposition="top left",
                name="where waiting tips",
            )
        )
    _lay_out(figure, "demand, times that of today", "days from request to collection")
    return figure


def _line(
    figure: go.Figure,
    x: Sequence[float],
    y: Sequence[float | None],
    name: str,
    line: dict[str, Any],
    mode: str = "lines",
) -> None:
    figure.add_trace(go.Scatter(x=list(x), y=list(y), name=name, mode=mode, line=line))


def _lay_out(figure: go.Figure, across: str, up: str) -> None:
    legend = {"orientation": "h", "y": 1.14, "x": 0}
    figure.update_layout(layout(HEIGHT, right=16, top=34, legend=legend))
    axis = {"gridcolor": LINE, "zeroline": False, "rangemode": "tozero", "automargin": True}
    figure.update_xaxes(title=across, **axis)
    figure.update_yaxes(title=up, **axis)
