"""Cells known by their values."""

import datetime as dt

import pytest

from readiness.domain.scan_rules import ScanRules
from readiness.evidence.scan.cells import BOOL, DATE, NUMBER, YEAR
from readiness.evidence.scan.formulas import FormulaTable
from readiness.evidence.scan.reader import Book, TooManyCells
from readiness.evidence.scan.strings import StringTable
from readiness.evidence.scan.styles import Styles
from readiness.evidence.scan.value_cells import value_cells
from readiness.files.opened import Cell, Sheet, SheetInfo


def book(most: int = 100) -> Book:
    return Book(StringTable(), Styles(), FormulaTable(), ScanRules(), max_cells=most)


def sheet(*rows: list[Cell]) -> Sheet:
    return Sheet(SheetInfo("Plan"), list(rows))


def test_every_type_of_value() -> None:
    moment = dt.datetime(2026, 1, 1, 6, 0)
    row: list[Cell] = [1.5, 1957, True, moment, dt.time(6), "x", "", "  ", float("inf"), "x"]
    cells = value_cells(sheet([], row), book())
    codes = [cells.columns[column].get(2, 0) for column in range(1, 11)]
    assert codes == [NUMBER, YEAR, BOOL, DATE, NUMBER, -1, 0, 0, NUMBER, -1]
    assert cells.values[1][2] == "1.5"
    assert cells.values[4][2] == "2026-01-01T06:00:00"
    assert cells.stored == 9


def test_birthdays_are_dates_of_another_time() -> None:
    row: list[Cell] = [dt.date(1957, 6, 29), dt.date(2026, 1, 1)]
    assert value_cells(sheet(row), book()).birthdays == [(1, 1)]


def test_the_cells_of_all_sheets_are_counted_together() -> None:
    own = book(3)
    value_cells(sheet(["a", "b"]), own)
    with pytest.raises(TooManyCells):
        value_cells(sheet(["c", "d"]), own)
