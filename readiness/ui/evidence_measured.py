"""What a file measures: each metric on the level scale, and the rows behind it (screens 3.3)."""

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from readiness.domain.measurement import Measurement
from readiness.domain.result import Result
from readiness.report.numerals import beside, counted_from, counts, with_unit
from readiness.ui import html, state
from readiness.ui.cached import workbench
from readiness.ui.downloads import download
from readiness.ui.evidence_chart import month_by_month
from readiness.ui.level_scale import scale
from readiness.workspace import evidence
from readiness.workspace.listing import Row, rows_behind, rows_csv
from readiness.workspace.measuring import evidence_of
from readiness.workspace.results import State
from readiness.workspace.tallies import way_out

HEADS = ("Metric", "Value", "On the level scale", "From", "Level", "Counts?", "Trend")
ARROWS = {"rising": "↗", "falling": "↘", "level": "→"}
SHOWN = 60


def measured(assessment: str, now: State, result: Result, metrics: Sequence[str]) -> None:
    """The table of these metrics, and the rows of the one that is chosen."""
    found = [m for m in result.measurements if m.metric in metrics]
    _window(now, result)
    st.html(html.table(HEADS, [_row(m, now) for m in found], "rd-compact"))
    for one in found:
        if one.suspicion:
            _suspicion(one, now)
    key = f"{assessment[:8]}_{metrics[0]}"
    month_by_month(now, found, f"months_{key}")
    offered = [m.metric for m in found if m.rows or m.over or m.left_out]
    if not offered:
        return
    chosen = st.selectbox(
        "Show the rows behind",
        offered,
        index=None,
        key=f"rows_{key}",
        placeholder="choose a metric",
        format_func=lambda m: f"{m} {now.questionnaire.metric_by_id[m].name}",
    )
    if chosen:
        _rows(assessment, now, next(m for m in found if m.metric == chosen))


def _window(now: State, result: Result) -> None:
    rules, window = now.questionnaire.records, result.window
    if window is None:
        return
    batches = (
        "no list of batches" if window.batches is None else f"{window.batches} batches started"
    )
    share = f"{float(100 * rules.steering):.0f} %"
    st.html(
        html.tag(
            "p",
            html.join(
                [
                    html.text(f"Window: {window.from_:%d %b %Y} to {window.to:%d %b %Y}, "),
                    html.bold(batches),
                    html.text(
                        f". The line is the {share} interval; a metric counts only if it touches "
                        f"at most {rules.max_span} levels."
                    ),
                ]
            ),
            "rd-lead",
        )
    )


def _row(measured: Measurement, now: State) -> list[html.Html]:
    metric = now.questionnaire.metric_by_id[measured.metric]
    name = html.join([html.bold(metric.id), html.text(metric.name)], " ")
    if measured.value is None and measured.level is None:
        empty = [html.text("—")] * 3
        no, _, reason = counts(measured).partition(":")
        why = html.join([html.bold(no), html.text(f":{reason}")])
        return [name, html.text("—"), *empty[:2], html.level_badge(None), why, html.text("—")]
    value = "—" if measured.value is None else with_unit(measured.value, metric)
    mark = "▲ " if measured.suspicion else ""
    if also := beside(measured):
        name = html.join([name, html.tag("p", html.text(also), "rd-fine")])
    return [
        name,
        html.text(value),
        scale(measured, now.questionnaire, now.assessment.profile),
        html.text(counted_from(measured) or "—"),
        html.level_badge(measured.level if measured.usable else None),
        html.text(mark + counts(measured)),
        html.text(_trend(measured)),
    ]


def _trend(measured: Measurement) -> str:
    if measured.trend is None:
        return "—"
    # An arrow beside "no clear change" would be read as one.
    arrow = f"{ARROWS[measured.trend.direction]} " if measured.trend.significant else ""
    return f"{arrow}{measured.trend.text}"


def _suspicion(one: Measurement, now: State) -> None:
    metric = now.questionnaire.metric_by_id[one.metric]
    said = f"▲ {one.metric}: {one.reason}. {way_out(metric, now.questionnaire.records)}"
    st.html(html.tag("p", html.text(said), "rd-warn"))
    label = f"Enter a look into records for {one.metric}"
    if st.button(label, key=f"look_{one.metric}", disabled=state.is_sealed()):
        st.session_state[state.EVIDENCE] = "tally"
        st.rerun()


def _rows(assessment: str, now: State, one: Measurement) -> None:
    found = evidence_of(workbench(), assessment, now.loaded, now.questionnaire)
    files = evidence.kept(workbench(), assessment)
    rows = rows_behind(one, now.questionnaire, files, found.overlaps)
    counted = [row for row in rows if row.is_counted]
    over = [row for row in rows if row.is_over]
    out = [row for row in rows if not row.is_counted and not row.is_over]
    lists = {f"Counted ({len(counted)})": counted}
    if over:
        lists[f"Counted over ({len(over)})"] = over
    lists[f"Left out ({len(out)})"] = out
    said = [f"{len(over)} counted over", f"{len(out)} left out"][0 if over else 1 :]
    head = f"{len(counted)} rows counted in {one.metric}, {', '.join(said)}"
    st.header(head, anchor=False)
    left, right = st.columns([2, 1], vertical_alignment="center")
    chosen = left.segmented_control(
        "Rows",
        list(lists),
        default=next(iter(lists)),
        required=True,
        label_visibility="collapsed",
        key=f"list_{assessment[:8]}_{one.metric}",
    )
    with right:
        download(
            "Download all lists (.csv)",
            assessment,
            f"rows-{one.metric}.csv",
            lambda: rows_csv(rows),
            what=f"Rows behind {one.metric}",
            key=f"csv_{one.metric}",
        )
    _reasons(out)
    shown = lists.get(str(chosen), counted)
    if shown is over:
        st.caption(f"{one.metric} is counted over these rows as well: they are no events of it.")
    _table(shown, str(chosen).partition(" (")[0], why=shown is out)


def _reasons(out: Sequence[Row]) -> None:
    """Why rows were left out, each reason with its count."""
    counts = Counter("in a newer file as well" if _is_twice(r) else r.reason for r in out)
    if counts:
        said = " · ".join(f"{count} {reason}" for reason, count in counts.most_common())
        st.html(html.tag("p", html.text(f"Left out: {said}."), "rd-fine"))


def _is_twice(row: Row) -> bool:
    return row.reason.startswith("counted in ")


def _table(rows: Sequence[Row], name: str, *, why: bool) -> None:
    heads = ["File", "Sheet", "Row", "Record", *(["Why not"] if why else [])]
    cells = [
        [html.text(part) for part in (r.ref.file, r.ref.sheet or "—", r.ref.row, r.ref.key or "—")]
        + ([html.text(r.reason)] if why else [])
        for r in rows[:SHOWN]
    ]
    caption = f"{name}, with the reason" if why else name
    more = f"; the first {SHOWN} of {len(rows)}" if len(rows) > SHOWN else ""
    st.html(html.table(heads, cells, "rd-compact", caption + more))
