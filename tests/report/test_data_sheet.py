"""The sheet of data before AI."""

import io
from fractions import Fraction

import pandas as pd
from openpyxl import load_workbook

from readiness.domain.evidence import Evidence, JoinTest, LogLink, RowRef
from readiness.engine import assess
from readiness.report.gap_workbook import gap_workbook
from readiness.report.layout import DATA
from tests.made import assessment, questionnaire

LOG = LogLink(
    id="schedule",
    name="Schedule",
    every=True,
    found=9,
    missing=(RowRef(file="register.xlsx", row=7),),
)
JOINS = JoinTest(batches=12, young=0, strays=0, linked=9, of=12, share=Fraction(3, 4), logs=(LOG,))
SAID = {
    "data_sets": [{"id": "plan", "name": "=Plan", "origin": "paper", "checked": 8, "complete": 6}],
    "ai_uses": [{"id": "slot", "name": "Next slot", "consumes": ["plan"]}],
}


def report(view: str = "full", joins: JoinTest | None = JOINS, said=SAID) -> io.BytesIO:
    made, evidence = assessment(operating=said), Evidence(joins=joins)
    found = assess(made, questionnaire(), evidence, robustness=False)
    return io.BytesIO(gap_workbook(found, made, questionnaire(), evidence, view=view))


def test_uses_sets_and_logs_with_their_counts() -> None:
    seen = pd.read_excel(report(), sheet_name=DATA, header=3, engine="openpyxl")
    assert list(seen["Name"]) == ["Next slot", "=Plan", "All logs, by one key", "Schedule"]
    # 6 of 8 records are complete; 9 of 12 batches link.
    assert list(seen["Counted"]) == [0, 6, 9, 9]
    assert list(seen["Of"]) == [1, 8, 12, 12]
    assert list(seen["Share"][1:]) == [0.75, 0.75, 0.75]
    assert list(seen["State"][:2]) == ["not ready", "not ready"]
    assert seen["Rows that do not link"][3] == "register.xlsx: row 7"


def test_who_sees_it() -> None:
    typed = [c for row in load_workbook(report())[DATA] for c in row if c.value == "=Plan"]
    assert [cell.data_type for cell in typed] == ["s"]
    assert DATA in load_workbook(report("client")).sheetnames
    assert DATA not in load_workbook(report("cdmo:cdmo")).sheetnames
    assert DATA not in load_workbook(report(joins=None, said={})).sheetnames
