"""Add an action of one's own to the plan: what, who, how much, and which gap waits for it."""

from collections.abc import Mapping
from fractions import Fraction

import streamlit as st

from readiness.domain.planning import ActionEdit
from readiness.ui import confirming
from readiness.ui.cached import workbench
from readiness.workspace.plan_edits import change_action, next_own_id
from readiness.workspace.planning import Case

OWN = "plan_own"
ROW = 4
"""Functions side by side."""
CLOSES = {
    True: "It closes the gap, with what else is planned for it",
    False: "It closes nothing by itself: the gap waits for it",
}


def add_own(assessment: str, case: Case) -> None:
    """The form; what it asks for is what a plan needs of an action."""
    id, content = next_own_id(case.plan), case.questionnaire
    gaps = [g.capability for g in case.tasks.gaps]
    if not gaps:
        st.caption("There is no gap to close, so there is nothing to add an action to.")
        return
    names = {gap: f"{gap} {content.capabilities[gap].name}" for gap in gaps}
    roles = [f.name for f in content.functions]
    with st.form(f"{OWN}_{id}_{len(case.plan.actions)}", border=True):
        name = st.text_input("Title", max_chars=120, key=f"{OWN}_title_{id}")
        first, second, third = st.columns([1.4, 2.6, 1])
        owner = first.selectbox("Owner", roles, key=f"{OWN}_owner_{id}")
        chosen = second.selectbox(
            "Gap it belongs to", gaps, format_func=names.__getitem__, key=f"{OWN}_gap_{id}"
        )
        weeks = third.number_input("Least weeks", 1, 260, 2, key=f"{OWN}_weeks_{id}")
        closes = st.radio(
            "What it closes", list(CLOSES), format_func=CLOSES.__getitem__, key=f"{OWN}_part_{id}"
        )
        effort = _effort(case, id)
        reason = st.text_input("Reason", max_chars=300, key=f"{OWN}_why_{id}")
        asked = st.form_submit_button("Add this action")
    if asked and _is_whole(name, effort, reason):
        target = next(g.target for g in case.tasks.gaps if g.capability == chosen)
        own = ActionEdit(
            id=id,
            name=name.strip(),
            owner=str(owner),
            effort=dict(effort),
            elapsed=int(weeks),
            lifts={str(chosen): target if closes else 1},
            reason=reason.strip(),
        )
        _save(assessment, own)
    confirming.ask(OWN)


def _effort(case: Case, id: str) -> Mapping[str, Fraction]:
    """Person-weeks by function; a field that is left empty asks for nobody."""
    functions, found = case.questionnaire.functions, {}
    for begin in range(0, len(functions), ROW):
        for column, function in zip(st.columns(ROW), functions[begin:], strict=False):
            given = column.number_input(
                f"{function.code}, person-weeks",
                0.0,
                520.0,
                None,
                0.5,
                key=f"{OWN}_{function.code}_{id}",
                placeholder="none",
                help=function.name,
            )
            if given:
                found[function.code] = Fraction(str(given))
    return found


def _is_whole(name: str, effort: Mapping[str, Fraction], reason: str) -> bool:
    lacking = [
        words
        for given, words in (
            (name.strip(), "give it a title"),
            (effort, "say whose time it takes"),
            (reason.strip(), "say why: the history keeps it"),
        )
        if not given
    ]
    if lacking:
        words = "; ".join(lacking)
        st.error(f"{words[0].upper()}{words[1:]}. Nothing was saved.")
    return not lacking


def _save(assessment: str, own: ActionEdit) -> None:
    def save(confirmed: bool) -> None:
        change_action(workbench(), assessment, own, note_confirmed=confirmed)

    if confirming.saved(OWN, save, f"{own.name}: {own.reason}"):
        st.rerun()
