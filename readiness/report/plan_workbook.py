"""The plan as a workbook: the actions in time, and who is booked how much in each week."""

from collections.abc import Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from readiness.domain.planned import RoadmapPlan
from readiness.report.cells import clean
from readiness.report.plan_charts import write_charts
from readiness.report.plan_files import HEADS, cells
from readiness.report.plan_tables import by_function, write_lists
from readiness.report.roadmap_bars import WAVE_FILLS

WIDTHS = (7, 9, 48, 10, 10, 30, 12, 10, 10, 12, 12, 18, 12)
HEAD = 4
FROZEN = "D9DEE3"
NUMBERS = {1, 4, 5, 7, 8, 9}
STEP = 2
"""Weeks of a column of the bars."""


def plan_workbook(
    plan: RoadmapPlan, title: str, said: str, scenarios: Sequence[Sequence[str]] = ()
) -> bytes:
    """The bytes of the .xlsx file; ``said``: how good the plan is, in a sentence.

    ``scenarios``: the comparison, headings first; empty: nothing was compared.
    """
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "Plan"
    _head(sheet, title, said)
    _rows(sheet, plan)
    _bars(sheet, plan)
    people = book.create_sheet("People")
    _people(people, plan)
    by_function(book, plan)
    write_charts(book, plan, people)
    write_lists(book, plan, scenarios)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _text(sheet: Worksheet, row: int, column: int, words: str, *, bold: bool = False) -> None:
    cell = sheet.cell(row, column)
    cell.value = clean(words)
    # Whatever it looks like, it is no formula.
    cell.data_type = "s"
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if bold:
        cell.font = Font(bold=True)


def _number(sheet: Worksheet, row: int, column: int, value: float) -> None:
    cell = sheet.cell(row, column)
    cell.value = value
    cell.number_format = "0.##"


def _head(sheet: Worksheet, title: str, said: str) -> None:
    _text(sheet, 1, 1, f"Roadmap: {title}", bold=True)
    _text(sheet, 2, 1, said)
    for place in (1, 2):
        sheet.cell(place, 1).alignment = Alignment(wrap_text=False)
    for column, (name, width) in enumerate(zip(HEADS, WIDTHS, strict=True), start=1):
        _text(sheet, HEAD, column, name.capitalize(), bold=True)
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = f"{get_column_letter(4)}{HEAD + 1}"


def _rows(sheet: Worksheet, plan: RoadmapPlan) -> None:
    for row, action in enumerate(plan.actions, start=HEAD + 1):
        for column, said in enumerate(cells(action), start=1):
            if column in NUMBERS and said:
                _number(sheet, row, column, float(said))
            else:
                _text(sheet, row, column, said)
    for row, left in enumerate(plan.outside, start=HEAD + 1 + len(plan.actions)):
        _text(sheet, row, 2, left.id)
        _text(sheet, row, 3, left.name)
        _text(sheet, row, len(HEADS), "outside the horizon")


def _bars(sheet: Worksheet, plan: RoadmapPlan) -> None:
    """The weeks as columns of two, filled in the colour of the wave."""
    last = max([plan.horizon_weeks, *(a.end_week for a in plan.actions)])
    for place, week in enumerate(range(0, last, STEP)):
        column = len(HEADS) + 1 + place
        sheet.column_dimensions[get_column_letter(column)].width = 3.2
        sheet.cell(HEAD, column).value = week + 1
        for row, action in enumerate(plan.actions, start=HEAD + 1):
            if action.start_week < week + STEP and action.end_week > week:
                fill = WAVE_FILLS[min(action.wave, len(WAVE_FILLS) - 1)]
            elif week in plan.frozen_weeks:
                fill = FROZEN
            else:
                continue
            sheet.cell(row, column).fill = PatternFill("solid", fgColor=fill)


def _people(sheet: Worksheet, plan: RoadmapPlan) -> None:
    """Person-weeks booked and there, by function and week."""
    _text(sheet, 1, 1, "Person-weeks a week", bold=True)
    if not plan.load:
        _text(sheet, 2, 1, "No people entered.")
        return
    _text(sheet, 3, 1, "Function", bold=True)
    _text(sheet, 3, 2, "What", bold=True)
    for week in range(plan.horizon_weeks):
        sheet.cell(3, 3 + week).value = week + 1
    row = 4
    for function, booked in plan.load.items():
        for name, values in (("booked", booked), ("there", plan.capacity[function])):
            _text(sheet, row, 1, function)
            _text(sheet, row, 2, name)
            for week, value in enumerate(values):
                _number(sheet, row, 3 + week, float(value))
            row += 1
    sheet.freeze_panes = "C4"
