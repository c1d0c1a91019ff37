"""Where a log is silent a person may state that it is complete: for which days, and who says so."""

import streamlit as st

from readiness.domain.errors import ReadinessError
from readiness.domain.evidence import TableKind
from readiness.metrics.cover import in_words
from readiness.ui import html, state
from readiness.ui.cached import workbench
from readiness.ui.drafts import kinds
from readiness.workspace import evidence, intake, stated
from readiness.workspace.measuring import evidence_of
from readiness.workspace.results import State


def completeness(assessment: str, now: State, kind: TableKind) -> None:
    """Say what of a log is not covered or stated, and take or take back a statement."""
    log = kinds(assessment)[kind].name
    said = [one for one in now.assessment.complete_logs if one.kind == kind]
    for one in said:
        what, _, who = stated.in_words(one, now.questionnaire.id).partition(": ")
        st.html(html.tag("p", html.join([html.text(f"{what}: "), html.bold(f"{who}.")])))
    silent = _silent(assessment, now, kind)
    if state.is_sealed() or not (said or silent):
        return
    if said:
        st.button(
            "Take this statement back",
            key=f"complete_back_{kind}",
            on_click=_take_back,
            args=(assessment, kind),
        )
        return
    with st.expander(f"Is the {log} complete all the same?"):
        st.write(
            f"{silent[:1].upper()}{silent[1:]}. If nothing happened in these days, and the log "
            "was kept, somebody who knows can state it: the days then count, and every figure "
            "says that this was stated."
        )
        _form(assessment, now, kind)


def _take_back(assessment: str, kind: TableKind) -> None:
    stated.take_back_complete(workbench(), assessment, kind)


def _silent(assessment: str, now: State, kind: TableKind) -> str:
    """What the log does not cover, in words; empty where it covers all that counts."""
    found = evidence_of(workbench(), assessment, now.loaded, now.questionnaire)
    mine = set(evidence.metrics_from(now.questionnaire, kind))
    for seen in found.observations:
        if seen.metric in mine and seen.window is not None and found.window is not None:
            text = in_words(kinds(assessment)[kind].name, seen.window, found.window)
            # Of another log that the metric needs as well the remark does not speak.
            if seen.remark.startswith(text):
                return text
    return ""


def _form(assessment: str, now: State, kind: TableKind) -> None:
    files = [f for f in evidence.kept(workbench(), assessment) if f.kind == kind]
    days = [day for f in files if (day := intake.register_entry(f).first) is not None]
    with st.form(f"complete_{kind}", border=False):
        begins, ends, who = st.columns(3)
        as_of = now.assessment.as_of
        from_ = begins.date_input("Complete from", min(days, default=as_of), format="YYYY-MM-DD")
        to = ends.date_input("Complete to", as_of, format="YYYY-MM-DD")
        by = who.text_input("Stated by (a role)", placeholder="e.g. QA lead")
        sent = st.form_submit_button("State that it is complete")
    if not sent:
        return
    try:
        stated.state_complete(workbench(), assessment, kind, from_, to, by)
    except ReadinessError as error:
        st.error(state.plain(str(error)))
    else:
        st.rerun()
