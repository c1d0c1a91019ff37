"""A switch between the parts of a page: one is always chosen, and it is remembered."""

from collections.abc import Sequence

import streamlit as st


def switch(label: str, names: Sequence[str], key: str) -> str:
    """The chosen name, the first before anybody chose. ``label`` is for a screen reader."""
    chosen = st.segmented_control(
        label,
        names,
        key=key,
        default=names[0] if key not in st.session_state else None,
        required=True,
        wrap=True,
        label_visibility="collapsed",
        persist_state="session",
    )
    return chosen or names[0]
