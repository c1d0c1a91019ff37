"""The plan as a workbook, read back."""

from io import BytesIO

from openpyxl import load_workbook

from readiness.report.plan_files import HEADS
from readiness.report.plan_workbook import plan_workbook
from readiness.report.roadmap_bars import WAVE_FILLS
from tests.report.plans import plan


def sheets(**more):
    return load_workbook(BytesIO(plan_workbook(plan(**more), "Northgate", "Within 7 %.")))


def test_actions_with_weeks_and_bars():
    sheet = sheets()["Plan"]
    assert sheet["A2"].value == "Within 7 %."
    assert [sheet.cell(5, c).value for c in (1, 2, 7, 8, 9)] == [0, "QMS-3", 3, 1, 3]
    bar = len(HEADS) + 1
    # Columns of two weeks: QMS-3 lies in the first two, X in the second and third.
    fills = [[sheet.cell(row, bar + n).fill.fgColor.rgb[2:] for n in range(4)] for row in (5, 6)]
    assert fills[0] == [WAVE_FILLS[0], WAVE_FILLS[0], "000000", "D9DEE3"]
    assert fills[1] == ["000000", WAVE_FILLS[4], WAVE_FILLS[4], "D9DEE3"]
    assert sheet["B7"].value == "ANR-1"


def test_what_looks_like_a_formula_is_text():
    assert sheets()["Plan"]["C6"].data_type == "s"


def test_people_by_week():
    sheet = sheets()["People"]
    assert [sheet.cell(4, c).value for c in (1, 2, 3, 10)] == ["QA", "booked", 0.5, 0.5]
    assert sheet.cell(5, 3).value == 0.75
    empty = sheets(load={}, capacity={})["People"]
    assert empty["A2"].value == "No people entered."
