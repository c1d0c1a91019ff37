"""The interview workbook on the page Report: out for somebody, and back in (screens 3.8)."""

from functools import partial

import streamlit as st

from readiness.domain.errors import InputRefused
from readiness.ui import html, state
from readiness.ui.cached import workbench
from readiness.ui.downloads import download
from readiness.ui.offline_list import incoming_list
from readiness.ui.returning import returned_file
from readiness.workspace.offline_store import export_workbook, look_at_workbook
from readiness.workspace.results import State

WHOM, SHUFFLED = "offline_whom", "offline_shuffled"
EVERYBODY = "all"


def offline(assessment: str, here: State) -> None:
    """Draw both ways; what came back is a list to decide on until it is taken or left."""
    st.header("Interview workbook", anchor=False)
    st.html(
        html.paragraph(
            "Questions to be answered away from this app, in Excel, LibreOffice or Google Sheets. "
            "What comes back is shown as a list of changes: nothing is written before you say yes.",
            "",
        )
    )
    out, back = st.columns(2, gap="large")
    with out:
        _out(assessment, here)
    with back:
        _back(assessment)
    incoming_list(assessment, here)


def _out(assessment: str, here: State) -> None:
    people = here.assessment.respondent_by_id
    names = {f.code: f.name for f in here.questionnaire.functions} | {"TEAM": "The team"}
    options = {EVERYBODY: "Everybody: a sheet for each function"}
    options |= {
        id: f"{names[person.function]} ({id}), with the answers so far"
        for id, person in people.items()
    }
    options |= {code: f"{name}: somebody new" for code, name in names.items() if code != "TEAM"}
    whom = st.selectbox(
        "Whose questions", list(options), format_func=lambda o: options[o], key=WHOM
    )
    shuffled = st.checkbox(
        "Descriptions in an order of chance",
        key=SHUFFLED,
        help="For people who fill it in alone: the order no longer tells which is better.",
    )
    make = partial(export_workbook, workbench(), assessment, whom, shuffled=shuffled)
    ending = f"interview-{whom.lower()}.xlsx"
    what = f"Interview workbook, {whom}"
    download("Interview workbook (Excel)", assessment, ending, make, what=what)


def _back(assessment: str) -> None:
    file = returned_file("A workbook that was filled in", state.OFFLINE_TURN)
    if file is None:
        return
    try:
        with st.status("Comparing the workbook with what is here", expanded=False):
            found = look_at_workbook(workbench(), assessment, file.name, file.getvalue())
        st.session_state[state.OFFLINE] = (assessment, found)
    except InputRefused as error:
        st.session_state[state.OFFLINE] = (assessment, error.problems)
    st.rerun()
