"""How the values of a column look."""

from datetime import date

import numpy as np
import pytest

from readiness.evidence.grid import Grid
from readiness.evidence.looks import profiles
from tests.evidence.making import as_xlsx, content, grid


def test_profiles_look_at_distinct_values_and_skip_words_for_nothing() -> None:
    found = grid(
        [
            ["a", "b", "c"],
            ["2026-01-02", "5 min", "yes"],
            ["TBD", "7", "n/a"],
            ["3 May 2026", "", "no"],
        ]
    )
    one, two, three = profiles(found, np.ones(3, dtype=bool), content())
    assert (one.dates, two.numbers, three.yes_no) == (1, 1, 1)
    assert two.filled == 2
    assert one.fit("date") == "fits"
    assert one.fit("key") == "contradicts"
    assert two.fit("date") == "contradicts"


def test_real_dates_and_serials_look_like_dates() -> None:
    sheet = as_xlsx([["a", "b"], [date(2026, 1, 2), 46000]]).sheet()
    looks = profiles(Grid.below(sheet, 1), np.ones(1, dtype=bool), content())
    assert [look.dates for look in looks] == [1, 1]


def test_eight_digits_are_a_date_only_if_there_is_such_a_day() -> None:
    """SAP numbers its notifications 20000031: the month 00 is none."""
    found = grid([["a", "b"], ["20260131", "20000031"], ["20261201", "20004512"]])
    days, numbers = profiles(found, np.ones(2, dtype=bool), content())
    assert (days.dates, numbers.dates) == (1, 0)
    assert numbers.fit("key") == "fits"


@pytest.mark.parametrize(
    ("cells", "codes"),
    [
        (["DEV-001", "DEV-002"], True),
        (["QE0012", "QE0013"], True),
        (["DEV-001", "DEV-001"], False),
        (["DEV-001", ""], False),
        (["1", "2"], False),
        (["Wash", "Fill"], False),
        (["DEV-001"], False),
    ],
)
def test_codes_are_all_there_all_different_and_of_letters_and_digits(
    cells: list[str], *, codes: bool
) -> None:
    found = grid([["a", "b"], *([cell, "x"] for cell in cells)])
    assert profiles(found, np.ones(len(cells), dtype=bool), content())[0].codes == codes
