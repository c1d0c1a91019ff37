"""Erasure on request: who asked, why, of what; asked once more before it is done."""

import streamlit as st

from readiness.domain.errors import InputRefused, ReadinessError
from readiness.store import Request
from readiness.ui import state
from readiness.ui.cached import workbench
from readiness.workspace.custody import copies, desk, erase
from readiness.workspace.results import state as load_state

WHOLE = ""
ERASED = "erased_note"
WHAT, ASKED, WHY, SURE = "erase_what", "erase_asked", "erase_why", "erase_sure"


@st.dialog("Erase on request")
def ask_to_erase(assessment: str, title: str) -> None:
    """What goes, what stays, and the way there."""
    st.write(
        f"Answers, notes, evidence and names of **{state.plain(title)}** go for good, from its "
        "history too. That something was erased stays: when, by whom, who asked, why, how much."
    )
    people = load_state(workbench(), assessment).assessment.respondents
    names = {WHOLE: "The whole assessment", **{r.id: f"What {r.id} said" for r in people}}
    st.selectbox("What", list(names), format_func=lambda id: state.plain(names[id]), key=WHAT)
    st.text_input("Who asked for it", placeholder="e.g. data protection officer", key=ASKED)
    st.text_input("Why", placeholder="e.g. end of the engagement", key=WHY)
    st.checkbox("I know that there is no way back", key=SURE)
    if st.button("Erase", key="erase_yes", type="primary", on_click=_erase, args=(assessment,)):
        if state.TROUBLE not in st.session_state:
            st.rerun()
        st.error(state.plain(st.session_state.pop(state.TROUBLE)))
    if there := copies(workbench().settings):
        st.caption(f"Copies of the store still hold it, until you delete them: {', '.join(there)}")


def erased_note() -> None:
    """What was erased just now."""
    if said := st.session_state.pop(ERASED, ""):
        st.success(said, icon=":material/check:")


def _erase(assessment: str) -> None:
    typed = {name: str(st.session_state.get(name, "")) for name in (WHAT, ASKED, WHY)}
    if not st.session_state.get(SURE):
        st.session_state[state.TROUBLE] = "Tick that you know: nothing was erased."
        return
    request = Request(typed[ASKED], typed[WHY], typed[WHAT] or None)
    try:
        found = erase(desk(workbench()), assessment, request)
    except ReadinessError as error:
        said = error.problems[0].message if isinstance(error, InputRefused) else str(error)
        st.session_state[state.TROUBLE] = said
        return
    if request.respondent is None and state.current_assessment() == assessment:
        state.close_assessment()
    st.session_state[ERASED] = (
        f"Erased: {found.entries} entries, {found.files} files, {found.rows} rows of history"
    )
