"""A sheet of the operating model that is one table: title, headings, rows, one word marked."""

from collections.abc import Iterable, Sequence

from readiness.report.cells import Book, Page
from readiness.report.layout import Column, Grid, Value, headings, put_row, row_height, title
from readiness.report.printing import colour_when, print_page, protect
from readiness.report.styles import ALERT

Rows = Iterable[dict[str, Value]]


def write_listed(
    book: Book,
    sheet: str,
    columns: Sequence[Column],
    says: str,
    rows: Rows,
    marked: tuple[str, str],
) -> Page:
    """Write the sheet; ``marked``: the column and the word in it that is coloured."""
    page, listed = book.pages[sheet], list(rows)
    grid = Grid(sheet, columns, len(listed))
    title(page, sheet, says)
    headings(page, grid)
    wrapped = [column.key for column in columns if column.style.startswith("wrap")]
    for row, values in enumerate(listed, start=grid.start):
        put_row(page, grid, row, values)
        row_height(page, grid, row, {key: values.get(key) for key in wrapped})
    key, word = marked
    first = f"{grid.letter(key)}{grid.start}"
    colour_when(page, grid.cells(key), f'{first}="{word}"', ALERT)
    page.sheet.freeze_panes = f"C{grid.start}"
    print_page(page, rows=f"1:{grid.head}", area=f"A1:{grid.last_letter}{grid.end}")
    protect(page)
    return page
