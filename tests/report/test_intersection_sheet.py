"""The sheet of the intersection matrix; typed words stay in the full report."""

import io

import pandas as pd
from openpyxl import load_workbook

from readiness.domain.redaction import NOT_SHOWN
from readiness.engine import assess
from readiness.report.gap_workbook import gap_workbook
from readiness.report.layout import INTERSECTIONS
from tests.made import assessment, questionnaire

PAIRS = [
    {"id": "slots-batch", "known": "alert", "decides": "=Planner", "slack_days": 7},
    {"id": "release-clinic", "known": "too_late", "fallback": "Hold"},
]


def report(view: str = "full", pairs=PAIRS) -> io.BytesIO:
    made = assessment(operating={"intersections": pairs})
    found = assess(made, questionnaire(), robustness=False)
    return io.BytesIO(gap_workbook(found, made, questionnaire(), view=view))


def test_fifteen_pairs_the_weakest_first() -> None:
    seen = pd.read_excel(report(), sheet_name=INTERSECTIONS, header=3, engine="openpyxl")
    assert list(seen["Where flows meet"][:2]) == ["Release × clinic", "Slots × batch"]
    # Too late 6, nobody 9, slack not known 6: 21 of 30. No fallback alone: 9 of 30.
    assert list(seen["Weakness, 0 to 100"][:2]) == [70, 30]
    assert list(seen["Who decides"][:2]) == ["nobody", "=Planner"]
    assert list(seen["Slack, days"][:2]) == ["not known", 7]
    assert list(seen["First known"]).count("not said") == 13


def test_who_sees_it_and_what_of_it() -> None:
    book = load_workbook(report())
    typed = [c for row in book[INTERSECTIONS] for c in row if c.value == "=Planner"]
    assert [cell.data_type for cell in typed] == ["s"]
    client = load_workbook(report("client"))[INTERSECTIONS]
    shown = [str(cell.value) for row in client for cell in row]
    assert not [text for text in shown if "Planner" in text or "Hold" in text]
    assert shown.count(NOT_SHOWN) == 2
    assert INTERSECTIONS not in load_workbook(report("cdmo:cdmo")).sheetnames
    assert INTERSECTIONS not in load_workbook(report(pairs=[])).sheetnames
