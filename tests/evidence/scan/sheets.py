"""Sheets drawn as rows of a list, for tests that are worked out by hand."""

from readiness.domain.scan_rules import ScanRules
from readiness.evidence.scan.cells import NUMBER, SheetCells
from readiness.evidence.scan.formulas import FORMULA, FormulaTable
from readiness.evidence.scan.reader import Book
from readiness.evidence.scan.strings import StringTable
from readiness.evidence.scan.styles import Styles

F, G, N = "=f", "=g", 1
"""A formula, a formula of another pattern, a number."""


def draw(*rows: list[object]) -> tuple[SheetCells, list[str]]:
    """A sheet and its texts: row 1 first, None for an empty cell, *=f* for a formula."""
    sheet, texts = SheetCells(), []
    for row, cells in enumerate(rows, start=1):
        for column, value in enumerate(cells, start=1):
            if value is None:
                continue
            if value in (F, G):
                code = FORMULA + (value == G)
                sheet.locked += 1
            elif isinstance(value, str):
                texts.append(value)
                code = -len(texts)
            else:
                code = NUMBER
            sheet.columns[column][row] = code
    return sheet, texts


def empty_book(rules: ScanRules) -> Book:
    """A workbook without texts and formats."""
    return Book(StringTable(), Styles(), FormulaTable(), rules)
