"""Typed text that seems to identify somebody asks first, and is saved if it does not."""

from collections.abc import Callable

import streamlit as st

from readiness.domain.errors import ReadinessError
from readiness.ui import state
from readiness.workspace.notes import IdentifierFound

Save = Callable[[bool], object]
"""Saves; told whether a person has confirmed the text."""


def saved(role: str, save: Save, text: str) -> bool:
    """Save and say whether it worked; what stood in the way is kept for ``ask``, with the text."""
    st.session_state.pop(state.CONFIRM, None)
    try:
        save(False)
    except IdentifierFound as found:
        st.session_state[state.CONFIRM] = (role, str(found), save, text)
    except ReadinessError as error:
        st.session_state[state.CONFIRM] = (role, str(error), None, text)
    else:
        return True
    return False


def ask(role: str) -> None:
    """What stood in the way of saving in this place, with the way on."""
    kept = st.session_state.get(state.CONFIRM)
    if not kept or kept[0] != role:
        return
    # What would be saved stands there: nobody confirms a text that is out of sight. Side by side
    # where there is room: below it, the button would lie behind the foot of the page.
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.warning(state.plain(f"{kept[1]} “{kept[3]}”"))
        if kept[2] is not None:
            st.button("It identifies nobody: save it", key=f"confirm_{role}", on_click=_confirm)


def _confirm() -> None:
    _, _, save, _ = st.session_state.pop(state.CONFIRM)
    save(True)
