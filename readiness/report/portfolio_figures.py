"""The pictures of a portfolio: heat map, rounds over time, the gaps that most have in common."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import get_args

import plotly.graph_objects as go

from readiness.domain.gaps import Band
from readiness.domain.portfolio import CommonGap, PortfolioLine
from readiness.report.figure_look import INK, LEGEND_ABOVE, LINE, QUIET, layout
from readiness.report.figures import cut
from readiness.report.numerals import two
from readiness.report.stake_figure import BANDS
from readiness.report.styles import LEVEL_FILLS

ROW, HEAD = 26, 40
"""Pixels of a row of the heat map, and of the headings above."""
LONGEST = 34
ROUNDS = 8
"""Lines that the eye still follows in one picture."""
WORST = 15
LINES = ("#0B5C9E", "#B96A00", "#17212B", "#5E9CC9", "#9C3D0A", "#6B7A87", "#1B5E96", "#E08A3C")


def heat_map(lines: Sequence[PortfolioLine], dimensions: Mapping[str, str]) -> go.Figure:
    """A row an assessment, a column a dimension; each cell has its score printed, ? unknown.

    ``dimensions``: names by id. The colours are those of the levels.
    """
    scores = [[line.outline.dimensions.get(id) for id in dimensions] for line in lines]
    figure = go.Figure(
        go.Heatmap(
            x=list(range(len(dimensions))),
            y=list(range(len(lines))),
            z=[[None if s is None else float(s) for s in row] for row in scores],
            text=[["?" if s is None else two(s) for s in row] for row in scores],
            texttemplate="%{text}",
            textfont={"size": 12},
            hovertext=[_hover(line, dimensions) for line in lines],
            hoverinfo="text",
            zmin=1,
            zmax=5,
            colorscale=[[n / 4, f"#{fill}"] for n, fill in enumerate(LEVEL_FILLS)],
            showscale=False,
            xgap=2,
            ygap=2,
        )
    )
    figure.update_layout(layout(HEAD + ROW * len(lines), right=8, top=HEAD))
    figure.update_xaxes(
        tickvals=list(range(len(dimensions))),
        ticktext=list(dimensions),
        side="top",
        **_still(),
    )
    figure.update_yaxes(
        tickvals=list(range(len(lines))),
        ticktext=[cut(line.title, LONGEST) for line in lines],
        autorange="reversed",
        automargin=True,
        **_still(),
    )
    return figure


def rounds_figure(lines: Sequence[PortfolioLine]) -> go.Figure:
    """The maturity index of each round over the days they are of; a line a site or product."""
    figure = go.Figure()
    for n, line in enumerate(lines[:ROUNDS]):
        known = [r for r in line.rounds if r.index is not None]
        figure.add_scatter(
            x=[r.as_of for r in known],
            y=[float(r.index or 0) for r in known],
            name=cut(line.title, LONGEST),
            mode="lines+markers",
            line={"color": LINES[n], "width": 2, "dash": "solid" if n < len(LINES) / 2 else "dot"},
            marker={"size": 9, "symbol": n},
            hovertext=[f"{r.title}, {r.as_of:%d %b %Y}: index {two(r.index)}" for r in known],
            hoverinfo="text",
        )
    figure.update_layout(layout(340, right=16, top=60, legend=LEGEND_ABOVE, showlegend=True))
    title = {"text": "maturity index", "font": {"size": 12, "color": QUIET}}
    figure.update_yaxes(range=[0.8, 5.2], tickvals=[1, 2, 3, 4, 5], title=title, **_grid())
    figure.update_xaxes(**_grid())
    return figure


def common_gaps_figure(gaps: Sequence[CommonGap]) -> go.Figure:
    """How many assessments have each of the worst gaps, by how urgent it is there."""
    shown = list(gaps[:WORST])
    figure = go.Figure()
    order: tuple[Band, ...] = get_args(Band)
    for band in order:
        counts = [gap.bands.get(band, 0) for gap in shown]
        if any(counts):
            figure.add_bar(
                y=list(range(len(shown))),
                x=counts,
                orientation="h",
                name=band,
                marker={"color": BANDS[band], "line": {"color": INK, "width": 0.5}},
                text=[count or "" for count in counts],
                textposition="inside",
                textangle=0,
                insidetextanchor="middle",
                hovertext=[f"{g.capability} {g.name}: {c} {band}" for g, c in zip(shown, counts,
                           strict=True)],
                hoverinfo="text",
            )  # fmt: skip
    height = 110 + ROW * len(shown)
    legend = LEGEND_ABOVE | {"traceorder": "normal"}
    figure.update_layout(
        layout(height, right=16, top=44, barmode="stack", legend=legend, showlegend=True)
    )
    title = {"text": "assessments that have the gap", "font": {"size": 12, "color": QUIET}}
    figure.update_xaxes(rangemode="tozero", title=title, **_grid())
    figure.update_yaxes(
        tickvals=list(range(len(shown))),
        ticktext=[cut(f"{gap.capability} {gap.name}") for gap in shown],
        autorange="reversed",
        automargin=True,
        **_still(),
    )
    return figure


def _hover(line: PortfolioLine, dimensions: Mapping[str, str]) -> list[str]:
    scores = line.outline.dimensions
    return [f"{line.title}<br>{name}: {_known(scores.get(id))}" for id, name in dimensions.items()]


def _known(score: Fraction | None) -> str:
    return "not known" if score is None else two(score)


def _still() -> dict[str, object]:
    return {"fixedrange": True, "showgrid": False, "zeroline": False}


def _grid() -> dict[str, object]:
    return {"fixedrange": True, "gridcolor": LINE, "zeroline": False, "automargin": True}
