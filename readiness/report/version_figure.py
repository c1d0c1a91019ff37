"""The saved versions of one workbook in time: how many cells each changed, and who saved it."""

from collections.abc import Sequence
from datetime import datetime

import plotly.graph_objects as go

from readiness.domain.versions import SavedVersion, VersionStep, WorkbookFamily
from readiness.report.figure_look import LEGEND_ABOVE, LINE, layout

CELLS, MOVES = "#0072B2", "#D55E00"
HEIGHT = 250
LABELLED = "markers+text"


def _dated(family: WorkbookFamily) -> list[tuple[SavedVersion, VersionStep | None]]:
    """The versions that say when they were saved, oldest first, each with what it changed."""
    steps = {step.after: step for step in family.steps}
    return [(v, steps.get(v.file)) for v in family.versions if v.saved is not None]


def can_be_drawn(family: WorkbookFamily) -> bool:
    """Whether two versions can be placed in time, and one of them was compared."""
    dated = _dated(family)
    return len(dated) > 1 and any(step is not None for _, step in dated)


def versions_in_words(family: WorkbookFamily) -> str:
    """The figure in a sentence, for those who do not see it."""
    said = [
        f"{version.saved:%d %b %Y}: {step.cells} cells changed, "
        f"moves of bookings: {len(step.rebookings)}"
        for version, step in _dated(family)
        if step is not None
    ]
    return "Changes from version to version: " + "; ".join(said) + "."


def version_figure(family: WorkbookFamily) -> go.Figure:
    """A line of cells changed over the days of saving, rebookings as diamonds on the same days.

    Above each point the code of who saved it. Hover shows file and figures, never content.
    """
    dated = _dated(family)
    figure = go.Figure()
    first = [(v, 0) for v, s in dated if s is None]
    cells = [(v, s.cells) for v, s in dated if s]
    moves = [(v, len(s.rebookings)) for v, s in dated if s and s.rebookings]
    figure.add_trace(_points("nothing before it to compare", first, CELLS, "circle-open", LABELLED))
    figure.add_trace(_points("cells changed", cells, CELLS, "circle", f"lines+{LABELLED}"))
    figure.add_trace(_points("bookings moved", moves, MOVES, "diamond", "markers"))
    most = max([count for _, count in (*cells, *moves)], default=1)
    figure.update_layout(layout(HEIGHT, left=48, right=24, top=8, legend=LEGEND_ABOVE))
    _axes(figure, [version.saved for version, _ in dated if version.saved], most)
    return figure


def _axes(figure: go.Figure, days: Sequence[datetime], most: int) -> None:
    figure.update_xaxes(
        fixedrange=True,
        automargin=True,
        showline=True,
        linecolor=LINE,
        tickvals=days,
        tickformat="%d %b",
    )
    figure.update_yaxes(
        fixedrange=True,
        gridcolor=LINE,
        rangemode="tozero",
        range=[-0.06 * most, 1.25 * most + 1],
        zeroline=False,
        tickformat="d",
        nticks=5,
    )


def _points(
    name: str, counted: Sequence[tuple[SavedVersion, int]], colour: str, symbol: str, mode: str
) -> go.Scatter:
    return go.Scatter(
        name=name,
        mode=mode,
        x=[version.saved for version, _ in counted],
        y=[count for _, count in counted],
        text=[version.editor for version, _ in counted],
        textposition="top center",
        customdata=[[version.file] for version, _ in counted],
        marker={"size": 10, "color": colour, "symbol": symbol},
        line={"color": colour, "width": 2},
        cliponaxis=False,
        hovertemplate="%{customdata[0]}<br>" + name + ": %{y}<extra></extra>",
    )
