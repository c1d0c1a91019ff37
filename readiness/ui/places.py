"""Where one is at work outlives a reload: the mode, and whom one talks to or writes down."""

import streamlit as st

from readiness.ui import state
from readiness.ui.cached import workbench
from readiness.ui.choosing import NEW, showing
from readiness.workspace.results import State

KEPT = {"mode": state.MODE, "talking_to": state.TALKING_TO, "respondent": state.RESPONDENT}
"""Neither stands in the address, which holds the two ids alone: it may be sent to somebody."""


def recall(assessment: str, here: State) -> None:
    """Come back to where this person left off, unless this session has said otherwise."""
    if st.session_state.get(state.PLACE, ("", {}))[0] == assessment:
        return
    place = workbench().store.place(workbench().actor, assessment)
    st.session_state[state.PLACE] = (assessment, place)
    for part, name in KEPT.items():
        if part in place and name not in st.session_state:
            st.session_state[name] = place[part]
    who, looked_at = st.session_state.get(state.TALKING_TO), state.current_capability()
    if who in here.assessment.respondent_by_id and state.TALKED_TO not in st.session_state:
        st.session_state[state.TALKED_TO] = who
        if looked_at is not None:
            st.session_state[state.GUIDE] = showing(here, str(who), looked_at)


def remember(assessment: str) -> None:
    """Keep where one is, once it has changed."""
    said = {part: st.session_state.get(name) for part, name in KEPT.items()}
    now = {part: str(value) for part, value in said.items() if value not in (None, NEW)}
    if now != st.session_state[state.PLACE][1]:
        workbench().store.keep_place(workbench().actor, assessment, now)
        st.session_state[state.PLACE] = (assessment, now)
