"""Buttons that build a file when pressed, never before; what leaves is noted in the history."""

from collections.abc import Callable
from functools import partial
from pathlib import PurePath
from typing import Any

import streamlit as st

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

MIMES = {
    ".xlsx": XLSX,
    ".csv": "text/csv",
    ".ics": "text/calendar",
    ".json": "application/json",
    ".zip": "application/zip",
}


def download(
    label: str,
    assessment: str,
    ending: str,
    make: Callable[[], bytes],
    *,
    what: str = "",
    icon: str = "download",
    **look: Any,
) -> None:
    """A file of an assessment, on its way out.

    ``ending``: of its name, after organisation and date; ``what``: as the history calls it, if
    not by the label; ``look``: as ``st.download_button`` takes it.
    """
    st.download_button(
        label,
        data=partial(taken_out, workbench(), assessment, what or label, make),
        file_name=file_name(workbench(), assessment, ending),
        mime=MIMES[PurePath(ending).suffix],
        on_click="ignore",
        icon=f":material/{icon}:",
        **look,
    )


def gap_report_button(assessment: str, view: str = FULL) -> None:
    """The primary button of Result and Report: the Excel gap report of a view."""
    ending = "" if view == FULL else f"-{view.replace(':', '-')}"
    download(
        "Gap report (Excel)",
        assessment,
        f"gap-report{ending}.xlsx",
        partial(gap_report, workbench(), assessment, view),
        what=f"Gap report, {view}",
        type="primary",
        width="stretch",
    )


def result_json_button(assessment: str) -> None:
    """The result as JSON, every figure unrounded."""
    make = partial(result_json, workbench(), assessment)
    download("Result (JSON)", assessment, "result.json", make, icon="data_object")


def folder_button(assessment: str) -> None:
    """The assessment whole, for another computer."""
    download(
        "Export this assessment (.zip)",
        assessment,
        "assessment.zip",
        partial(export_zip, workbench(), assessment),
        what="Assessment (.zip)",
        icon="folder_zip",
    )
    st.caption(
        "All that was said, and the coded tables of its files. Import it on the page Assessments "
        "of another computer: the result is the same there."
    )


def history_button(assessment: str) -> None:
    """The whole history as .csv, uncut, with the hash of each row."""
    make = partial(history_csv, workbench(), assessment)
    download("History (.csv)", assessment, "history.csv", make, width="stretch")
