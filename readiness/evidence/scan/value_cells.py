"""Cells of a sheet known by their values alone, as the scan sees cells."""

import datetime as dt

from readiness.evidence.scan.cells import BOOL, DATE, NUMBER, YEAR, SheetCells
from readiness.evidence.scan.reader import Book, TooManyCells
from readiness.files.opened import Cell, Sheet


def value_cells(sheet: Sheet, book: Book) -> SheetCells:
    """The filled cells of a sheet that a reader gave.

    Raises TooManyCells beyond the cells of a workbook that a scan looks at.
    """
    cells = SheetCells()
    for row, values in enumerate(sheet.rows, start=1):
        for column, value in enumerate(values, start=1):
            if value != "":
                cells.stored += 1
                if code := _code(value, cells, (row, column), book):
                    cells.columns[column][row] = code
        if book.stored + cells.stored > book.max_cells:
            raise TooManyCells(book.max_cells)
    book.stored += cells.stored
    return cells


def _code(value: Cell, cells: SheetCells, place: tuple[int, int], book: Book) -> int:
    row, column = place
    if isinstance(value, str):
        number = book.strings.number(value)
        return 0 if number in book.strings.blank else -1 - number
    if isinstance(value, bool):
        return BOOL
    if isinstance(value, (dt.time, dt.timedelta)):
        return NUMBER
    if isinstance(value, dt.date):
        cells.values[column][row] = value.isoformat()
        day = value.date() if isinstance(value, dt.datetime) else value
        if book.rules.born_after < day < book.rules.born_before:
            cells.birthdays.append(place)
        return DATE
    cells.values[column][row] = f"{value:.15g}"
    return YEAR if 1900 < value < 2100 and float(value).is_integer() else NUMBER
