"""The sheet of the model map; typed words stay in the full report."""

import io

import pandas as pd
from openpyxl import load_workbook

from readiness.engine import assess
from readiness.report.gap_workbook import gap_workbook
from readiness.report.layout import MODEL_MAP
from tests.made import assessment, questionnaire
from tests.operating_model.maps import drawn, passes

MAP = drawn(["F6", "F8"])
MAP["map_links"].append(passes("gift", "own", "cdmo", owner="", carries="=SUM(1)", since="launch"))


def report(view: str = "full", said=MAP) -> io.BytesIO:
    decided = {"map_archetypes": [{"id": "network", "holds": False, "reason": "Trial runs"}]}
    made = assessment(hybrid={}, operating=said | (decided if said else {}))
    found = assess(made, questionnaire(), robustness=False)
    return io.BytesIO(gap_workbook(found, made, questionnaire(), view=view))


def test_every_link_with_what_is_missing_today() -> None:
    seen = pd.read_excel(report(), sheet_name=MODEL_MAP, header=3, engine="openpyxl").iloc[:6]
    assert list(seen["From"][:3]) == ["Own (own site)", "Maker (contractor)", "Own (own site)"]
    assert list(seen["To"][:1]) == ["Expansion (step)"]
    # Only the order has no escalation time; nobody is asked today about a link that comes later.
    assert list(seen["Escalation, hours"][2:6]) == ["none agreed", 24, 24, 24]
    assert seen["Stages"][5] == "Launch to the last"
    assert seen["What passes"][5] == "=SUM(1)"


def test_flags_and_archetypes_stand_below() -> None:
    page = load_workbook(report())[MODEL_MAP]
    rows = {row[0].value: [cell.value for cell in row[1:6]] for row in page.iter_rows(min_row=11)}
    assert rows["F6 No escalation times"] == [
        "raised",
        "between makers, no escalation time on Own → Maker (data)",
        "map and people differ: correct one",
        "not raised",
        "raised",
    ]
    shown = ["does not hold", "one step runs at several parties: Expansion: Own, Maker"]
    assert rows["Network hybrid"] == [*shown, "Trial runs", "refused", "shown"]
    assert "One role leads the chain. Who leads: Head of supply chain." in page["A2"].value


def test_who_sees_it_and_what_of_it() -> None:
    typed = [c for row in load_workbook(report())[MODEL_MAP] for c in row if c.value == "=SUM(1)"]
    assert [cell.data_type for cell in typed] == ["s"]
    page = load_workbook(report("client"))[MODEL_MAP]
    words = " ".join(str(cell.value) for row in page for cell in row)
    assert "Contractor 1 (contractor)" in words
    assert not [w for w in ("Maker", "SUM", "Trial runs", "Head of", "COI") if w in words]
    assert MODEL_MAP not in load_workbook(report("cdmo:cdmo")).sheetnames
    assert MODEL_MAP not in load_workbook(report(said={})).sheetnames
