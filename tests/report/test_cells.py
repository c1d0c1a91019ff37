"""Text stays text, and no formula goes without its value."""

import io
from datetime import date
from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest

from readiness.report.cells import LONGEST, Book, clean, plain, quoted
from tests.report.office import converted, values

INJECTIONS = (
    "=1+1",
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "\n=1+1",
    '=HYPERLINK("http://example.com","click")',
    "#N/A",
    "#REF!",
    "TRUE",
    "2026-01-01",
    "<b>&amp;</b>",
    " spaces ",
)


def written(words: str) -> bytes:
    book = Book()
    book.page("Sheet").text("A1", words)
    return book.packed(date(2026, 1, 1))


@pytest.mark.parametrize("words", INJECTIONS)
def test_what_looks_like_a_formula_stays_text(words: str) -> None:
    cell = openpyxl.load_workbook(io.BytesIO(written(words)))["Sheet"]["A1"]
    assert cell.value == words
    assert cell.data_type == "s"
    assert bool(cell.quotePrefix) is (words[0] in "=+-@\t\n")


@pytest.mark.office
def test_it_stays_text_in_libreoffice(tmp_path: Path) -> None:
    book = Book()
    page = book.page("Sheet")
    for row, words in enumerate(INJECTIONS, start=1):
        page.text((row, 1), words)
    found = values(converted({"text": book.packed(date(2026, 1, 1))}, tmp_path)["text"])
    for row, words in enumerate(INJECTIONS, start=1):
        assert str(found["Sheet", f"A{row}"]).strip() == words.strip()


def test_text_is_made_fit_for_a_cell() -> None:
    assert clean("a\x00b\x07c\ud800\ufffe\x85") == "abc"
    assert clean("one\r\ntwo\rthree") == "one\ntwo\nthree"
    assert clean("x" * 40_000) == "x" * (LONGEST - 6) + " [cut]"
    assert clean("_x0041_ and _x00") == "_x005F_x0041_ and _x00"


def test_values_as_formulas_give_them() -> None:
    assert plain(None) == ""
    assert plain(Fraction(6, 3)) == 2
    assert plain(Fraction(1, 4)) == 0.25
    # 1 March 1900 is day 61 of the calendar that counts a 29 February 1900.
    assert plain(date(1900, 3, 1)) == 61
    assert quoted("it's") == "'it''s'"


def test_an_empty_figure_is_an_empty_cell_and_not_zero() -> None:
    book = Book()
    page = book.page("Sheet")
    page.number("A1", None)
    page.text("A2", "")
    page.day("A3", None)
    assert [page.sheet[f"A{n}"].value for n in (1, 2, 3)] == [None, None, None]


def test_a_formula_needs_to_be_one_and_a_place_of_its_own() -> None:
    page = Book().page("Sheet")
    with pytest.raises(ValueError, match="not a formula"):
        page.formula("A1", "1+1", 2)
    page.formula("A2", "=1+1", 2)
    with pytest.raises(ValueError, match="written twice"):
        page.formula("A2", "=1+1", 2)


def test_a_link_stays_inside() -> None:
    book = Book()
    page = book.page("Sheet")
    page.link("A1", "there", "it's", "A5:B6")
    link = page.sheet["A1"].hyperlink
    assert link is not None
    assert (link.target, link.location) == (None, "'it''s'!A5:B6")


def test_a_name_is_given_once() -> None:
    book = Book()
    book.page("Sheet")
    book.name("Weight_P", "Sheet", "$A$1")
    with pytest.raises(ValueError, match="given twice"):
        book.name("Weight_P", "Sheet", "$A$2")
    with pytest.raises(ValueError, match="is no name"):
        book.name("cut1", "Sheet", "$A$1")
