"""The only module that keeps things between runs of a page."""

import streamlit as st

from readiness.workspace.session import Session, open_workspace


@st.cache_resource(show_spinner=False)
def workbench() -> Session:
    """The store, the content and the local owner; made once for the process.

    Results are kept inside it by assessment and revision, after the store has checked the person.
    """
    return open_workspace()
