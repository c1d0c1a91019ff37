"""Notes and requests: what is kept beside the answers, and what to ask next."""

import streamlit as st

from readiness.ui import fields, html, links, state
from readiness.ui.band import band, chosen
from readiness.ui.cached import workbench
from readiness.ui.navigation import page
from readiness.ui.note_list import follow_ups, notes
from readiness.ui.request_list import REQUESTS, change_request, new_request, request_table
from readiness.workspace.ask_next import ask_next
from readiness.workspace.results import State


def draw() -> None:
    """The page."""
    now = chosen()
    if now is None:
        return
    assessment, here = now
    band(here)
    st.title("Notes and requests", anchor=False)
    fields.trouble()
    left, right = st.columns([1.9, 1], gap="large")
    with left:
        st.header("Evidence asked for", anchor=False)
        if here.assessment.requests:
            st.html(request_table(here, workbench().today()))
            change_request(assessment, here)
            if st.button("The list for the client…", help="To print, or as Excel"):
                st.session_state[state.GUIDE_SHOWN] = REQUESTS
                st.switch_page(page("guide"))
        if not state.is_sealed():
            with st.expander("Ask for something more", expanded=not here.assessment.requests):
                new_request(assessment, here)
        st.header("Notes that are no answers yet", anchor=False)
        notes(assessment, here)
    with right:
        st.header("To ask next", anchor=False)
        _next(assessment, here)
        st.header("To come back to", anchor=False)
        follow_ups(assessment, here)
        fields.undo_button(assessment)


def _next(assessment: str, here: State) -> None:
    steps = ask_next(here.assessment, here.questionnaire, workbench().today())
    if not steps:
        st.html(html.paragraph("Nothing: every gate has two voices, and nothing is open."))
        return
    rows = [
        [
            html.text(step.text),
            links.question(assessment, step.capability) if step.capability else html.text("—"),
        ]
        for step in steps
    ]
    st.html(html.table(["What", "Where"], rows))


draw()
