"""The sheet of the worksheets of changes; who owns an area stays in the full report."""

import io

import pandas as pd
from openpyxl import load_workbook

from readiness.domain.redaction import NOT_SHOWN
from readiness.engine import assess
from readiness.report.gap_workbook import gap_workbook
from readiness.report.layout import RIPPLE
from tests.made import assessment, questionnaire
from tests.operating_model.worksheets import area, change

CHANGE = change(
    area("analytics", 4, owner="=QC lead", effort=3, actual_weeks=6),
    area("comparability", 10, size="large", actual_weeks=9),
    area("digital", 5, owner="QA lead", actual_weeks=2),
)


def report(view: str = "full", changes=(CHANGE,)) -> io.BytesIO:
    made = assessment(operating={"changes": [one.model_dump() for one in changes]})
    found = assess(made, questionnaire(), robustness=False)
    return io.BytesIO(gap_workbook(found, made, questionnaire(), view=view))


def test_a_row_an_area_and_one_for_the_whole() -> None:
    seen = pd.read_excel(report(), sheet_name=RIPPLE, header=3, engine="openpyxl").iloc[:7]
    touched = ["yes", "yes", "not said", "not said", "yes", "not said", ""]
    assert list(seen["Touched"].fillna("")) == touched
    whole = seen.iloc[-1]
    # Planned 4 + 10 = 14, taken 6 + 9 = 15.
    assert (whole["Weeks, likely"], whole["Weeks, actual"]) == (14, 15)
    assert whole["Comes after"] == "Analytics → Comparability"
    assert list(seen["Owner"].fillna(""))[1] == "nobody"
    own = seen["Your own figures beside the usual"].iloc[1]
    assert own == "large: 9 weeks (n = 1), usual 20 to 40"


def test_who_sees_it_and_what_of_it() -> None:
    book = load_workbook(report())
    typed = [c for row in book[RIPPLE] for c in row if c.value == "=QC lead"]
    assert [cell.data_type for cell in typed] == ["s"]
    client = load_workbook(report("client"))
    said = [str(c.value) for row in client[RIPPLE] for c in row]
    assert not [words for words in said if "lead" in words]
    assert said.count(NOT_SHOWN) == 2
    assert RIPPLE not in load_workbook(report("cdmo:cdmo")).sheetnames
    assert RIPPLE not in load_workbook(report(changes=())).sheetnames
