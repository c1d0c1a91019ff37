"""Whose assessments are looked at: one client's at a time, where there are several."""

import streamlit as st

from readiness.domain.errors import InputRefused
from readiness.ui import state
from readiness.ui.cached import workbench
from readiness.workspace.clients import add_client, clients, home

CHOOSER = "client_chooser"
NAME = "client_name"
REFUSED = "client_refused"


def current_client() -> str:
    """The workspace in sight: the one chosen, else that of the last work."""
    session = workbench()
    chosen = st.session_state.get(state.CLIENT)
    there = {one.id for one in clients(session)}
    return str(chosen) if chosen in there else home(session)


def choose_client() -> None:
    """The chooser, where there are several."""
    there = {one.id: one.name for one in clients(workbench())}
    if len(there) < 2:
        return
    st.session_state[CHOOSER] = current_client()
    st.selectbox(
        "Client",
        list(there),
        format_func=lambda id: state.plain(there[id]),
        key=CHOOSER,
        on_change=_turn,
        help="Only this client's assessments are listed, compared and added to.",
    )


def another_client() -> None:
    """The way to one more."""
    with st.popover("Add a client", icon=":material/add_business:", type="tertiary"):
        st.caption("Each client's assessments are kept apart: never listed or compared together.")
        st.text_input("Name of the client", key=NAME, on_change=_add)
        st.button("Add", on_click=_add)
        if refused := st.session_state.pop(REFUSED, ""):
            st.error(state.plain(refused))


def _turn() -> None:
    """What a chooser holds is forgotten on another page, hence a key beside it."""
    state.close_assessment()
    st.session_state[state.CLIENT] = st.session_state[CHOOSER]


def _add() -> None:
    name = st.session_state.get(NAME, "")
    if not name:
        return
    try:
        made = add_client(workbench(), name)
    except InputRefused as error:
        st.session_state[REFUSED] = str(error.problems[0].message)
        return
    state.close_assessment()
    st.session_state[state.CLIENT], st.session_state[NAME] = made, ""
