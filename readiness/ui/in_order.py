"""What keys and buttons ask for, done in the order in which they were pressed."""

from collections.abc import Callable
from typing import Any

import streamlit as st

ASKED = "asked_in_reverse"


def ask(what: Callable[..., None], *args: Any) -> None:
    """Ask for something; for ``on_click`` of a button that may be pressed by key.

    Streamlit gathers what is pressed while a run is busy into one message with the newest first
    and calls the newest first: *5* and *j* would turn the page and then answer the next question.
    """
    st.session_state.setdefault(ASKED, []).append((what, args))


def catch_up() -> None:
    """Do all of it, the oldest first; before anything of the page is drawn."""
    for what, args in reversed(st.session_state.pop(ASKED, [])):
        what(*args)
