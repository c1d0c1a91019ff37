"""The sheet of the options kept open; typed words stay in the full report."""

import io

import pandas as pd
from openpyxl import load_workbook

from readiness.engine import assess
from readiness.report.gap_workbook import gap_workbook
from readiness.report.layout import OPTIONS
from tests.made import assessment, questionnaire

SAID = {
    "options": [
        {"id": "site", "name": "Second site", "cost": 180, "trigger": "=40 requests"},
        {"id": "start", "name": "Frozen start", "decide_by": "2026-09-30", "gate": "pivotal"},
    ],
    "gates": [{"id": "phase_2", "held_on": "2026-10-14", "asked": ["cost"], "reshaped": True}],
}


def report(view: str = "full", said=SAID) -> io.BytesIO:
    made = assessment(operating=said)
    found = assess(made, questionnaire(), robustness=False)
    return io.BytesIO(gap_workbook(found, made, questionnaire(), view=view))


def test_the_next_decision_first_then_the_gates_that_were_held() -> None:
    seen = pd.read_excel(report(), sheet_name=OPTIONS, header=3, engine="openpyxl")
    assert list(seen["Option or gate"]) == ["Frozen start", "Second site", "Into Phase 2"]
    assert list(seen["State"]) == ["past", "open", "held"]
    assert "Could a second site make it" in seen.iloc[2]["Trigger, or what the gate lacked"]
    assert "reshaped a plan" in seen.iloc[2]["Trigger, or what the gate lacked"]
    assert seen["Cost of keeping"][1] == 180


def test_who_sees_it_and_what_of_it() -> None:
    typed = [
        c for row in load_workbook(report())[OPTIONS] for c in row if c.value == "=40 requests"
    ]
    assert [cell.data_type for cell in typed] == ["s"]
    client = load_workbook(report("client"))[OPTIONS]
    assert not [c for row in client for c in row if "requests" in str(c.value)]
    assert OPTIONS not in load_workbook(report("cdmo:cdmo")).sheetnames
    assert OPTIONS not in load_workbook(report(said={})).sheetnames
