"""Pictures of a plan: bars in time, priority still open, who is full when (screens 3.6)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from readiness.domain.planned import PlannedAction, RoadmapPlan
from readiness.report.figure_look import LEGEND_ABOVE, LINE, QUIET, layout
from readiness.report.figures import cut
from readiness.report.roadmap_bars import WAVE_FILLS

ROW = 24
LONGEST = 34
LONGEST_OWNER = 24
LETTER, NARROW = 6.5, 360
"""Pixels of a letter beside a bar, and of the plot in the narrowest window."""
MOMENTS = {13: "90 days", 26: "6 months", 52: "12 months"}
GATHERED = 4
"""Weeks of one cell of *who is full*."""
FREEZE = "rgba(84,98,110,0.16)"


@dataclass(frozen=True)
class Bar:
    """A bar in time, in weeks, and the bars that must end before it."""

    id: str
    starts: float
    ends: float
    needs: Sequence[str]


def gantt(plan: RoadmapPlan, waves: Mapping[int, str]) -> go.Figure:
    """A bar an action in the colour of its wave, by wave and start; ``waves``: their names."""
    figure = go.Figure()
    labels = [cut(f"{a.wave} · {a.id} {a.name}", LONGEST) for a in plan.actions]
    for number, name in waves.items():
        own = [(n, a) for n, a in enumerate(plan.actions) if a.wave == number]
        if own:
            figure.add_bar(
                orientation="h",
                name=f"{number} {name}",
                y=[n for n, _ in own],
                base=[a.start_week for _, a in own],
                x=[a.end_week - a.start_week for _, a in own],
                marker={"color": f"#{WAVE_FILLS[min(number, len(WAVE_FILLS) - 1)]}"},
                text=[_beside(a) for _, a in own],
                textposition="outside",
                textfont={"color": QUIET, "size": 12},
                cliponaxis=False,
                hovertext=[f"{a.id} {a.name}<br>{a.start} to {a.end}<br>{a.owner}" for _, a in own],
                hoverinfo="text",
            )
    _rests(figure, plan)
    _moments(figure, plan)
    elbows(figure, [Bar(a.id, a.start_week, a.end_week, a.needs) for a in plan.actions])
    height = 90 + ROW * max(1, len(labels))
    figure.update_layout(
        layout(height, right=20, top=52, legend=LEGEND_ABOVE, barmode="overlay", bargap=0.28)
    )
    figure.update_yaxes(
        tickvals=list(range(len(labels))),
        ticktext=labels,
        range=[len(labels) - 0.4, -0.9],
        showgrid=False,
        fixedrange=True,
        automargin=True,
    )
    _weeks_axis(figure, plan, _reach(plan))
    return figure


def _beside(action: PlannedAction) -> str:
    """What stands after a bar."""
    return f"{action.final or '?'}→{action.target or '?'}  {cut(action.owner, LONGEST_OWNER)}"


def _reach(plan: RoadmapPlan) -> float:
    """How many weeks the axis must have for the words after the bars, in the narrowest window."""
    wanted = [a.end_week / (1 - len(_beside(a)) * LETTER / NARROW) for a in plan.actions]
    return max([plan.horizon_weeks * 1.04, *wanted])


def _weeks_axis(figure: go.Figure, plan: RoadmapPlan, reach: float = 0) -> None:
    last = max([plan.horizon_weeks, *(a.end_week for a in plan.actions)])
    figure.update_xaxes(
        range=[0, max(reach, last * 1.02)],
        tickvals=list(range(0, last + 1, 4 if last <= 60 else 8)),
        title={"text": "week from start", "font": {"size": 12}},
        gridcolor=LINE,
        zeroline=False,
        fixedrange=True,
        automargin=True,
    )


def _rests(figure: go.Figure, plan: RoadmapPlan) -> None:
    for week in plan.frozen_weeks:
        figure.add_vrect(x0=week, x1=week + 1, fillcolor=FREEZE, line_width=0, layer="below")


def _moments(figure: go.Figure, plan: RoadmapPlan) -> None:
    last = max([plan.horizon_weeks, *(a.end_week for a in plan.actions)])
    named: dict[float, str] = {float(week): name for week, name in MOMENTS.items()}
    if plan.pivotal is not None:
        named[(plan.pivotal - plan.start).days / 7] = "pivotal"
    for week, name in named.items():
        if 0 <= week <= last:
            figure.add_vline(
                x=week, line={"dash": "dot", "width": 1, "color": QUIET}, layer="below"
            )
            figure.add_annotation(
                x=week, y=1, yref="paper", yanchor="bottom", xanchor="right",
                text=name, showarrow=False, font={"size": 11, "color": QUIET},
            )  # fmt: skip


def elbows(figure: go.Figure, bars: Sequence[Bar]) -> None:
    """A thin grey line from the end of what comes first to the start of what needs it.

    ``bars``: in their order on the figure; a need without a bar has no line.
    """
    place = {bar.id: n for n, bar in enumerate(bars)}
    x: list[float | None] = []
    y: list[float | None] = []
    for n, bar in enumerate(bars):
        for need in bar.needs:
            if need in place:
                ends = bars[place[need]].ends
                x += [ends, ends, bar.starts, None]
                y += [place[need], n, n, None]
    if x:
        line = {"color": "#8A97A3", "width": 1}
        figure.add_scatter(x=x, y=y, mode="lines", line=line, showlegend=False, hoverinfo="skip")


def burn_down(plan: RoadmapPlan) -> go.Figure:
    """The priority still open, in steps."""
    last = max([plan.horizon_weeks, *(a.end_week for a in plan.actions)])
    weeks = [*(o.week for o in plan.burn_down), last]
    left = [float(o.priority) for o in plan.burn_down]
    figure = go.Figure()
    figure.add_scatter(
        x=weeks,
        y=[*left, left[-1]] if left else [],
        line={"shape": "hv", "color": "#0B5C9E", "width": 2.5},
        fill="tozeroy",
        fillcolor="rgba(11,92,158,0.10)",
        mode="lines",
        showlegend=False,
    )
    _moments(figure, plan)
    figure.update_layout(layout(280, right=28, top=30))
    _weeks_axis(figure, plan)
    figure.update_yaxes(
        rangemode="tozero",
        gridcolor=LINE,
        fixedrange=True,
        automargin=True,
        title={"text": "priority left", "font": {"size": 12}, "standoff": 8},
    )
    return figure


def months_of(plan: RoadmapPlan, function: str) -> list[tuple[float, float]]:
    """Person-weeks booked and there in each four weeks, rests not counted as there."""
    booked, there = plan.load[function], plan.capacity[function]
    found = []
    for begin in range(0, len(booked), GATHERED):
        weeks = range(begin, min(begin + GATHERED, len(booked)))
        open_weeks = [w for w in weeks if w not in plan.frozen_weeks]
        taken = sum(float(booked[w]) for w in open_weeks)
        found.append((taken, sum(float(there[w]) for w in open_weeks)))
    return found


def who_is_full(plan: RoadmapPlan) -> go.Figure:
    """Functions by four weeks: person-weeks in the cells, the darker the fuller."""
    rows = {function: months_of(plan, function) for function in plan.load}
    begins = list(range(0, plan.horizon_weeks, GATHERED))
    shares = [[taken / there if there else 0.0 for taken, there in row] for row in rows.values()]
    words = [
        [f"{taken:.1f}".rstrip("0").rstrip(".") if taken else "" for taken, _ in row]
        for row in rows.values()
    ]
    figure = go.Figure()
    figure.add_heatmap(
        z=shares,
        x=begins,
        y=list(rows),
        text=words,
        texttemplate="%{text}",
        zmin=0,
        zmax=1,
        colorscale=[[0, "#F4F7FA"], [0.5, "#9DBFDD"], [1, "#0B4A80"]],
        showscale=False,
        xgap=2,
        ygap=2,
        hovertemplate="%{y}, from week %{x}: %{z:.0%} booked<extra></extra>",
    )
    figure.update_layout(layout(110 + 34 * len(rows), right=16, top=12))
    figure.update_xaxes(
        tickvals=begins,
        ticktext=[f"{begin + 1}" for begin in begins],
        title={"text": "from week", "font": {"size": 12}},
        fixedrange=True,
        showgrid=False,
        automargin=True,
    )
    figure.update_yaxes(autorange="reversed", fixedrange=True, showgrid=False, automargin=True)
    return figure
