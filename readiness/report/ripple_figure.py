"""The path of one change: a bar an area, in weeks from the begin, and what waits for what."""

import plotly.graph_objects as go

from readiness.domain.ripple_result import AreaResult, ChangeResult
from readiness.report.figure_look import LEGEND_ABOVE, LINE, QUIET, layout
from readiness.report.numerals import short
from readiness.report.plan_figures import ROW, Bar, elbows

CRITICAL, OTHER = "On the longest path", "Not on it"
COLOURS = {CRITICAL: "#1F3A4D", OTHER: "#9FB6C4"}
ROOM = 1.45
"""Weeks of the axis to weeks of the path, so that the words after a bar have room."""


def planned_areas(one: ChangeResult) -> list[AreaResult]:
    """The areas that have a begin and an end."""
    return [area for area in one.areas if area.starts is not None and area.ends is not None]


def weeks_of(area: AreaResult) -> float:
    """From begin to end."""
    return (area.ends or 0) - (area.starts or 0)


def path_figure(one: ChangeResult) -> go.Figure:
    """The areas at their most likely weeks; the words beside a bar say what its colour says."""
    areas, figure = planned_areas(one), go.Figure()
    for name, colour in COLOURS.items():
        own = [(n, a) for n, a in enumerate(areas) if (a.id in one.critical) == (name == CRITICAL)]
        if own:
            figure.add_bar(
                orientation="h",
                name=name,
                y=[n for n, _ in own],
                base=[a.starts for _, a in own],
                x=[weeks_of(a) for _, a in own],
                marker={"color": colour},
                text=[beside(one, a) for _, a in own],
                textposition="outside",
                textfont={"color": QUIET, "size": 12},
                cliponaxis=False,
                hoverinfo="skip",
            )
    elbows(figure, [Bar(a.id, a.starts or 0, a.ends or 0, a.after) for a in areas])
    look = layout(110 + ROW * len(areas), right=20, top=40, legend=LEGEND_ABOVE)
    figure.update_layout(**look, barmode="overlay", bargap=0.28)
    figure.update_yaxes(
        tickvals=list(range(len(areas))),
        ticktext=[area.name for area in areas],
        range=[len(areas) - 0.4, -0.6],
        showgrid=False,
        fixedrange=True,
        automargin=True,
    )
    figure.update_xaxes(
        range=[0, one.likely * ROOM],
        title={"text": "weeks from the begin", "font": {"size": 12}},
        gridcolor=LINE,
        zeroline=False,
        fixedrange=True,
        automargin=True,
    )
    return figure


def beside(one: ChangeResult, area: AreaResult) -> str:
    """What stands after a bar: its weeks, whether the path runs over it, what it took."""
    said = f"{short(round(weeks_of(area), 1))} weeks"
    said += ", longest path" if area.id in one.critical else ""
    return said + (f", took {short(area.actual_weeks)}" if area.actual_weeks is not None else "")


def path_in_words(one: ChangeResult) -> str:
    """The same for who does not see it."""
    areas = (
        f"{area.name} from week {short(round(area.starts or 0, 1))} "
        f"to {short(round(area.ends or 0, 1))}"
        + (", on the longest path" if area.id in one.critical else "")
        for area in planned_areas(one)
    )
    return f"{one.name}, {short(round(one.likely, 1))} weeks in all: {'; '.join(areas)}."
