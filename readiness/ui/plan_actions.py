"""Change one action: drop it, mark it, fix its start, give it another effort, with a reason."""

from fractions import Fraction

import streamlit as st
from pydantic import ValidationError

from readiness.domain.errors import ReadinessError
from readiness.domain.planning import ActionEdit
from readiness.ui import fields, html, state
from readiness.ui.cached import workbench
from readiness.workspace.plan_edits import change_action, restore_action
from readiness.workspace.planning import Case

STATUSES = {
    "planned": "planned",
    "started": "started, it keeps its start",
    "done": "done",
    "dropped": "dropped",
}


def change_an_action(assessment: str, case: Case) -> None:
    """What was changed, and the form for one more change."""
    st.header("Change an action", anchor=False)
    _changed(assessment, case)
    names = {t.id: f"{t.id} {t.name}" for t in case.tasks.tasks}
    if not names or state.is_sealed():
        return
    with st.form(f"plan_action_{len(case.plan.actions)}", border=True):
        id = st.selectbox("Action", list(names), format_func=names.__getitem__)
        first, second, third, fourth = st.columns(4)
        status = first.selectbox("Status", list(STATUSES), format_func=STATUSES.__getitem__)
        start = second.date_input("Fixed start", value=None, format="YYYY-MM-DD")
        effort = third.number_input("Person-weeks", min_value=0.0, step=0.5, value=None)
        weeks = fourth.number_input("Least weeks", min_value=1, max_value=260, value=None)
        reason = st.text_input("Reason", max_chars=300)
        if st.form_submit_button("Save this change"):
            said: dict[str, object] = {
                "id": id,
                "status": status,
                "start": start,
                "effort": None if effort is None else Fraction(str(effort)),
                "elapsed": weeks,
                "reason": reason.strip(),
            }
            _save(assessment, said)


def _save(assessment: str, said: dict[str, object]) -> None:
    if not said["reason"]:
        st.error("Say why: the history keeps it. Nothing was saved.")
        return
    if said["status"] == "started" and said["start"] is None:
        st.error("Say since when it has started. Nothing was saved.")
        return
    try:
        change_action(workbench(), assessment, ActionEdit.model_validate(said))
    except (ReadinessError, ValidationError) as error:
        st.error(state.plain(str(error)))
        return
    st.rerun()


def _changed(assessment: str, case: Case) -> None:
    if not case.plan.actions:
        st.caption("Effort and weeks are those of the content; nothing was changed.")
        return
    heads = ("Action", "Status", "Start", "Person-weeks", "Least weeks", "Why")
    rows = [
        [
            html.bold(edit.id),
            html.text(edit.status),
            html.text(edit.start or "—"),
            html.text(_effort(edit)),
            html.text(edit.elapsed or "—"),
            html.text(edit.reason),
        ]
        for edit in case.plan.actions
    ]
    st.html(html.table(heads, rows, "rd-compact", "Changed actions"))
    for edit in case.plan.actions:
        st.button(
            f"{edit.id}: back to the content",
            key=f"plan_restore_{edit.id}",
            type="tertiary",
            icon=":material/undo:",
            disabled=state.is_sealed(),
            on_click=fields.doing(restore_action, workbench(), assessment, edit.id),
        )


def _effort(edit: ActionEdit) -> str:
    if edit.effort is None:
        return "—"
    if isinstance(edit.effort, dict):
        return ", ".join(f"{f} {float(w):g}" for f, w in edit.effort.items())
    return f"{float(edit.effort):g}"
