"""What keys and buttons ask for, done in the order in which they were pressed."""

from collections.abc import Callable
from typing import Any

import streamlit as st

ASKED = "asked_in_reverse"
STILL = "asked_and_not_done"


def ask(what: Callable[..., None], *args: Any) -> None:
    """Ask for something; for ``on_click`` of a button that may be pressed by key.

    Streamlit gathers what is pressed while a run is busy into one message with the newest first
    and calls the newest first: *5* and *j* would turn the page and then answer the next question.
    """
    st.session_state.setdefault(ASKED, []).append((what, args))


def gather() -> None:
    """Put what one message asked for in its order; first of all in a run.

    A run may be cut off by the next at anything that it draws, and then asks again.
    """
    still = st.session_state.setdefault(STILL, [])
    still += reversed(st.session_state.pop(ASKED, []))


def catch_up() -> None:
    """Do all of it, the oldest first; before anything of the page is drawn."""
    still = st.session_state[STILL]
    while still:
        what, args = still.pop(0)
        what(*args)
