"""Cells as text, and what `Start` says."""

import datetime as dt
from typing import Any

import pytest

from readiness.workspace.offline_reading import Remarks, read_people, text
from tests.workspace.test_offline_people import workbook


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("  two\n lines ", "two lines"),
        (3.0, "3"),
        (0.5, "0.5"),
        (dt.date(2026, 11, 22), "2026-11-22"),
        (dt.datetime(2026, 11, 22), "2026-11-22"),
        (True, "True"),
        ("", ""),
    ],
)
def test_a_cell_as_its_text(cell: Any, shown: str) -> None:
    assert text(cell) == shown


def test_people_are_found_under_their_headings_wherever_they_stand() -> None:
    rows = [[""], ["", "Sheet", "x", "Respondent code", "Seniority"], ["", "QA", "", "r7", "Lead"]]
    found = read_people(workbook(Start=rows), Remarks("x"))
    assert (found["QA"].code, found["QA"].seniority, found["QA"].row) == ("r7", "lead", 3)


def test_a_missing_start_is_said() -> None:
    remarks = Remarks("x")
    assert read_people(workbook(QA=[]), remarks) == {}
    assert read_people(workbook(Start=[["gone"]]), remarks) == {}
    assert [n.code for n in remarks.notes] == ["IV08", "IV08"]
