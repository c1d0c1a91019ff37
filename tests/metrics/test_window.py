"""12 months, or the last 20 batches, whichever holds more."""

from datetime import date

import pandas as pd
import pytest

from readiness.metrics.window import find_window, is_newer, months_before, within
from tests.metrics.made import AS_OF, RULES, batches


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        (date(2026, 6, 30), 12, date(2025, 6, 30)),
        (date(2024, 2, 29), 12, date(2023, 2, 28)),
        (date(2026, 8, 31), 6, date(2026, 2, 28)),
        (date(2026, 1, 15), 1, date(2025, 12, 15)),
    ],
)
def test_the_same_date_so_many_months_earlier(day: date, months: int, before: date) -> None:
    assert months_before(day, months) == before


def test_twelve_months_where_they_hold_as_many() -> None:
    window = find_window(batches(12, "2025-06-30", 30), AS_OF, RULES)
    assert (window.from_, window.to, window.batches) == (date(2025, 6, 30), AS_OF, 12)
    assert window.rule == "12 months: 12 batches started"


def test_the_last_batches_where_they_are_more() -> None:
    # 30 batches every 30 days to 2026-06-08: the months hold the twelve from 2025-07-13 on, the
    # last 20 begin 19 * 30 = 570 days before the last one
    register = batches(30, "2024-01-20", 30)
    last = register["started"].iloc[-1].date()
    window = find_window(register, AS_OF, RULES)
    assert (last, window.batches) == (date(2026, 6, 8), 20)
    assert window.from_ == date(2024, 11, 15)
    assert window.rule == "the last 20 batches started: more than the 12 of 12 months"


def test_of_those_on_record_where_there_are_fewer_than_20() -> None:
    # formats.md: 12 batches on record, the first one 14 months ago
    register = batches(12, "2025-09-22", 38)
    window = find_window(register, date(2026, 11, 22), RULES)
    assert (window.from_, window.batches) == (date(2025, 9, 22), 12)


def test_batches_of_one_day_stay_together() -> None:
    register = batches(21, "2024-01-01", 20)
    register["started"] = register["started"].mask(register.index == 1, register["started"].min())
    window = find_window(register, AS_OF, RULES)
    assert (window.from_, window.batches) == (date(2024, 1, 1), 21)


def test_batches_after_the_as_of_date_are_not_started() -> None:
    register = batches(3, "2026-06-29", 1)
    assert find_window(register, AS_OF, RULES).batches == 2


def test_without_a_list_of_batches_the_months_hold() -> None:
    window = find_window(None, AS_OF, RULES)
    assert (window.from_, window.batches) == (date(2025, 6, 30), None)
    empty = find_window(batches(0), AS_OF, RULES)
    assert (empty.from_, empty.batches) == (date(2025, 6, 30), 0)


def test_both_ends_belong_to_it() -> None:
    window = find_window(None, AS_OF, RULES)
    days = ["2025-06-29T23:59", "2025-06-30", "2026-06-30T23:59", "2026-07-01", None]
    dates = pd.to_datetime(pd.Series(days), format="ISO8601")
    assert within(dates, window).tolist() == [False, True, True, False, False]


def test_the_newer_half_begins_in_the_middle() -> None:
    # 366 days from 2025-06-30: 183 days later is 2025-12-30
    window = find_window(None, AS_OF, RULES)
    dates = pd.to_datetime(pd.Series(["2025-12-29", "2025-12-30", None]))
    assert is_newer(dates, window).tolist() == [False, True, False]
