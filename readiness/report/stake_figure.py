"""What hangs on each gap: impact on patients against lock-in, the bubble as large as the work."""

from collections import defaultdict
from collections.abc import Iterable
from math import sqrt

import plotly.graph_objects as go

from readiness.domain.planned import Stake
from readiness.report.figure_look import LEGEND_ABOVE, LINE, QUIET, layout

BANDS = {"act now": "#9C3D0A", "next": "#E08A3C", "plan": "#8FB8D6", "watch": "#DCE3E9"}
ACROSS = 2
"""Bubbles side by side in one place of the grid."""
STEP, ROOM = 0.44, 0.84
"""Between two bubbles side by side, and what all rows of a place have, in ratings."""
LARGEST, LEAST = 30.0, 10.0
"""Pixels across."""


def placed(stakes: Iterable[Stake]) -> list[tuple[float, float, Stake]]:
    """Across by lock-in, up by impact; those of one place side by side, in their order."""
    cells: dict[tuple[int, int], list[Stake]] = defaultdict(list)
    for stake in stakes:
        cells[stake.lock_in, stake.impact].append(stake)
    found = []
    for (across, up), own in cells.items():
        rows = -(-len(own) // ACROSS)
        for n, stake in enumerate(own):
            row, column = divmod(n, ACROSS)
            width = min(ACROSS, len(own) - row * ACROSS)
            x = across + STEP * (column - (width - 1) / 2)
            y = up - min(STEP, ROOM / rows) * (row - (rows - 1) / 2)
            found.append((x, y, stake))
    return found


def impact_against_lock_in(stakes: tuple[Stake, ...]) -> go.Figure:
    """A bubble a gap in the colour of its band, named; its area is the work that closes it."""
    most = max((float(s.effort) for s in stakes), default=1.0) or 1.0
    figure = go.Figure()
    places = placed(stakes)
    for band, colour in BANDS.items():
        own = [(x, y, s) for x, y, s in places if s.band == band]
        if own:
            figure.add_scatter(
                x=[x for x, _, _ in own],
                y=[y for _, y, _ in own],
                mode="markers+text",
                name=band,
                text=[s.id for _, _, s in own],
                textposition="bottom center",
                textfont={"size": 11, "color": QUIET},
                marker={
                    "color": colour,
                    "size": [max(LEAST, LARGEST * sqrt(float(s.effort) / most)) for *_, s in own],
                    "line": {"color": "#17212B", "width": 1},
                    "opacity": 0.9,
                },
                hovertext=[f"{s.id} {s.name}<br>{float(s.effort):g} person-weeks" for *_, s in own],
                hoverinfo="text",
            )
    figure.update_layout(layout(720, right=16, top=44, legend=LEGEND_ABOVE))
    axis = {"range": [0.5, 5.6], "tickvals": [1, 2, 3, 4, 5], "gridcolor": LINE, "zeroline": False}
    figure.update_xaxes(
        **axis, title={"text": "lock-in: 5 is hardest to undo", "font": {"size": 12}},
        fixedrange=True, automargin=True,
    )  # fmt: skip
    figure.update_yaxes(
        **axis, title={"text": "patient impact", "font": {"size": 12}}, fixedrange=True,
        automargin=True,
    )  # fmt: skip
    return figure
