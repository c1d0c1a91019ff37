"""Figures typed in where no log exists, and looks into executed records (screens 3.3)."""

from typing import Any

import streamlit as st

from readiness.domain.errors import ReadinessError
from readiness.domain.evidence import Evidence
from readiness.domain.metric import Metric
from readiness.domain.result import Result
from readiness.ui import fields, html, state
from readiness.ui.cached import workbench
from readiness.workspace.results import State
from readiness.workspace.tallies import (
    asked,
    detect,
    not_typed,
    proposed_window,
    take_back,
    type_in,
    way_out,
)


def tally(assessment: str, now: State, result: Result, evidence: Evidence) -> None:
    """Draw what was typed, the form for another figure, and the detection records."""
    st.header("Type in a tally", anchor=False)
    fields.trouble()
    st.write(
        "Where no log exists, count by hand: 74 deviations in 12 batches is enough for a first "
        "figure. Type the counts, never only the result."
    )
    _typed(assessment, now, result)
    free = not_typed(now.assessment, now.questionnaire.metrics, evidence)
    if state.is_sealed():
        st.write("No figure can be added to a frozen assessment.")
    elif free:
        _form(assessment, now, free, evidence)
    else:
        st.write("Every figure is measured from records, or typed already.")
    _detection(assessment, now, result)


def _typed(assessment: str, now: State, result: Result) -> None:
    said = {m.metric: m for m in now.assessment.measurements}
    if not said:
        return
    judged = {m.metric: m for m in result.measurements}
    for metric, typed in said.items():
        line, act = st.columns([4, 1], vertical_alignment="center")
        figures = typed.model_dump(exclude={"metric", "source"}, exclude_none=True)
        counts = ", ".join(f"{part} {float(value):g}" for part, value in figures.items())
        line.html(
            html.join(
                [
                    html.level_badge(judged[metric].level if judged[metric].usable else None),
                    html.bold(f"{metric} {now.questionnaire.metric_by_id[metric].name}"),
                    html.text(f"{counts} · {typed.source}"),
                ],
                " ",
            )
        )
        act.button(
            f"Remove {metric}",
            key=f"untype_{metric}",
            width="stretch",
            disabled=state.is_sealed(),
            on_click=fields.doing(take_back, workbench(), assessment, metric),
        )


def _form(assessment: str, now: State, free: list[Metric], evidence: Evidence) -> None:
    by_id = {m.id: m for m in free}
    chosen = st.selectbox(
        "Figure", list(by_id), format_func=lambda m: f"{m} {by_id[m].name}", key="tally_metric"
    )
    metric = by_id[chosen]
    st.caption(state.plain(f"{metric.definition} {metric.pitfalls}"))
    window = proposed_window(now.assessment, evidence, now.questionnaire.records)
    fixed = evidence.window is not None and evidence.window.batches is not None
    with st.form(f"tally_{chosen}", border=True):
        figures: dict[Any, Any] = {}
        wanted = asked(metric)
        for column, one in zip(st.columns(max(2, len(wanted))), wanted, strict=False):
            label = one.label + ("" if one.needed else " (if you have one)")
            if one.part == "level":
                figures[one.part] = column.selectbox(label, [1, 2, 3, 4, 5], index=None)
            elif one.part in ("value", "exposure"):
                figures[one.part] = column.number_input(label, min_value=0.0, value=None)
            else:
                figures[one.part] = column.number_input(label, min_value=0, value=None, step=1)
        source = st.text_input("Where does it come from?", placeholder="e.g. tally of the QA log")
        begins, ends, batches = st.columns(3)
        from_ = begins.date_input("From", value=window.from_, disabled=fixed, format="YYYY-MM-DD")
        to = ends.date_input("To", value=window.to, disabled=fixed, format="YYYY-MM-DD")
        count = batches.number_input(
            "Batches started", min_value=0, value=window.batches, disabled=fixed, step=1
        )
        if fixed:
            st.caption("The window of the records holds for what is typed beside them.")
        sent = st.form_submit_button("Save this figure", type="primary")
    if sent:
        held = window.model_copy(update={"from_": from_, "to": to, "batches": int(count or 0)})
        try:
            type_in(workbench(), assessment, chosen, figures, source, held)
        except ReadinessError as error:
            st.error(state.plain(str(error)))
        else:
            st.rerun()


def _detection(assessment: str, now: State, result: Result) -> None:
    doubted = [m.metric for m in result.measurements if m.suspicion]
    said = now.assessment.detection
    if not doubted and not said:
        return
    st.header("Looks into executed records", anchor=False)
    if said:
        rows = [
            [html.bold(d.metric), html.text(d.on.isoformat()), html.text(d.by)]
            + [html.number(n) for n in (d.records_sampled, d.reported, d.found_unreported)]
            for d in said
        ]
        heads = ["Metric", "On", "By", "Records sampled", "Reported", "Found unreported"]
        st.html(html.table(heads, rows, "rd-compact"))
    if doubted and not state.is_sealed():
        chosen = st.selectbox("For the metric", doubted, key="detect_metric")
        metric = now.questionnaire.metric_by_id[chosen]
        st.caption(state.plain(way_out(metric, now.questionnaire.records)))
        _look(assessment, now, chosen)


def _look(assessment: str, now: State, metric: str) -> None:
    with st.form(f"detect_{metric}", border=True):
        first, second, third, fourth = st.columns(4)
        sampled = first.number_input("Records sampled", min_value=0, value=None, step=1)
        reported = second.number_input("Events reported", min_value=0, value=None, step=1)
        found = third.number_input("Found unreported", min_value=0, value=None, step=1)
        on = fourth.date_input("On", value=now.assessment.as_of, format="YYYY-MM-DD")
        sent = st.form_submit_button("Save this look")
    if not sent:
        return
    if sampled is None or reported is None or found is None:
        st.error("All three counts are needed; 0 is a count too.")
        return
    try:
        detect(workbench(), assessment, metric, sampled, reported, found, on)
    except ReadinessError as error:
        st.error(state.plain(str(error)))
    else:
        st.rerun()
