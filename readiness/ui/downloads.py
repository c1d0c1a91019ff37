"""Buttons that build a file when pressed, never before."""

from collections.abc import Callable
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from readiness.report.views import FULL
from readiness.ui.cached import workbench
from readiness.workspace.carrying import export_zip
from readiness.workspace.exporting import taken_out
from readiness.workspace.history_file import history_csv
from readiness.workspace.reports import (
    XLSX,
    file_name,
    gap_report,
    result_json,
)


def gap_report_button(assessment: str, view: str = FULL) -> None:
    """The primary button of Result and Report: the Excel gap report of a view."""
    ending = "" if view == FULL else f"-{view.replace(':', '-')}"
    make = partial(gap_report, workbench(), assessment, view)
    st.download_button(
        "Gap report (Excel)",
        data=leaving(assessment, f"Gap report, {view}", make),
        file_name=file_name(workbench(), assessment, f"gap-report{ending}.xlsx"),
        mime=XLSX,
        on_click="ignore",
        type="primary",
        icon=":material/download:",
        width="stretch",
    )


def result_json_button(assessment: str) -> None:
    """The result as JSON, every figure unrounded."""
    st.download_button(
        "Result (JSON)",
        data=leaving(assessment, "Result (JSON)", partial(result_json, workbench(), assessment)),
        file_name=file_name(workbench(), assessment, "result.json"),
        mime="application/json",
        on_click="ignore",
        icon=":material/data_object:",
    )


def folder_button(assessment: str) -> None:
    """The assessment whole, for another computer."""
    st.download_button(
        "Export this assessment (.zip)",
        data=leaving(assessment, "Assessment (.zip)", partial(export_zip, workbench(), assessment)),
        file_name=file_name(workbench(), assessment, "assessment.zip"),
        mime="application/zip",
        on_click="ignore",
        icon=":material/folder_zip:",
    )
    st.caption(
        "All that was said, and the coded tables of its files. Import it on the page Assessments "
        "of another computer: the result is the same there."
    )


def history_button(assessment: str, place: DeltaGenerator) -> None:
    """The whole history as .csv, uncut, with the hash of each row."""
    place.download_button(
        "History (.csv)",
        data=leaving(assessment, "History (.csv)", partial(history_csv, workbench(), assessment)),
        file_name=file_name(workbench(), assessment, "history.csv"),
        mime="text/csv",
        on_click="ignore",
        icon=":material/download:",
        width="stretch",
    )


def leaving(assessment: str, what: str, make: Callable[[], bytes]) -> Callable[[], bytes]:
    """What a button builds when it is pressed, noted as taken out."""
    return partial(taken_out, workbench(), assessment, what, make)
