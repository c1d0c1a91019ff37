"""The sheet of the extra questions; typed words stay in the full report."""

import io

import pandas as pd
from openpyxl import load_workbook

from readiness.engine import assess
from readiness.report.gap_workbook import gap_workbook
from readiness.report.layout import OVERSIGHT
from tests.made import assessment, questionnaire

SAID = [{"id": "hours", "answer": "missing", "note": "=nobody asked"}]


def report(view: str = "full", parties: int = 3) -> io.BytesIO:
    made = assessment(profile={"parties": parties}, operating={"oversight": SAID})
    found = assess(made, questionnaire(), robustness=False)
    return io.BytesIO(gap_workbook(found, made, questionnaire(), view=view))


def test_every_question_with_its_answer() -> None:
    seen = pd.read_excel(report(), sheet_name=OVERSIGHT, header=3, engine="openpyxl")
    assert list(seen["Answer"]) == ["Missing"] + ["not said"] * 7
    assert seen["What was shown"][0] == "=nobody asked"


def test_who_sees_it_and_what_of_it() -> None:
    client = load_workbook(report("client"))
    assert not [c for row in client[OVERSIGHT] for c in row if "nobody" in str(c.value)]
    assert OVERSIGHT not in load_workbook(report("cdmo:cdmo")).sheetnames
    assert OVERSIGHT not in load_workbook(report(parties=2)).sheetnames
