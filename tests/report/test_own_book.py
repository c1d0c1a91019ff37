"""The workbook written on: its font, its shared styles, and text that stays text."""

import io
from typing import Any

import openpyxl
from openpyxl.styles import Font

from readiness.report.own_book import OwnBook, OwnCell, OwnSheet


def made() -> tuple[OwnBook, OwnSheet]:
    book = OwnBook(Font(name="Arial", size=10))
    return book, book.add("Sheet")


def cell(sheet: OwnSheet, at: str) -> OwnCell:
    found = sheet[at]
    assert isinstance(found, OwnCell)
    return found


def opened(book: OwnBook) -> Any:
    raw = io.BytesIO()
    book.save(raw)
    return openpyxl.load_workbook(raw)


def test_it_begins_without_a_sheet_and_in_its_font() -> None:
    book, _ = made()
    assert book.sheetnames == ["Sheet"]
    assert opened(book)["Sheet"]["A1"].font.name == "Arial"


def test_an_address_and_its_numbers_are_one_cell() -> None:
    _, sheet = made()
    assert sheet.cell(2, 3) is cell(sheet, "C2")


def test_what_was_written_is_gone_through() -> None:
    _, sheet = made()
    cell(sheet, "B2").say("here")
    assert [[c.value for c in row] for row in sheet.iter_rows()] == [[None, None], [None, "here"]]


def test_a_shared_style_is_the_same_object_and_the_mark_goes_to_one_cell_alone() -> None:
    book, sheet = made()
    first, second = cell(sheet, "A1"), cell(sheet, "A2")
    first.font = Font(bold=True)
    second.wear(first.own_style())
    assert second.own_style() is first.own_style()
    second.mark_as_text()
    shown = opened(book)["Sheet"]
    assert [shown[at].quotePrefix for at in ("A1", "A2")] == [False, True]
    assert [shown[at].font.bold for at in ("A1", "A2")] == [True, True]


def test_text_that_begins_like_a_formula_is_text() -> None:
    book, sheet = made()
    cell(sheet, "A1").say("=1+1")
    cell(sheet, "A1").mark_as_text()
    shown = opened(book)["Sheet"]["A1"]
    assert (shown.value, shown.data_type) == ("=1+1", "s")


def test_a_stamp_comes_back_as_text() -> None:
    book, _ = made()
    book.stamp("revision", "7")
    assert opened(book).custom_doc_props["revision"].value == "7"
