"""A rate month by month with the limits of chance, opened on demand (domain 4.0)."""

from collections.abc import Sequence

import streamlit as st

from readiness.domain.measurement import Measurement
from readiness.report.control_figure import KINDS, control_figure, in_words, lines
from readiness.scoring.control import control_chart
from readiness.ui import html, state
from readiness.ui.picture import picture
from readiness.workspace.results import State

HEADS = ("Month", "Counted", "Rate", "Limits of chance", "Outside")


def month_by_month(now: State, found: Sequence[Measurement], key: str) -> None:
    """Offer the charts of these metrics; none is made before one is chosen."""
    metrics = now.questionnaire.metric_by_id
    offered = [m.metric for m in found if m.months and metrics[m.metric].interval in KINDS]
    if not offered:
        return
    chosen = st.selectbox(
        "Show month by month",
        offered,
        index=None,
        key=key,
        placeholder="choose a metric",
        format_func=lambda m: f"{m} {metrics[m].name}",
    )
    if chosen:
        _chart(now, next(m for m in found if m.metric == chosen))


def _chart(now: State, one: Measurement) -> None:
    metric, rules = now.questionnaire.metric_by_id[one.metric], now.questionnaire.records
    chart = control_chart(one.months, KINDS[metric.interval], rules)
    st.header(f"{metric.id} month by month", anchor=False)
    said = in_words(chart, metric)
    st.write(state.plain(said))
    picture(
        control_figure(chart, metric),
        alt=f"{metric.id} {metric.name}, {metric.unit}, by month. {said}",
        key=f"control_{metric.id}",
    )
    cells = [[html.text(part) for part in line] for line in lines(chart, metric)]
    st.html(html.table(HEADS, cells, "rd-compact", f"{metric.id} by month, {metric.unit}"))
    st.caption(
        f"{chart.kind}-chart: mean of the window plus and minus {float(rules.chart_sigmas):g} "
        f"standard deviations. A month has limits where at least {float(rules.chart_expected):g} "
        f"events are expected in it, and none has any in under {rules.chart_months} months. "
        "It changes no level."
    )
