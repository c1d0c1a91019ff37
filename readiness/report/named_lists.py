"""The hidden sheet `_lists`: what drop-downs and formulas of a workbook look up, by name."""

from collections.abc import Sequence

from openpyxl.utils import get_column_letter

from readiness.report.cells import Book
from readiness.report.layout import LISTS
from readiness.report.printing import protect


def write_named_lists(book: Book, lists: Sequence[tuple[str, Sequence[str | int]]]) -> None:
    """One list a column under its name; a list without values still has a cell to refer to."""
    page = book.pages[LISTS]
    for column, (name, values) in enumerate(lists, start=1):
        page.text((1, column), name, "head")
        for row, value in enumerate(values, start=2):
            page.put((row, column), value, "plain")
        letter = get_column_letter(column)
        book.name(name, LISTS, f"${letter}$2:${letter}${max(2, len(values) + 1)}")
    protect(page)
