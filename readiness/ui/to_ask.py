"""Whom to ask what next, beside every question (screens 3.2)."""

import streamlit as st

from readiness.ui import html, state
from readiness.ui.cached import workbench
from readiness.ui.manner import TEAM, Manner
from readiness.workspace.ask_next import ask_next
from readiness.workspace.results import State

SHOWN = 3


def to_ask(here: State, manner: Manner) -> None:
    """Draw the first few steps; one that has a question turns to it."""
    found = ask_next(here.assessment, here.questionnaire, workbench().today())
    steps = [step for step in found if manner is TEAM or not step.is_private]
    if not steps:
        return
    with st.container(key="to_ask", gap=None):
        st.html(html.tag("p", html.bold("To ask next"), "rd-small"))
        for n, step in enumerate(steps[:SHOWN]):
            if step.capability is None:
                st.html(html.paragraph(step.text))
                continue
            st.button(
                state.plain(step.text),
                key=f"step_{n}",
                type="tertiary",
                on_click=_turn,
                args=(step.capability,),
            )


def _turn(capability: str) -> None:
    """To the question, whatever filter hides it."""
    for name in (state.FILTER, state.GUIDE):
        if name in st.session_state:
            st.session_state[name] = "all"
    state.look_at(capability)
