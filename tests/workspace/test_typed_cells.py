"""What people type, read as it was meant, or refused without being repeated."""

import datetime as dt
from typing import Any

import pytest

from readiness.workspace.returned import Mistyped
from readiness.workspace.typed_cells import Typed, choice, day, level, number, words

SINCE = dt.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("cell", "value", "remark"),
    [
        (dt.date(2027, 12, 31), "2027-12-31", ""),
        (dt.datetime(2027, 12, 31, 9), "2027-12-31", ""),
        ("2027-12-31", "2027-12-31", ""),
        (" 31.12.2027 ", "2027-12-31", "text read as 2027-12-31"),
        ("31/12/2027", "2027-12-31", "text read as 2027-12-31"),
        ("12/31/2027", "2027-12-31", "text read as 2027-12-31"),
        ("04/04/2027", "2027-04-04", "text read as 2027-04-04"),
        ("31 Dec 2027", "2027-12-31", "text read as 2027-12-31"),
        # 46023 is 2026-01-01; 46752 is 729 days later, and 2026 and 2027 have 365 days each
        (46752.0, "2027-12-31", "a number read as 2027-12-31"),
    ],
)
def test_a_date_is_read_in_the_one_way_that_it_has(cell: Any, value: str, remark: str) -> None:
    assert day(cell, SINCE) == Typed(value, remark)


def test_a_number_counts_from_where_the_workbook_says() -> None:
    # 1904-01-01 lies 1462 days after 1899-12-30
    assert day(46752.0 - 1462, SINCE, date_1904=True).value == "2027-12-31"


@pytest.mark.parametrize(
    ("cell", "says"),
    [
        ("03/04/2027", "two dates (2027-03-04 or 2027-04-03)"),
        ("03/04/1971", "can be two dates"),
        ("next week", "no date"),
        (5.0, "no date"),
        (True, "no date"),
        ("2026-01-01", "the date lies before 2026"),
    ],
)
def test_what_is_no_date_is_refused_and_not_repeated(cell: Any, says: str) -> None:
    with pytest.raises(Mistyped) as found:
        day(cell, SINCE)
    assert says in found.value.message
    assert str(cell) not in found.value.message
    assert "year-month-day" in found.value.advice


@pytest.mark.parametrize(
    ("cell", "value", "remark"),
    [
        (3.0, "3", ""),
        (3, "3", ""),
        ("4", "4", 'text "4" read as 4'),
        ("4,0", "4", 'text "4,0" read as 4'),
    ],
)
def test_a_level_is_a_whole_number(cell: Any, value: str, remark: str) -> None:
    assert level(cell) == Typed(value, remark)


@pytest.mark.parametrize(
    ("cell", "says"),
    [
        (3.5, "3.5 is no level"),
        (6, "6 is no level"),
        ("abc", "no number"),
        (dt.date(2026, 5, 4), "became a date"),
        (True, "no number"),
    ],
)
def test_what_is_no_level_is_refused(cell: Any, says: str) -> None:
    with pytest.raises(Mistyped, match=says) as found:
        level(cell)
    assert found.value.expected == "a whole number from 1 to 5"


def test_a_comma_may_stand_for_the_point() -> None:
    assert number("0,5", 0, 1) == Typed("0.5", 'text "0,5" read as 0.5')
    assert number(1 / 3, 0, 1) == Typed("0.333333333")
    assert number(40.0, 0, 100) == Typed("40")
    with pytest.raises(Mistyped, match="out of bounds"):
        number(1.2, 0, 1)


def test_text_and_choices() -> None:
    assert words(" two\n lines ", 20).value == "two lines"
    with pytest.raises(Mistyped, match="21 characters"):
        words("x" * 21, 20)
    assert choice("In Progress", ("open", "in progress")).value == "in progress"
    with pytest.raises(Mistyped) as found:
        choice("Ina Adler", ("open", "done"))
    assert "Ina" not in found.value.message + found.value.expected
