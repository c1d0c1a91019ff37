"""The slot table of a contract maker as a picture: offered, booked, started, completed by month."""

from collections.abc import Sequence

import plotly.graph_objects as go

from readiness.domain.operating_result import SlotFigures
from readiness.domain.partners import SlotMonth
from readiness.report.figure_look import LEGEND_ABOVE, layout
from readiness.report.numerals import percent

BARS = (
    ("offered", "Offered", "#DCE3E9", ""),
    ("booked", "Booked", "#8FB8D6", "/"),
    ("started", "Started", "#0B5C9E", ""),
    ("completed", "Completed", "#1D6F5C", "x"),
)
"""Field, name, colour and pattern: no bar is told by its colour alone."""


def slots_figure(rows: Sequence[SlotMonth]) -> go.Figure:
    """Four bars a month, all suites together."""
    figure = go.Figure()
    months = sorted({row.month for row in rows})
    for field, name, colour, shape in BARS:
        counts = [sum(getattr(row, field) for row in rows if row.month == at) for at in months]
        figure.add_bar(
            name=name,
            x=months,
            y=counts,
            marker={
                "color": colour,
                "pattern": {"shape": shape, "fillmode": "overlay", "fgcolor": "#FFFFFF"},
            },
        )
    figure.update_layout(layout(260, right=8, top=36, legend=LEGEND_ABOVE, barmode="group"))
    figure.update_xaxes(type="category", fixedrange=True, automargin=True)
    figure.update_yaxes(rangemode="tozero", fixedrange=True)
    return figure


def slots_in_words(slots: SlotFigures) -> str:
    """*32 of 48 slots offered were started (67 %), ...*: for those who do not see the picture."""
    return (
        f"{slots.started} of {slots.offered} slots offered were started "
        f"({percent(slots.utilisation)}), {slots.booked} booked, {slots.completed} completed, "
        f"{slots.first} to {slots.last}. Cancelled: {slots.cancelled_sponsor} by the client, "
        f"{slots.cancelled_partner} by the maker, {slots.cancelled_other} by others."
    )
