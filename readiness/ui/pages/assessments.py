"""Assessments: what this is, and where to go on (screens 3.1)."""

from typing import Literal

import streamlit as st

from readiness.domain.questionnaire import Questionnaire
from readiness.store import AssessmentRow
from readiness.ui import html, state
from readiness.ui.beginning import beginning, questions_asked
from readiness.ui.cached import workbench
from readiness.ui.choosing_rounds import compare_two
from readiness.ui.clients import another_client, choose_client, current_client
from readiness.ui.custody import client_button, taken_note
from readiness.ui.erasing import erased_note
from readiness.ui.importing import importing
from readiness.ui.navigation import page
from readiness.ui.shelf import AT_ONCE, row
from readiness.ui.turned import turned
from readiness.workspace.assessments import DEFAULT_QUESTIONNAIRE
from readiness.workspace.demo import open_example
from readiness.workspace.lacking import needs
from readiness.workspace.overview import found, glances, place_of_data, where

# From so many assessments on a search is worth its place.
FIND_FROM = 4


def draw() -> None:
    """The page."""
    session = workbench()
    content = session.questionnaire(DEFAULT_QUESTIONNAIRE)
    st.title("Is our manufacturing still clinical, or already commercial?", anchor=False)
    st.html(
        html.tag(
            "p",
            html.text(
                f"Answer {questions_asked(content)} questions, add the logs you already have, run "
                "a one-hour drill. You get a verdict with its reasons, the gaps that matter most "
                f"for patients, and a plan. Everything stays {where(session)}."
            ),
            "rd-intro",
        )
    )
    there = found(session, client=current_client())
    left, right = st.columns([1, 1.95], gap="large")
    with left:
        beginning(content, is_first=not there)
    with right:
        choose_client()
        taken_note()
        erased_note()
        if there:
            _list(there)
        else:
            _empty(content)
    st.html(
        html.tag(
            "p",
            html.text(
                f"{content.texts.disclaimer} Your data are kept in {place_of_data(session)}."
            ),
            "rd-small rd-quiet",
        )
    )


def _list(there: list[AssessmentRow]) -> None:
    title, search = st.columns([1.6, 1], vertical_alignment="bottom")
    title.header("Your assessments", anchor=False)
    find = ""
    if len(there) >= FIND_FROM:
        find = search.text_input(
            "Find by name or client",
            type="search",
            live=True,
            placeholder="Find by name or client",
            label_visibility="collapsed",
        )
    hits = found(workbench(), find, current_client()) if find else there
    for glance in glances(workbench(), turned(hits, "assessments", AT_ONCE)):
        row(glance, is_newest=glance.line.row.id == there[0].id)
    if not hits:
        st.write(f"Nothing here is called *{state.plain(find)}*.")
    _others("tertiary", there)


def _empty(content: Questionnaire) -> None:
    session = workbench()
    st.header("Your assessments", anchor=False)
    st.write(
        f"No assessment {where(session)} yet. Start one on the left: four fields, about a minute. "
        "Or look around first in a finished example with invented data."
    )
    _others("secondary", [])
    rows = [[html.bold(n.what), html.text(n.where), html.text(n.without)] for n in needs(content)]
    st.html(
        html.table(["What you will need", "Where it usually is", "Without it"], rows, "rd-compact")
    )


def _others(look: Literal["secondary", "tertiary"], there: list[AssessmentRow]) -> None:
    example, other, client, two = st.columns([1.15, 1, 1, 1])
    with two:
        compare_two(there)
    with client:
        another_client()
    with other, st.popover("Import, export (.zip)", icon=":material/folder_zip:", type=look):
        importing()
        if there:
            client_button()
    if example.button("Open the example", icon=":material/visibility:", type=look):
        with st.status("Opening the example: its files are read and measured", expanded=False):
            made = open_example(workbench(), current_client())
        state.open_assessment(made)
        st.switch_page(page("result"))


draw()
