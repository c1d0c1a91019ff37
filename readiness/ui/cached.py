"""The only module that keeps things between runs of a page."""

import gc

import streamlit as st

from readiness.workspace.session import Session, open_workspace


@st.cache_resource(show_spinner=False)
def workbench() -> Session:
    """The store, the content and the local owner; made once for the process.

    Results are kept inside it by assessment and revision, after the store has checked the person.
    """
    made = open_workspace()
    _set_apart()
    return made


def _set_apart() -> None:
    """Content and libraries stay for good: no later look for garbage goes through them.

    A look at all of them takes longer than the rest of an answer. What an earlier workbench left
    is let go first.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
