"""Change one action: drop it, mark it, fix its start, give it another effort, with a reason."""

from collections.abc import Callable
from fractions import Fraction

import streamlit as st

from readiness.domain.planning import ActionEdit
from readiness.roadmap.plan.actions import Task
from readiness.ui import confirming, fields, html, state
from readiness.ui.cached import workbench
from readiness.ui.plan_own import add_own
from readiness.ui.plan_split import split_one
from readiness.workspace.plan_edits import change_action, on_top, restore_action
from readiness.workspace.planning import Case
from readiness.workspace.splitting import join, whole_of

CHANGE = "plan_change"
STATUSES = {
    "planned": "planned",
    "started": "started, it keeps its start",
    "done": "done",
    "dropped": "dropped",
}


def change_an_action(assessment: str, case: Case) -> None:
    """What was changed, and the forms for one more change."""
    st.header("Change an action", anchor=False)
    _changed(assessment, case)
    if not case.tasks.tasks or state.is_sealed():
        return
    change, add, split = st.tabs(["Change one", "Add your own", "Split one in two"])
    with change:
        _change(assessment, case)
    with add:
        add_own(assessment, case)
    with split:
        split_one(assessment, case)


def _change(assessment: str, case: Case) -> None:
    names = {t.id: f"{t.id} {t.name}" for t in case.tasks.tasks}
    # Outside the form: whether it has a title to change hangs on which action it is.
    id = st.selectbox("Action", list(names), format_func=names.__getitem__)
    task = next(t for t in case.tasks.tasks if t.id == id)
    with st.form(f"plan_action_{len(case.plan.actions)}", border=True):
        said = _title_and_owner(case, task)
        first, second, third, fourth = st.columns(4)
        said["status"] = first.selectbox(
            "Status",
            list(STATUSES),
            index=list(STATUSES).index(task.status),
            format_func=STATUSES.__getitem__,
        )
        said["start"] = second.date_input("Fixed start", value=None, format="YYYY-MM-DD")
        effort = third.number_input(
            "Person-weeks", min_value=0.0, step=0.5, value=None, placeholder="as it is"
        )
        said["effort"] = None if effort is None else Fraction(str(effort))
        said["elapsed"] = fourth.number_input(
            "Least weeks", min_value=1, max_value=260, value=None, placeholder="as it is"
        )
        said["reason"] = st.text_input("Reason", max_chars=300).strip()
        asked = st.form_submit_button("Save this change")
    if asked:
        _save(assessment, case, task.id, said)
    confirming.ask(CHANGE)


def _title_and_owner(case: Case, task: Task) -> dict[str, object]:
    """The fields as they stand; None for what was not changed. A title of the content stays."""
    known = [f.name for f in case.questionnaire.functions] + [t.owner for t in case.tasks.tasks]
    title, right = None, st.container()
    if any(edit.id == task.id and edit.name for edit in case.plan.actions):
        left, right = st.columns([2, 1])
        key = state.following_text(f"{CHANGE}_title_{task.id}", task.name)
        title = left.text_input("Title", max_chars=120, key=key).strip()
    owner = right.selectbox(
        "Owner",
        list(dict.fromkeys([task.owner, *known])),
        key=state.following_text(f"{CHANGE}_owner_{task.id}", task.owner),
    )
    return {
        "name": title if title != task.name else None,
        "owner": owner if owner != task.owner else None,
    }


def _save(assessment: str, case: Case, id: str, said: dict[str, object]) -> None:
    if not said["reason"]:
        st.error("Say why: the history keeps it. Nothing was saved.")
        return
    since = next((e.start for e in case.plan.actions if e.id == id), None)
    if said["status"] == "started" and said["start"] is None and since is None:
        st.error("Say since when it has started. Nothing was saved.")
        return
    edit = on_top(case.plan, id, said)

    def save(confirmed: bool) -> None:
        change_action(workbench(), assessment, edit, note_confirmed=confirmed)

    typed = [str(words) for words in (said["name"], said["reason"]) if words]
    if confirming.saved(CHANGE, save, ": ".join(typed)):
        st.rerun()


def _changed(assessment: str, case: Case) -> None:
    if not case.plan.actions:
        st.caption("Effort and weeks are those of the content; nothing was changed.")
        return
    heads = ("Action", "Status", "Start", "Person-weeks", "Least weeks", "Why")
    rows = [
        [
            html.join([html.bold(edit.id), html.text(edit.name)], " "),
            html.text(edit.status),
            html.text(edit.start or "—"),
            html.text(_effort(edit)),
            html.text(edit.elapsed or "—"),
            html.text(edit.reason),
        ]
        for edit in case.plan.actions
    ]
    st.html(html.table(heads, rows, "rd-compact", "Changed actions"))
    with st.container(horizontal=True, gap="medium"):
        for edit in case.plan.actions:
            _way_back(assessment, case, edit.id)


def _way_back(assessment: str, case: Case, id: str) -> None:
    whole = whole_of(case.plan).get(id)
    act: Callable[..., object] = restore_action
    if whole is not None:
        label, icon, act = f"{id}: together with {whole} again", "undo", join
    elif id in case.questionnaire.capabilities:
        label, icon = f"{id}: back to the content", "undo"
    else:
        label, icon = f"{id}: take away", "close"
    st.button(
        label,
        key=f"plan_restore_{id}",
        type="tertiary",
        icon=f":material/{icon}:",
        disabled=state.is_sealed(),
        on_click=fields.doing(act, workbench(), assessment, id),
    )


def _effort(edit: ActionEdit) -> str:
    if edit.effort is None:
        return "—"
    if isinstance(edit.effort, dict):
        return ", ".join(f"{f} {float(w):g}" for f, w in edit.effort.items())
    return f"{float(edit.effort):g}"
