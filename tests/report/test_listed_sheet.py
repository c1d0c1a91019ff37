"""A sheet that is one table."""

import pytest

from readiness.report.cells import Book
from readiness.report.layout import Column, Value
from readiness.report.listed_sheet import write_listed

COLUMNS = (Column("name", "Name", 20, "wrap_bold"), Column("state", "State", 12, "top_mid"))


def test_rows_stand_below_their_headings_and_the_marked_word_is_coloured() -> None:
    book = Book()
    book.page("Sheet of a part")
    rows: list[dict[str, Value]] = [
        {"name": "=One", "state": "late"},
        {"name": "Two", "state": "due"},
    ]
    page = write_listed(book, "Sheet of a part", COLUMNS, "What it says.", rows, ("state", "late"))
    sheet = page.sheet
    assert [sheet.cell(4, n).value for n in (1, 2)] == ["Name", "State"]
    assert [sheet.cell(5, n).value for n in (1, 2)] == ["=One", "late"]
    assert sheet.cell(5, 1).data_type == "s"
    [marked] = sheet.conditional_formatting
    assert str(marked.sqref) == "B5:B6"


def test_several_words_are_marked_and_as_many_columns_stay_in_sight_as_asked() -> None:
    book = Book()
    book.page("Sheet")
    rows: list[dict[str, Value]] = [{"name": "One", "state": "late"}]
    marked = (("state", "late"), ("name", "nobody"))
    page = write_listed(book, "Sheet", COLUMNS, "", rows, *marked, frozen=1)
    formulas = {rule.formula[0] for one in page.sheet.conditional_formatting for rule in one.rules}
    assert formulas == {'B5="late"', 'A5="nobody"'}
    assert page.sheet.freeze_panes == "B5"
    assert write_listed(book, "Sheet", COLUMNS, "", rows).sheet.freeze_panes == "C5"


def test_a_row_is_as_high_as_its_longest_wrapped_text() -> None:
    book = Book()
    book.page("Sheet")
    rows: list[dict[str, Value]] = [{"name": "One"}, {"name": "several words that wrap " * 5}]
    sheet = write_listed(book, "Sheet", COLUMNS, "", rows).sheet
    low, high = (sheet.row_dimensions[row].height for row in (5, 6))
    # 120 letters in a column 20 wide: six lines at the least.
    assert high > 5 * low


def test_a_sheet_that_the_book_does_not_have() -> None:
    with pytest.raises(KeyError):
        write_listed(Book(), "None", COLUMNS, "", [], ("state", "late"))
