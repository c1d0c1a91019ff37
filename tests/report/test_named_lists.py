"""Lists by name on the hidden sheet: as many columns as it takes, none without a cell."""

from openpyxl.workbook.workbook import Workbook

from readiness.report.cells import Book
from readiness.report.layout import LISTS
from readiness.report.named_lists import write_named_lists


def written(lists: list[tuple[str, list[str | int]]]) -> Workbook:
    book = Book()
    book.page(LISTS, hidden=True)
    write_named_lists(book, lists)
    return book.workbook


def test_each_name_covers_its_own_values() -> None:
    made = written([("Levels", [1, 2, 3]), ("None_yet", []), ("Words", ["yes", "=no"])])
    assert {name: at.attr_text for name, at in made.defined_names.items()} == {
        "Levels": "'_lists'!$A$2:$A$4",
        "None_yet": "'_lists'!$B$2:$B$2",
        "Words": "'_lists'!$C$2:$C$3",
    }
    sheet = made[LISTS]
    assert [cell.value for cell in sheet["A"]] == ["Levels", 1, 2, 3]
    assert (sheet["C3"].value, sheet["C3"].data_type) == ("=no", "s")
    assert sheet.protection.sheet


def test_more_than_26_lists_have_columns_too() -> None:
    made = written([(f"List_{n}", [n]) for n in range(1, 29)])
    assert made.defined_names["List_28"].attr_text == "'_lists'!$AB$2:$AB$2"
