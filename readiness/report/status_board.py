"""The status board as an empty workbook: ten fields for each patient or lot (domain 1.17)."""

from datetime import date
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from readiness.domain.stopwatch import BoardColumn, StatusBoard

TITLE, SAYS, HEAD, EXAMPLE = 1, 2, 3, 4
DATE_FORMAT = "yyyy-mm-dd"
MARK = "example: "
LINE = Border(bottom=Side("thin", color="FFC9D3DA"))


def status_board(board: StatusBoard) -> bytes:
    """The bytes of an .xlsx file: title, headings, one line marked as example, empty lines.

    Columns with words of the content carry a drop-down that other words may replace; dates are
    dates. The same content gives the same sheet.
    """
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = board.title
    sheet.cell(TITLE, 1, board.title).font = Font(bold=True, size=16)
    sheet.cell(SAYS, 1, board.says).font = Font(italic=True, color="FF5F6B73")
    for number, column in enumerate(board.columns, start=1):
        _column(sheet, number, column, EXAMPLE + board.rows)
    first, last = get_column_letter(1), get_column_letter(len(board.columns))
    sheet.auto_filter.ref = f"{first}{HEAD}:{last}{EXAMPLE + board.rows}"
    sheet.freeze_panes = f"B{EXAMPLE}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{HEAD}:{HEAD}"
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _column(sheet: Worksheet, number: int, column: BoardColumn, last: int) -> None:
    letter = get_column_letter(number)
    sheet.column_dimensions[letter].width = column.width
    head = sheet.cell(HEAD, number, column.name)
    head.font = Font(bold=True, color="FFFFFFFF")
    head.fill = PatternFill("solid", fgColor="FF1F3A4D")
    head.alignment = Alignment(wrap_text=True, vertical="center")
    is_day = column.look == "date"
    shown = date.fromisoformat(column.example) if is_day else column.example
    example = sheet.cell(EXAMPLE, number, f"{MARK}{shown}" if number == 1 else shown)
    example.font = Font(italic=True, color="FF5F6B73")
    for row in range(EXAMPLE, last + 1):
        cell = sheet.cell(row, number)
        cell.border = LINE
        if is_day:
            cell.number_format = DATE_FORMAT
    if column.values:
        check = DataValidation(type="list", formula1=f'"{",".join(column.values)}"')
        check.showErrorMessage = False
        check.add(f"{letter}{EXAMPLE + 1}:{letter}{last}")
        sheet.add_data_validation(check)
