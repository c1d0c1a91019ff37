"""Blank forms: everything a facilitator needs on paper, and the same bytes each time."""

from datetime import date
from io import BytesIO

from openpyxl import load_workbook

from readiness.report.drill_forms import LOG, boxes, drill_forms
from tests.made import questionnaire

RULES = questionnaire().drills
DAY = date(2026, 11, 22)


def built() -> bytes:
    return drill_forms("Northgate", RULES, DAY)


def test_a_form_a_scenario_and_the_log() -> None:
    book = load_workbook(BytesIO(built()))
    assert [name[:1] for name in book.sheetnames] == ["1", "2", "3", "4", "5", "D"]
    assert book.sheetnames[-1] == LOG
    for sheet, scenario in zip(book.worksheets, RULES.scenarios, strict=False):
        said = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]
        words = [i.text for i in scenario.items] + [d.text for d in scenario.decisions]
        words += [i.text for i in scenario.injects] + [r.text for r in RULES.rubric]
        words += RULES.critical_fails
        assert [text for text in words if text not in said] == []
        assert scenario.summary in str(sheet["A2"].value)


def test_what_is_filled_in_is_open_and_the_rest_is_locked() -> None:
    sheet = load_workbook(BytesIO(built())).worksheets[1]
    row = next(c.row for c in sheet["B"] if c.value == "Shipments now in transit")
    assert [sheet.cell(row, column).protection.locked for column in (2, 5, 6, 7)] == [
        *(True, True, False, False),
    ]
    assert sheet.cell(row, 4).value == "15"


def test_buttons_as_boxes_with_their_points() -> None:
    owner = next(r for r in RULES.rubric if r.id == "owner")
    assert boxes(owner.choices, owner.late) == "☐ Named 4 (late 2)  ☐ Unclear 1  ☐ Not named 0"


def test_the_same_input_gives_the_same_bytes() -> None:
    assert built() == built()
