"""Where one is at work outlives a reload: the mode, and whom one talks to or writes down.

Each window has its own, which stands in its address beside the two ids: a mode and a respondent's
code, no name. The store's counts for a window that was just opened: there one goes on as one left.
"""

import streamlit as st

from readiness.ui import state
from readiness.ui.cached import workbench
from readiness.ui.choosing import NEW, showing
from readiness.ui.manner import COMPARE, INTERVIEW, MANNERS, TEAM, current_mode
from readiness.workspace.results import State

KEPT = {"mode": state.MODE, "talking_to": state.TALKING_TO, "respondent": state.RESPONDENT}
WHO = {TEAM.mode: "respondent", INTERVIEW.mode: "talking_to"}
"""Of each mode, the part of a place that stands in the address as *who*."""


def recall(assessment: str, here: State) -> None:
    """Come back to where this window left off, unless this session has said otherwise."""
    if st.session_state.get(state.PLACE, ("", {}))[0] == assessment:
        return
    stored = workbench().store.place(workbench().actor, assessment)
    st.session_state[state.PLACE] = (assessment, stored)
    place = _of_window(stored)
    for part, name in KEPT.items():
        if part in place and name not in st.session_state:
            st.session_state[name] = place[part]
    who, looked_at = st.session_state.get(state.TALKING_TO), state.current_capability()
    if who in here.assessment.respondent_by_id and state.TALKED_TO not in st.session_state:
        st.session_state[state.TALKED_TO] = who
        if looked_at is not None:
            st.session_state[state.GUIDE] = showing(here, str(who), looked_at)


def remember(assessment: str) -> None:
    """Keep where one is, once it has changed: in the address, and for the next window."""
    said = {part: st.session_state.get(name) for part, name in KEPT.items()}
    now = {part: str(value) for part, value in said.items() if value not in (None, NEW)}
    if now != st.session_state[state.PLACE][1]:
        workbench().store.keep_place(workbench().actor, assessment, now)
        st.session_state[state.PLACE] = (assessment, now)
    mode = current_mode()
    told = {"mode": mode, "who": now.get(WHO.get(mode, ""))}
    for name, value in told.items():
        if value is None:
            st.query_params.pop(name, None)
        elif st.query_params.get(name) != value:
            st.query_params[name] = value


def _of_window(stored: dict[str, str]) -> dict[str, str]:
    """The place that the address tells; what was left last where it tells none."""
    mode = st.query_params.get("mode")
    if mode not in (*MANNERS, COMPARE):
        return stored
    part = WHO.get(mode, "")
    place = {name: value for name, value in stored.items() if name != part} | {"mode": mode}
    who = st.query_params.get("who")
    return place | {part: who} if part and who else place
