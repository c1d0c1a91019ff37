"""The sheet of the retention matrix; typed words stay in the full report."""

import io

import pandas as pd
from openpyxl import load_workbook

from readiness.engine import assess
from readiness.report.gap_workbook import gap_workbook
from readiness.report.layout import RETENTION
from tests.made import assessment, questionnaire

ROWS = [
    {"id": "banks", "held": "vendor_only", "alone": "=nothing"},
    {"id": "slots", "held": "sponsor", "clause": "7.2", "last_proof": "2026-11-01"},
]


def report(view: str = "full", rows=ROWS) -> io.BytesIO:
    made = assessment(operating={"retention": rows})
    found = assess(made, questionnaire(), robustness=False)
    return io.BytesIO(gap_workbook(found, made, questionnaire(), view=view))


def test_eleven_rows_and_who_holds_them() -> None:
    seen = pd.read_excel(report(), sheet_name=RETENTION, header=3, engine="openpyxl")
    assert list(seen["Held by"]).count("not said") == 9
    slots = seen[seen.iloc[:, 0] == "Slot allocation"].iloc[0]
    assert (slots["Held by"], str(slots["Clause"])) == ("We hold it", "7.2")


def test_who_sees_it_and_what_of_it() -> None:
    book = load_workbook(report())
    typed = [c for row in book[RETENTION] for c in row if c.value == "=nothing"]
    assert [cell.data_type for cell in typed] == ["s"]
    client = load_workbook(report("client"))
    assert not [c for row in client[RETENTION] for c in row if "nothing" in str(c.value)]
    assert RETENTION not in load_workbook(report("cdmo:cdmo")).sheetnames
    assert RETENTION not in load_workbook(report(rows=[])).sheetnames
