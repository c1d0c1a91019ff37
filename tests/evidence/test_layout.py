"""The heading row is found, and rows that are no records are recognised."""

from typing import Any

import pytest

from readiness.evidence.layout import heading_lines, heading_row, is_marked_example, row_reasons
from tests.evidence.making import as_csv, content, grid, known

HEAD = ["Record No.", "Date Discovered", "Severity", "Lot Number"]
RECORD = ["DEV-1", "2026-01-02", "Minor", "P001"]


@pytest.mark.parametrize("above", [0, 1, 3, 10])
def test_title_lines_may_stand_above(above: int) -> None:
    rows: list[list[str]] = [[f"Deviation export, part {i}"] for i in range(above)]
    sheet = as_csv([*rows, HEAD, RECORD]).sheet()
    assert heading_row(sheet, known().all) == above + 1


def test_unknown_headings_are_found_by_the_width_of_the_table() -> None:
    sheet = as_csv([["printed today"], [], ["qux", "quux", "corge"], ["a", "b", "c"]]).sheet()
    assert heading_row(sheet, known().all) == 3


def test_a_sheet_without_text_has_no_headings() -> None:
    assert heading_row(as_csv([[""], ["", " "], ["."]]).sheet(), frozenset()) == 3
    assert heading_row(as_csv([["1"]]).sheet(), frozenset()) == 1


def reasons(*rows: list[Any]) -> dict[str, list[int]]:
    found = row_reasons(grid([HEAD, *rows]), content())
    return {
        code: [i for i, odd in enumerate(mask) if odd] for code, mask in found.items() if mask.any()
    }


def test_every_row_that_is_no_record() -> None:
    assert reasons(
        RECORD,
        ["", " ", "", ""],
        ["Total", "", "", "3"],
        ["Zwischensumme 2025", "", "", ""],
        ["*example* DEV-000", "2026-01-01", "minor", "P000"],
        HEAD,
        ["This list was printed by the quality system", "", "", ""],
        ["", "", "", "Total"],
    ) == {"blank": [1], "total": [2, 3, 7], "example": [4], "heading_again": [5], "remark": [6]}


def test_a_record_is_no_total_because_a_later_cell_or_a_longer_word_says_so() -> None:
    assert reasons(["DEV-2", "2026-01-02", "Total", ""], ["Totality", "x", "y", "z"]) == {}
    assert reasons(["Total loss of power", "2026-01-02", "Major", "P1"]) == {}


def test_a_lone_record_number_is_not_thrown_away() -> None:
    assert reasons(["DEV-3", "", "", ""]) == {}


@pytest.mark.parametrize("text", ["*example*", "* Example * DEV-1", "*Beispiel*", "**example**"])
def test_examples_are_marked_by_asterisks(text: str) -> None:
    assert is_marked_example(text, content().examples)


@pytest.mark.parametrize("text", ["example", "Sample", "*urgent*", "5 * 3 * 2"])
def test_other_words_and_asterisks_are_no_mark(text: str) -> None:
    assert not is_marked_example(text, content().examples)


def two_lines(upper: list[str], lower: list[str]) -> tuple[int, int]:
    sheet = as_csv([["Deviations 2026"], upper, lower, RECORD]).sheet()
    row = heading_row(sheet, known().all)
    assert row is not None
    return heading_lines(sheet, row, known().sure)


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        (["Record", "Date", "", "Severity"], ["No.", "Occurred", "Discovered", ""]),
        (["Dev No", "Date", "Date", "Severity"], ["", "discovered", "closed", ""]),
        (["Record No.", "Date Discovered", "Pages", ""], ["", "[dd.mm.yyyy]", "(n)", ""]),
    ],
)
def test_headings_of_two_lines(upper: list[str], lower: list[str]) -> None:
    assert two_lines(upper, lower) == (3, 2)


def test_a_title_above_and_a_record_below_are_no_second_line() -> None:
    assert two_lines(["Severity of all", "", "", ""], HEAD) == (3, 1)
    assert two_lines(HEAD, RECORD) == (2, 1)


def test_a_person_names_the_last_line() -> None:
    sheet = as_csv([["Dev No", "Date", "Date"], ["", "discovered", "closed"], RECORD]).sheet()
    assert heading_lines(sheet, 2, known().sure, given=True) == (2, 2)
    assert heading_lines(sheet, 1, known().sure, given=True) == (1, 1)
