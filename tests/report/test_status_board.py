"""The status board: ten fields, an example, drop-downs, dates."""

import io
from datetime import datetime

from openpyxl import load_workbook

from readiness.report.status_board import DATE_FORMAT, EXAMPLE, HEAD, status_board
from tests.made import questionnaire

BOARD = questionnaire().stopwatch.board


def test_ten_fields_an_example_and_drop_downs() -> None:
    sheet = load_workbook(io.BytesIO(status_board(BOARD))).worksheets[0]
    heads = [cell.value for cell in sheet[HEAD]]
    assert heads == [column.name for column in BOARD.columns]
    assert len(heads) == 10
    example = [cell.value for cell in sheet[EXAMPLE]]
    assert str(example[0]).startswith("example: ")
    due = next(n for n, column in enumerate(BOARD.columns) if column.id == "due")
    assert example[due] == datetime(2026, 3, 10)
    assert sheet.cell(EXAMPLE + BOARD.rows, due + 1).number_format == DATE_FORMAT
    [check] = sheet.data_validations.dataValidation
    state = next(c for c in BOARD.columns if c.values)
    assert check.formula1 == f'"{",".join(state.values)}"'
    # Excel allows 255 characters in a list that stands in its own rule.
    assert len(check.formula1) <= 257


def test_the_page_prints_in_landscape_and_the_head_stays() -> None:
    sheet = load_workbook(io.BytesIO(status_board(BOARD))).worksheets[0]
    assert sheet.freeze_panes == f"B{EXAMPLE}"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.print_title_rows == f"${HEAD}:${HEAD}"
