"""A sheet of the operating model that is one table: title, headings, rows, words marked."""

from collections.abc import Iterable, Sequence

from openpyxl.utils import get_column_letter

from readiness.report.cells import Book, Page
from readiness.report.layout import Column, Grid, Value, headings, put_rows, title
from readiness.report.printing import colour_when, print_page, protect
from readiness.report.styles import ALERT

Rows = Iterable[dict[str, Value]]
Marked = tuple[str, str]
"""A column's key, and the word in it that is coloured."""


def write_listed(
    book: Book,
    sheet: str,
    columns: Sequence[Column],
    says: str,
    rows: Rows,
    *marked: Marked,
    frozen: int = 2,
) -> Page:
    """Write the sheet; ``frozen``: how many columns stay in sight, they say what a row is of."""
    page, listed = book.pages[sheet], list(rows)
    grid = Grid(sheet, columns, len(listed))
    title(page, sheet, says)
    headings(page, grid)
    put_rows(page, grid, listed)
    for key, word in marked:
        first = f"{grid.letter(key)}{grid.start}"
        colour_when(page, grid.cells(key), f'{first}="{word}"', ALERT)
    page.sheet.freeze_panes = f"{get_column_letter(frozen + 1)}{grid.start}"
    print_page(page, rows=f"1:{grid.head}", area=f"A1:{grid.last_letter}{grid.end}")
    protect(page)
    return page
