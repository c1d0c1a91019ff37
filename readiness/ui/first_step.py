"""What to do first where a part of the operating model is still empty."""

from collections.abc import Callable

import streamlit as st

from readiness.ui import state
from readiness.workspace.results import State

Part = Callable[[str, State], None]


def first_step(field: str, words: str, part: Part) -> Part:
    """The part, and above it ``words`` until something stands in ``field`` of what was said."""

    def draw(assessment: str, now: State) -> None:
        if not getattr(now.assessment.operating, field) and not state.is_sealed():
            st.info(f"Nothing is here yet. {words}")
        part(assessment, now)

    return draw
