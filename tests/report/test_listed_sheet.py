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


def test_a_sheet_that_the_book_does_not_have() -> None:
    with pytest.raises(KeyError):
        write_listed(Book(), "None", COLUMNS, "", [], ("state", "late"))
