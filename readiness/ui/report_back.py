"""An edited gap report on the page Report: brought back, looked at, taken or left (screens 3.8)."""

import streamlit as st

from readiness.domain.errors import InputRefused, Problem
from readiness.domain.result import Result
from readiness.ui import fields, html, state
from readiness.ui.cached import workbench
from readiness.ui.report_list import report_list
from readiness.ui.returning import problem_table, returned_file
from readiness.workspace.report_back import ReportBack
from readiness.workspace.report_store import look_at_report
from readiness.workspace.results import State


def report_back(assessment: str, here: State, result: Result) -> None:
    """Draw the field, and what came back, until it is taken or left."""
    st.header("Bring an edited report back", anchor=False)
    st.html(
        html.paragraph(
            "Owner, status, due date, comment, changed ratings and targets with their reason, "
            "weights, bands and horizon come back from the Excel report, and so do owner, status "
            "and fixed start of the actions. You see every change as a list first: "
            "nothing is written before you say yes.",
            "",
        )
    )
    _field(assessment)
    whose, found = st.session_state.get(state.REPORT_BACK, (None, None))
    if whose != assessment:
        return
    if isinstance(found, ReportBack):
        report_list(assessment, here, result, found)
    elif isinstance(found, str):
        said, back, _ = st.columns([3, 0.8, 1.2], vertical_alignment="center")
        said.success(state.plain(found))
        with back:
            fields.undo_button(assessment)
    elif found:
        _refused(found)


def _field(assessment: str) -> None:
    file = returned_file("A gap report that was edited", state.REPORT_BACK_TURN)
    if file is None:
        return
    try:
        with st.status("Comparing the report with what is here", expanded=False):
            found = look_at_report(workbench(), assessment, file.name, file.getvalue())
        st.session_state[state.REPORT_BACK] = (assessment, found)
    except InputRefused as error:
        st.session_state[state.REPORT_BACK] = (assessment, error.problems)
    st.rerun()


def _refused(problems: tuple[Problem, ...]) -> None:
    """The file as a whole, or the cells that have to be put right in it first."""
    if any(problem.row is not None for problem in problems):
        count = f"{len(problems)} place{'s' if len(problems) > 1 else ''}"
        st.error(
            f"{count} of this report cannot be read. Nothing was changed: put them right in the "
            "workbook and bring it back again."
        )
    else:
        st.error("This report was not taken. Nothing was changed.")
    problem_table(problems)
