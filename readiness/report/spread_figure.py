"""The picture of the benchmark: the middle half of the clients, and the client looked at."""

from collections.abc import Sequence

import plotly.graph_objects as go

from readiness.domain.anonymity import LEVELS, Standing
from readiness.report.figure_look import INK, LEGEND_ABOVE, LINE, layout
from readiness.report.figures import BAND, cut

ROW = 30


def spread_figure(cells: Sequence[Standing]) -> go.Figure:
    """A bar from the lower to the upper border, and a mark at the client's own value, if known."""
    figure = go.Figure()
    figure.add_bar(
        y=list(range(len(cells))),
        base=[float(cell.spread.low) for cell in cells],
        x=[float(cell.spread.high - cell.spread.low) for cell in cells],
        orientation="h",
        name="the middle half of the clients",
        marker={"color": BAND, "line": {"color": INK, "width": 0.5}},
        hovertext=[f"{c.figure}: {float(c.spread.low):g} to {float(c.spread.high):g}"
                   for c in cells],
        hoverinfo="text",
    )  # fmt: skip
    known = [(n, cell) for n, cell in enumerate(cells) if cell.own is not None]
    figure.add_scatter(
        x=[float(cell.own or 0) for _, cell in known],
        y=[n for n, _ in known],
        mode="markers",
        name="this client",
        marker={"symbol": "diamond", "size": 12, "color": INK},
        hovertext=[f"{c.figure}: {float(c.own or 0):.2f}, {c.where}" for _, c in known],
        hoverinfo="text",
    )
    height = 90 + ROW * len(cells)
    figure.update_layout(layout(height, right=16, top=44, legend=LEGEND_ABOVE, showlegend=True))
    ends = [float(LEVELS.least) - 0.1, float(LEVELS.most) + 0.1]
    figure.update_xaxes(
        range=ends, tickvals=[1, 2, 3, 4, 5], gridcolor=LINE, fixedrange=True, automargin=True
    )
    figure.update_yaxes(
        tickvals=list(range(len(cells))),
        ticktext=[cut(cell.figure) for cell in cells],
        autorange="reversed",
        fixedrange=True,
        automargin=True,
        showgrid=False,
    )
    return figure
