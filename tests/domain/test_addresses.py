"""Columns by letter and by number."""

import pytest

from readiness.domain.addresses import column_letters, column_number


@pytest.mark.parametrize(
    ("letters", "number"),
    [("A", 1), ("Z", 26), ("AA", 27), ("ZZ", 702), ("AAA", 703), ("XFD", 16384)],
)
def test_letters_and_numbers(letters: str, number: int) -> None:
    assert column_number(letters) == number
    assert column_number(letters.lower()) == number
    assert column_letters(number) == letters


def test_they_agree_over_every_column_of_a_sheet() -> None:
    assert all(column_number(column_letters(number)) == number for number in range(1, 16385))
    assert column_letters(0) == ""
