"""Split an action of the plan into two parts, the second after the first."""

from fractions import Fraction

import streamlit as st

from readiness.ui import confirming
from readiness.ui.cached import workbench
from readiness.workspace.planning import Case
from readiness.workspace.splitting import Parts, split

SPLIT = "plan_split"


def split_one(assessment: str, case: Case) -> None:
    """The form: which, how much of it first, and what the parts are called."""
    names = {t.id: f"{t.id} {t.name}" for t in case.tasks.tasks if t.is_to_do}
    if not names:
        st.caption("Nothing is left to be done, so there is nothing to split.")
        return
    turn = len(case.plan.actions)
    with st.form(f"{SPLIT}_{turn}", border=True):
        left, right = st.columns([3, 1.4])
        id = left.selectbox(
            "Action to split", list(names), format_func=names.__getitem__, key=f"{SPLIT}_id_{turn}"
        )
        share = right.number_input("First part, % of it", 5, 95, 50, 5, key=f"{SPLIT}_share_{turn}")
        one, two = st.columns(2)
        first = one.text_input("First part", max_chars=120, key=f"{SPLIT}_first_{turn}")
        second = two.text_input("Then", max_chars=120, key=f"{SPLIT}_second_{turn}")
        reason = st.text_input("Reason", max_chars=300, key=f"{SPLIT}_why_{turn}")
        st.caption(
            "Effort and weeks are shared out. The second part begins when the first has ended and "
            "keeps the number; the gap closes when both are done."
        )
        asked = st.form_submit_button("Split it")
    if asked and _is_whole(first, second, reason):
        parts = Parts(Fraction(int(share), 100), first.strip(), second.strip())
        _save(assessment, str(id), parts, reason.strip())
    confirming.ask(SPLIT)


def _is_whole(first: str, second: str, reason: str) -> bool:
    if not (first.strip() and second.strip()):
        st.error("Give both parts a title. Nothing was saved.")
        return False
    if not reason.strip():
        st.error("Say why: the history keeps it. Nothing was saved.")
        return False
    return True


def _save(assessment: str, id: str, parts: Parts, reason: str) -> None:
    def save(confirmed: bool) -> None:
        split(workbench(), assessment, id, parts, reason, note_confirmed=confirmed)

    if confirming.saved(SPLIT, save, f"{parts.first}, {parts.second}: {reason}"):
        st.rerun()
