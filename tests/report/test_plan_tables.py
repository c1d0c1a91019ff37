"""The plan's lists as sheets, read back."""

from io import BytesIO

from openpyxl import load_workbook

from readiness.report.plan_tables import functions_of
from readiness.report.plan_workbook import plan_workbook
from tests.report.plans import plan

CHEAP = {
    "id": "COI-1",
    "name": "=Chain",
    "lock_in": 5,
    "effort": 6,
    "final": 2,
    "target": 4,
    "end_week": 8,
    "before": "2027-03-01",
    "before_what": "start of the pivotal trial",
}


def book(scenarios=(), **more):
    return load_workbook(BytesIO(plan_workbook(plan(**more), "Maker", "Optimal.", scenarios)))


def rows(sheet):
    return [tuple(cell.value for cell in row) for row in sheet.iter_rows()]


def test_each_list_is_a_sheet():
    late = {"id": "PRC-4", "name": "Closing", "end": "2027-05-01", "why": "Equipment."}
    made = book(
        cheap_now=[CHEAP, CHEAP | {"id": "X", "before": None, "end_week": None, "is_late": False}],
        reopened=[late],
        ahead_of_need=[{"id": "DIG-5", "text": "Early."}],
        scenarios=[("", "As entered", "Half"), ("Gaps left open", "1", "0")],
    )
    cheap = rows(made["Cheap now"])
    # What looks like a formula is text.
    assert made["Cheap now"]["B2"].data_type == "s"
    assert cheap[1][2:8] == (5, 6, 2, 4, 8, "2027-03-01")
    assert cheap[1][9] == "yes"
    assert (cheap[2][6], cheap[2][7], cheap[2][9]) == ("not in the plan", "no date entered", None)
    assert rows(made["Ahead of need"])[1] == ("DIG-5", "Early.")
    assert rows(made["Comparability"])[1] == ("PRC-4", "Closing", "2027-05-01", "Equipment.")
    assert rows(made["Scenarios"])[1] == ("Gaps left open", "1", "0")


def test_an_empty_list_says_so_and_no_scenario_makes_no_sheet():
    made = book()
    assert rows(made["Cheap now"])[1][0] == "None."
    assert "Scenarios" not in made.sheetnames


def test_by_function_each_with_its_share():
    told = rows(book()["By function"])
    assert told[1][:2] == ("QA", "QMS-3")
    # 2.5 person-weeks of QA, from week 1 to the end of week 3.
    assert told[1][4:7] == (2.5, 1, 3)
    assert [row[0] for row in told[1:]] == ["QA", "QA", "RA", "RA"]
    assert list(functions_of(plan())) == ["QA", "RA"]
