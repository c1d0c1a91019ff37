"""Cells as text, and what `Start` says."""

from readiness.workspace.offline_reading import read_people
from readiness.workspace.returned import Remarks
from tests.workspace.test_offline_people import workbook


def test_people_are_found_under_their_headings_wherever_they_stand() -> None:
    rows = [[""], ["", "Sheet", "x", "Respondent code", "Seniority"], ["", "QA", "", "r7", "Lead"]]
    found = read_people(workbook(Start=rows), Remarks("x"))
    assert (found["QA"].code, found["QA"].seniority, found["QA"].row) == ("r7", "lead", 3)


def test_a_missing_start_is_said() -> None:
    remarks = Remarks("x")
    assert read_people(workbook(QA=[]), remarks) == {}
    assert read_people(workbook(Start=[["gone"]]), remarks) == {}
    assert [n.code for n in remarks.notes] == ["IV08", "IV08"]
