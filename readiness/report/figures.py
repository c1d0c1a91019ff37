"""The dot plot of what people say, what records show, and the final level (screens 4)."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any, NamedTuple

import plotly.graph_objects as go

from readiness.report.figure_look import INK, LINE, QUIET, layout
from readiness.report.numerals import two

BAND, APART = "#E3E9EE", "#A33A0A"
SAY, SHOW = "#B96A00", "#0B5C9E"
ROW_HEIGHT, TOP, LONGEST_LABEL = 34, 34, 40


class Dots(NamedTuple):
    """A row of the dot plot: what people say, what records show, the final level, its bounds.

    ``low`` and ``high`` None: no band is drawn, ``note`` says why.
    """

    label: str
    claimed: Fraction | int | None
    records: Fraction | int | None
    final: Fraction | int | None
    low: Fraction | int | None = None
    high: Fraction | int | None = None
    note: str = ""

    @property
    def apart(self) -> float:
        """Levels between what people say and what records show; 0 where one is missing."""
        if self.claimed is None or self.records is None:
            return 0.0
        return abs(float(self.claimed) - float(self.records))


def cut(text: str, longest: int = LONGEST_LABEL) -> str:
    """A label cut at a word; the whole stands in the hover text and in the table."""
    if len(text) <= longest:
        return text
    return text[: longest - 1].rsplit(" ", 1)[0].rstrip(" ,;(") + " …"


def dots_in_words(rows: Sequence[Dots]) -> str:
    """The main finding of the dot plot in a sentence, for those who do not see it."""
    known = [row for row in rows if row.final is not None]
    if not known:
        return "Nothing is known yet: no row has a level."
    weakest = min(known, key=lambda row: float(row.final or 0))
    text = f"Lowest final level: {weakest.label} at {two(weakest.final)}."
    widest = max(rows, key=lambda row: row.apart)
    if widest.apart >= 1:
        text += (
            f" Widest apart: {widest.label}, people say {two(widest.claimed)}, "
            f"records show {two(widest.records)}."
        )
    return text


def dot_plot(rows: Sequence[Dots], names: Mapping[int, str], commercial: int = 4) -> go.Figure:
    """Claimed, records and final level of each row on the scale of levels, left is worse.

    ``names``: of the levels, printed above; ``commercial``: the level at which that word starts.
    """
    figure = go.Figure()
    figure.add_trace(_bands(rows))
    for apart in (False, True):
        figure.add_trace(_distances(rows, apart))
    figure.add_trace(_marks(rows, "final", "final level", INK, "line-ns-open", 20, 3))
    figure.add_trace(_marks(rows, "records", "records show", SHOW, "diamond", 12, 1))
    figure.add_trace(_marks(rows, "claimed", "people say", SAY, "circle-open", 13, 3))
    _mark_commercial(figure, commercial, len(rows))
    height = TOP + ROW_HEIGHT * len(rows) + 30
    figure.update_layout(layout(height, right=34, top=TOP, showlegend=False, barmode="overlay"))
    figure.update_xaxes(**_level_axis(names))
    figure.update_yaxes(**_row_axis(rows))
    return figure


def _mark_commercial(figure: go.Figure, level: int, rows: int) -> None:
    figure.add_vline(x=level, line={"dash": "dot", "color": INK, "width": 1.5}, layer="below")
    figure.add_annotation(
        x=level,
        y=rows - 0.25,
        text="commercial starts here",
        showarrow=False,
        xanchor="right",
        xshift=-6,
        font={"size": 12, "color": QUIET},
    )


def _level_axis(names: Mapping[int, str]) -> dict[str, Any]:
    return {
        "range": [0.85, 5.15],
        "tickvals": list(names),
        "ticktext": [f"<b>{level}</b> {name}" for level, name in names.items()],
        "side": "top",
        "tickangle": 0,
        "ticklabeloverflow": "allow",
        "gridcolor": LINE,
        "zeroline": False,
        "fixedrange": True,
        "tickfont": {"size": 13, "color": INK},
    }


def _row_axis(rows: Sequence[Dots]) -> dict[str, Any]:
    return {
        "range": [len(rows) + 0.1, -0.6],
        "tickvals": list(range(len(rows))),
        "ticktext": [cut(row.label) for row in rows],
        "zeroline": False,
        "showgrid": False,
        "fixedrange": True,
        "ticklabelstandoff": 8,
        "automargin": True,
        "tickfont": {"size": 13, "color": INK},
    }


def _bands(rows: Sequence[Dots]) -> go.Bar:
    drawn = [
        (n, float(row.low), float(row.high), row.label)
        for n, row in enumerate(rows)
        if row.low is not None and row.high is not None
    ]
    return go.Bar(
        y=[n for n, *_ in drawn],
        base=[low for _, low, _, _ in drawn],
        x=[high - low for _, low, high, _ in drawn],
        orientation="h",
        width=0.56,
        marker={"color": BAND, "line": {"width": 0}},
        hovertext=[
            f"{label}: could lie between {low:.2f} and {high:.2f}" for _, low, high, label in drawn
        ],
        hoverinfo="text",
        name="where it could lie",
    )


def _distances(rows: Sequence[Dots], apart: bool) -> go.Scatter:
    """Lines between claim and records; thick and red where one level or more lies between."""
    x: list[float | None] = []
    y: list[float | None] = []
    for n, row in enumerate(rows):
        if row.claimed is not None and row.records is not None and (row.apart >= 1) == apart:
            x += [float(row.records), float(row.claimed), None]
            y += [n, n, None]
    line = {"color": APART, "width": 4} if apart else {"color": "#8795A1", "width": 1.5}
    return go.Scatter(x=x, y=y, mode="lines", line=line, hoverinfo="skip", name="distance")


def _marks(
    rows: Sequence[Dots], field: str, name: str, colour: str, symbol: str, size: int, line: float
) -> go.Scatter:
    drawn = [
        (n, float(value), row.label)
        for n, row in enumerate(rows)
        if (value := getattr(row, field)) is not None
    ]
    return go.Scatter(
        x=[value for _, value, _ in drawn],
        y=[n for n, *_ in drawn],
        mode="markers",
        marker={
            "symbol": symbol,
            "size": size,
            "color": colour,
            "line": {"width": line, "color": colour},
        },
        hovertext=[f"{label}: {name} {value:.2f}" for _, value, label in drawn],
        hoverinfo="text",
        name=name,
    )
