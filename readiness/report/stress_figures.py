"""The simulation drawn and told in words: queue, waiting, load (method 10)."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import plotly.graph_objects as go
from numpy.typing import NDArray

from readiness.domain.simulated import Loads, Simulated
from readiness.report.figure_look import INK, LINE, QUIET, layout
from readiness.report.figures import SHOW
from readiness.report.numerals import one, percent

HEIGHT = 300
WEEK = 7
PLAIN = {"color": QUIET, "width": 2, "dash": "dash"}
HEAVY = {"color": INK, "width": 2.5}


def queue_figure(
    shocked: Simulated, usual: Simulated | None, from_day: float, shock_day: float
) -> go.Figure:
    """Patients waiting for collection by week from ``from_day`` on; the shocks begin at a line.

    ``usual``: the same luck without shocks, dashed; None where there are none.
    """
    figure = go.Figure()
    if usual is not None:
        _line(figure, *_weeks(usual.queue.by_day, from_day), "without shocks", PLAIN)
    _line(figure, *_weeks(shocked.queue.by_day, from_day), "as simulated", HEAVY)
    if usual is not None:
        at = (shock_day - from_day) / WEEK
        figure.add_vline(x=at, line={"color": SHOW, "width": 1.5, "dash": "dot"})
        figure.add_annotation(
            x=at, y=1, yref="paper", text="shocks begin", showarrow=False, xanchor="left", yshift=8
        )
    _lay_out(figure, "weeks from the start of counting", "patients waiting, mean")
    return figure


def queue_in_words(shocked: Simulated, usual: Simulated | None) -> str:
    """The finding of the queue chart in a sentence."""
    most = max(shocked.queue.by_day, default=0.0)
    text = f"On average {one(shocked.queue.mean.value)} wait, at the worst {one(most)}."
    if usual is None:
        return text
    text += f" Without shocks {one(usual.queue.mean.value)} wait on average."
    found = shocked.recovery_weeks
    if found is None:
        return text
    if found.weeks is None:
        return f"{text} The queue never comes back to its usual length."
    back = f" The queue is back {one(found.weeks.value)} weeks after the last shock has ended"
    part = "" if found.share == 1 else f", in {percent(found.share)} of the runs; else not at all"
    return f"{text}{back}{part}."


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


def loads_in_words(found: Loads) -> str:
    """Where waiting tips, in a sentence."""
    if found.knee is None:
        return "Waiting does not tip anywhere between half and three times today's demand."
    knee = found.loads[found.knee]
    return (
        f"Waiting tips at about {knee.factor:g} times today's demand: the fullest resource is used "
        f"{percent(knee.utilisation.value)} of the time there, and half of the patients wait "
        f"{one(knee.access_wait.p50)} days or more for their collection."
    )


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
