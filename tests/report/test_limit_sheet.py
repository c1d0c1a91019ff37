"""The sheet of the scaling limits; typed words stay in the full report."""

import io

import pandas as pd
from openpyxl import load_workbook

from readiness.engine import assess
from readiness.report.gap_workbook import gap_workbook
from readiness.report.layout import LIMITS
from tests.made import assessment, questionnaire

SAID = [
    {"id": "PRC", "volume": 60, "basis": "judged", "source": "=Head", "owner": "Head of MSAT"},
    {"id": "DOC", "volume": 30},
]


def report(view: str = "full", said=SAID) -> io.BytesIO:
    made = assessment(operating={"limits": said})
    profile = made.profile.model_copy(update={"demand_per_year": 40})
    made = made.model_copy(update={"profile": profile})
    found = assess(made, questionnaire(), robustness=False)
    return io.BytesIO(gap_workbook(found, made, questionnaire(), view=view))


def test_the_lowest_first_with_its_share() -> None:
    seen = pd.read_excel(report(), sheet_name=LIMITS, header=3, engine="openpyxl")
    assert list(seen["Breaks at, a year"][:2]) == [30, 60]
    assert list(seen["Of the demand"][:2]) == [0.75, 1.5]  # 30 and 60 of 40
    assert list(seen["State"][:3]) == ["below the demand", "enough", "not said"]
    assert len(seen) == 10


def test_who_sees_it_and_what_of_it() -> None:
    typed = [c for row in load_workbook(report())[LIMITS] for c in row if c.value == "=Head"]
    assert [cell.data_type for cell in typed] == ["s"]
    client = load_workbook(report("client"))[LIMITS]
    shown = [str(cell.value) for row in client for cell in row]
    assert not [text for text in shown if "Head" in text]
    assert "stated in the full report" in shown
    assert LIMITS not in load_workbook(report("cdmo:cdmo")).sheetnames
    assert LIMITS not in load_workbook(report(said=[])).sheetnames
