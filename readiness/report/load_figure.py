"""Who does what, and how much is booked of what is there: bars and load by function."""

import plotly.graph_objects as go
from plotly.subplots import make_subplots

from readiness.domain.planned import PlannedAction, RoadmapPlan
from readiness.report.figure_look import LEGEND_ABOVE, LINE, QUIET, layout
from readiness.report.figures import cut
from readiness.report.plan_figures import FREEZE
from readiness.report.plan_tables import functions_of
from readiness.report.roadmap_bars import WAVE_FILLS

ROW, CURVE, HEAD = 20, 92, 52
"""Pixels of a bar, of a load curve, and above all of them."""
BOOKED, THERE = "#0B5C9E", "#17212B"


def by_function(plan: RoadmapPlan) -> go.Figure:
    """For each function its actions as bars, and below them its load against its capacity."""
    functions = functions_of(plan)
    heights: list[float] = []
    for function, actions in functions.items():
        heights += [ROW * max(2, len(actions))]
        heights += [CURVE] if function in plan.load else []
    if not heights:
        return go.Figure()
    whole = sum(heights)
    titles = [title for f in functions for title in _titles(f, plan)]
    figure = make_subplots(
        rows=len(heights),
        cols=1,
        shared_xaxes=True,
        row_heights=[height / whole for height in heights],
        vertical_spacing=24 / (whole + 24 * len(heights) + HEAD),
        subplot_titles=titles,
    )
    row = 0
    for function, actions in functions.items():
        row += 1
        _bars(figure, row, actions)
        if function in plan.load:
            row += 1
            _curve(figure, row, plan, function)
    return _dressed(figure, plan, int(whole + 24 * len(heights) + HEAD))


def _titles(function: str, plan: RoadmapPlan) -> list[str]:
    if function not in plan.load:
        return [f"{function}: not limited"]
    return [function, f"{function}: person-weeks a week, booked and there"]


def _bars(figure: go.Figure, row: int, actions: list[PlannedAction]) -> None:
    figure.add_bar(
        orientation="h",
        y=list(range(len(actions))),
        base=[a.start_week for a in actions],
        x=[a.end_week - a.start_week for a in actions],
        marker={"color": [f"#{WAVE_FILLS[min(a.wave, len(WAVE_FILLS) - 1)]}" for a in actions]},
        text=[f"{a.wave} · {a.id} {cut(a.name, 30)}" for a in actions],
        textposition="outside",
        textfont={"color": QUIET, "size": 11},
        cliponaxis=False,
        hovertext=[f"{a.id} {a.name}<br>{a.start} to {a.end}<br>{a.owner}" for a in actions],
        hoverinfo="text",
        showlegend=False,
        row=row,
        col=1,
    )
    figure.update_yaxes(
        range=[max(2, len(actions)) - 0.4, -0.6], showticklabels=False, showgrid=False, row=row
    )


def _curve(figure: go.Figure, row: int, plan: RoadmapPlan, function: str) -> None:
    """Booked as an area of steps, what is there as a line; the last week is drawn to its end."""
    weeks = list(range(plan.horizon_weeks + 1))
    for name, values, colour in (
        ("booked", plan.load[function], BOOKED),
        ("there", plan.capacity[function], THERE),
    ):
        shown = [float(value) for value in values]
        figure.add_scatter(
            x=weeks,
            y=[*shown, shown[-1]],
            name=name,
            mode="lines",
            line={
                "shape": "hv", "color": colour, "width": 2,
                "dash": "solid" if name == "booked" else "dash",
            },
            fill="tozeroy" if name == "booked" else "none",
            fillcolor="rgba(11,92,158,0.16)",
            legendgroup=name,
            showlegend=function == next(iter(plan.load)),
            row=row,
            col=1,
        )  # fmt: skip
    most = max(float(value) for value in (*plan.capacity[function], *plan.load[function]))
    figure.update_yaxes(range=[0, max(0.5, most * 1.15)], nticks=4, gridcolor=LINE, row=row)


def _dressed(figure: go.Figure, plan: RoadmapPlan, height: int) -> go.Figure:
    for week in plan.frozen_weeks:
        figure.add_vrect(x0=week, x1=week + 1, fillcolor=FREEZE, line_width=0, layer="below")
    figure.update_layout(
        layout(height, right=20, top=HEAD, legend=LEGEND_ABOVE, barmode="overlay", bargap=0.25)
    )
    figure.update_annotations(x=0, xanchor="left", font={"size": 12.5})
    last = max([plan.horizon_weeks, *(a.end_week for a in plan.actions)])
    figure.update_xaxes(
        range=[0, last * 1.3],
        tickvals=list(range(0, last + 1, 4 if last <= 60 else 8)),
        gridcolor=LINE,
        zeroline=False,
        fixedrange=True,
    )
    figure.update_yaxes(fixedrange=True, zeroline=False, automargin=True)
    figure.update_layout(
        {_last_axis(figure): {"title": {"text": "week from start", "font": {"size": 12}}}}
    )
    return figure


def _last_axis(figure: go.Figure) -> str:
    names = [str(name) for name in figure.layout.to_plotly_json() if name.startswith("xaxis")]
    return max(names, key=lambda name: int(name.removeprefix("xaxis") or 1))
