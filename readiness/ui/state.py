"""Where a person is looking: the only module that names session keys. The database is the truth."""

import re

import streamlit as st

from readiness.ui.cached import workbench
from readiness.workspace.results import State
from readiness.workspace.results import state as load_state

ASSESSMENT = "assessment"
CAPABILITY = "capability"
RESPONDENT = "respondent"
FILTER = "question_filter"
ASKS = "note_asks"
TROUBLE = "trouble"
PROFILE_PART = "profile_part"
PERSON = "person"

_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+!|<>~$:])")


def plain(text: str) -> str:
    """Text from outside, safe as the label or body of a widget that reads markdown."""
    return _SPECIAL.sub(r"\\\1", text)


def remember_address() -> None:
    """Keep the ids in the address, so that a reload comes back; nothing else stands there."""
    for name in (ASSESSMENT, CAPABILITY):
        if name not in st.session_state and name in st.query_params:
            st.session_state[name] = st.query_params[name]
        kept = st.session_state.get(name)
        if kept and st.query_params.get(name) != kept:
            st.query_params[name] = kept


def open_assessment(assessment: str) -> None:
    """Look at this assessment from now on, at its first question."""
    st.session_state[ASSESSMENT] = assessment
    for name in (CAPABILITY, RESPONDENT, ASKS, TROUBLE, PERSON):
        st.session_state.pop(name, None)
    st.query_params.clear()
    st.query_params[ASSESSMENT] = assessment


def close_assessment() -> None:
    """Look at none."""
    for name in (ASSESSMENT, CAPABILITY, RESPONDENT, ASKS):
        st.session_state.pop(name, None)
    st.query_params.clear()


def current_assessment() -> str | None:
    """The id that is being looked at."""
    found = st.session_state.get(ASSESSMENT)
    return str(found) if found else None


def current() -> tuple[str, State] | None:
    """The assessment being looked at with its content; None if none is chosen."""
    chosen = current_assessment()
    return (chosen, load_state(workbench(), chosen)) if chosen else None


def current_capability() -> str | None:
    """The question that is being looked at."""
    found = st.session_state.get(CAPABILITY)
    return str(found) if found else None


def look_at(capability: str) -> None:
    """Turn to a question."""
    st.session_state[CAPABILITY] = capability
    st.session_state.pop(ASKS, None)
    st.query_params[CAPABILITY] = capability


def current_respondent() -> str | None:
    """Who is being written down."""
    found = st.session_state.get(RESPONDENT)
    return str(found) if found else None
