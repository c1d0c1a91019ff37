"""Measurements and the rows behind them, as tables (screens 3.3 step 4, 3.4)."""

from collections.abc import Sequence

import streamlit as st

from readiness.domain.evidence import RowRef
from readiness.domain.measurement import Measurement
from readiness.domain.questionnaire import Questionnaire
from readiness.report.numerals import beside, counted_from, counts, interval, with_unit
from readiness.ui import html
from readiness.ui.html import Html

HEADS = ("Metric", "Value", "Counted from", "80 % interval", "Level", "Counts?", "Trend")
ROW_HEADS = ("File", "Sheet", "Row", "Record")
FIRST, SHOWN = 12, 200
"""Rows in sight, and rows of a table made here; beyond, a grid that scrolls."""


def measurement_table(measured: Sequence[Measurement], content: Questionnaire) -> Html:
    """One row a metric: value, n, interval, level, whether it counts, trend."""
    return html.table(HEADS, [_row(m, content) for m in measured])


def _row(measured: Measurement, content: Questionnaire) -> list[Html]:
    metric = content.metric_by_id[measured.metric]
    if measured.value is None and measured.level is None:
        missing = html.text(f"not measured: {measured.reason or 'no log'}")
        return [_named(measured, content), missing, *(html.text("") for _ in HEADS[2:])]
    return [
        _named(measured, content),
        html.text(with_unit(measured.value, metric) if measured.value is not None else "—"),
        html.text(counted_from(measured)),
        html.text(interval(measured)),
        html.level_badge(measured.level),
        html.text(("▲ " if measured.suspicion else "") + counts(measured)),
        html.text(measured.trend.text if measured.trend else "—"),
    ]


def _named(measured: Measurement, content: Questionnaire) -> Html:
    metric = content.metric_by_id[measured.metric]
    return html.join([html.bold(metric.id), html.text(metric.name)], " ")


def cut_points(metric: str, content: Questionnaire) -> str:
    """The cut points of a metric in words: *level 1 above 8, 2 above 4 ...*."""
    known = content.metric_by_id[metric]
    word = "above" if known.direction == "high" else "below"
    steps = [f"{level} {word} {float(cut):g}" for level, cut in enumerate(known.cuts, 1)]
    return f"Level {', '.join(steps)}, else 5 ({known.unit})."


def rows_table(rows: Sequence[RowRef], caption: str = "") -> None:
    """File, sheet, row and the record's own number; of rows left out the reason as well."""
    heads = (*ROW_HEADS, "Why not") if any(r.note for r in rows) else ROW_HEADS
    lines = [(r.file, r.sheet or "—", r.row, r.key or "—", r.note)[: len(heads)] for r in rows]
    if len(rows) > SHOWN:
        st.caption(caption)
        st.dataframe(
            [dict(zip(heads, line, strict=True)) for line in lines],
            hide_index=True,
            alt=caption,
        )
        return
    cells = [[html.text(part) for part in line] for line in lines]
    st.html(html.folded(heads, cells, FIRST, caption))


def rows_behind(
    measured: Sequence[Measurement], content: Questionnaire, key: str, assessment: str
) -> None:
    """Choose a metric and see its rows, its definition and its cut points; none until chosen."""
    offered = [m.metric for m in measured if m.rows or m.source or m.value is not None]
    if not offered:
        return
    chosen = st.segmented_control(
        "Open a metric: definition, cut points, rows",
        offered,
        key=f"rows_{key}_{assessment}",
        wrap=True,
    )
    found = next((m for m in measured if m.metric == chosen), None)
    if found is None:
        return
    metric = content.metric_by_id[found.metric]
    st.html(
        html.tag(
            "p",
            html.join(
                [
                    html.bold(f"{metric.id} {metric.name}. "),
                    html.text(f"{metric.definition} {cut_points(metric.id, content)} "),
                    html.text(f"({metric.mark}) {metric.basis}"),
                ]
            ),
            "rd-small",
        )
    )
    if also := beside(found):
        st.html(html.tag("p", html.text(f"Beside it: {also}."), "rd-small"))
    if found.rows:
        rows_table(found.rows, f"The {len(found.rows)} rows behind {metric.id}")
    else:
        st.html(html.paragraph(f"Typed in: {found.source}" if found.source else "No single rows."))
    if found.over:
        rows_table(found.over, f"{len(found.over)} rows counted over: no events of {metric.id}")
    if found.left_out:
        rows_table(found.left_out, f"{len(found.left_out)} rows left out")
