"""What is folded until somebody opens it: its fields are not made before."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from readiness.ui import state


def folded(label: str, key: str, *, is_open_first: bool = False) -> DeltaGenerator | None:
    """The place of the fields; None while it is folded.

    An answer given inside may change the label, which makes it another one to the library: what
    was open stays open.
    """
    st.session_state[key] = st.session_state.get(key, is_open_first)
    opened = st.expander(state.plain(label), expanded=is_open_first, key=key, on_change="rerun")
    return opened if opened.open else None
