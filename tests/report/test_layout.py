"""Grids: addresses from keys."""

from readiness.report.cells import Book
from readiness.report.layout import Column, Grid, headings, lines_needed, put_row, row_height

COLUMNS = (
    Column("id", "ID", 8, "body"),
    Column("one", "One", 10, "mid_0"),
    Column("two", "Two", 20, "wrap", "formula"),
)
GRID = Grid("Some sheet", COLUMNS, 3)


def test_addresses() -> None:
    assert (GRID.start, GRID.end, GRID.last_letter) == (5, 7, "C")
    assert GRID.range("one") == "$B$5:$B$7"
    assert GRID.range("id", "two") == "$A$5:$C$7"
    assert GRID.cells("two") == "C5:C7"
    assert GRID.reference("one", 6) == "'Some sheet'!$B$6"
    assert GRID.filled("={one}+SUM({two_all})", 6) == "=B6+SUM($C$5:$C$7)"
    assert Grid("Empty", COLUMNS, 0).end == 5


def test_a_row_is_written_with_formulas_and_empty_cells() -> None:
    book = Book()
    page = book.page("Some sheet")
    headings(page, GRID)
    put_row(page, GRID, 5, {"id": "X", "two": 3}, {"two": "={one}*2"})
    assert [cell.value for cell in page.sheet[5]] == ["X", None, "=B5*2"]
    assert page.cached == {"C5": 3}
    assert [cell.value for cell in page.sheet[4]] == ["ID", "One", "Two"]


def test_wrapped_text_gets_the_height_that_it_needs() -> None:
    assert lines_needed("one\ntwo", 20, 10) == 2
    assert lines_needed("word " * 30, 20, 10) > 5
    page = Book().page("Some sheet")
    row_height(page, GRID, 5, {"id": "short", "two": "a longer text " * 10})
    row_height(page, GRID, 6, {"id": "short"})
    heights = [page.sheet.row_dimensions[row].height for row in (5, 6)]
    assert heights[0] > 3 * heights[1]
