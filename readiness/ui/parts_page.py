"""A page of several parts, of which only the chosen one is drawn."""

from collections.abc import Callable, Mapping

import streamlit as st

from readiness.ui.band import band, chosen
from readiness.ui.fields import title_with_undo, trouble
from readiness.ui.switch import switch
from readiness.workspace.results import State


def parts_page(
    title: str,
    parts: Mapping[str, Callable[[str, State], None]],
    key: str,
    under_way: Callable[[State], str] | None = None,
) -> None:
    """The head, the switch, and the part of the assessment that is being looked at.

    ``under_way``: the part that a window comes to in which none was chosen yet; empty: the first.
    """
    now = chosen()
    if now is None:
        return
    assessment, here = now
    band(here)
    title_with_undo(title, assessment)
    if under_way is not None and key not in st.session_state and (first := under_way(here)):
        st.session_state[key] = first
    part = switch("Part", list(parts), key)
    trouble()
    parts[part](assessment, here)
