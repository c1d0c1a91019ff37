"""Events and exposure by month: joined where nothing was started, nothing lost."""

from datetime import date
from fractions import Fraction

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from readiness.domain.evidence import ObservedWindow
from readiness.metrics.monthly import by_month
from tests.metrics.made import batches, deviations, observe, table

WINDOW = ObservedWindow(from_=date(2026, 1, 15), to=date(2026, 6, 30))


def dates(*days: str) -> "pd.Series[pd.Timestamp]":
    return pd.Series(pd.to_datetime(list(days), format="ISO8601"))


def counted(
    events: "pd.Series[pd.Timestamp]",
    exposure: "pd.Series[pd.Timestamp]",
    weights: list[Fraction] | None = None,
) -> list[tuple[str, int, Fraction]]:
    return [(m.month, m.events, m.size) for m in by_month(WINDOW, events, exposure, weights)]


def test_each_month_with_its_events_and_its_exposure() -> None:
    events = dates("2026-01-15", "2026-01-31", "2026-02-01", "2026-06-30T23:00")
    over = dates(*(f"2026-{month:02}-20" for month in range(1, 7)), "2026-03-21")
    assert counted(events, over) == [
        *(("2026-01", 2, 1), ("2026-02", 1, 1), ("2026-03", 0, 2)),
        *(("2026-04", 0, 1), ("2026-05", 0, 1), ("2026-06", 1, 1)),
    ]


def test_a_month_without_exposure_joins_the_next_and_the_last_one_the_one_before() -> None:
    events = dates("2026-01-20", "2026-03-01", "2026-04-01", "2026-05-01", "2026-06-01")
    assert counted(events, dates("2026-02-02", "2026-04-02")) == [
        ("2026-01 to 2026-02", 1, 1),  # none started in January
        ("2026-03 to 2026-06", 4, 1),  # none in March, May or June
    ]


def test_weights_are_summed_and_what_lies_outside_counts_nowhere() -> None:
    events = dates("2026-01-14", "2026-02-01", "2026-07-01")
    over = dates("2026-01-14", "2026-02-01", "2026-02-28")
    weights = [Fraction(7), Fraction(100), Fraction(50)]
    assert counted(events, over, weights) == [("2026-01 to 2026-06", 1, 150)]
    assert counted(events, dates("2026-01-14")) == []
    assert counted(dates(), dates("2026-03-01"))[0][1] == 0


def test_a_month_in_a_gap_is_no_zero_and_joins_nothing() -> None:
    ended = WINDOW.model_copy(update={"gaps": ((date(2026, 3, 13), date(2026, 5, 14)),)})
    found = by_month(
        ended, dates("2026-01-20", "2026-06-02"), dates("2026-01-20", "2026-02-02", "2026-06-02")
    )
    # March and May are kept in part, without a batch: they join what lies on their side
    assert [(m.month, m.events, m.size, m.covered) for m in found] == [
        ("2026-01", 1, 1, True),
        ("2026-02 to 2026-03", 0, 1, True),
        ("2026-04", 0, 0, False),
        ("2026-05 to 2026-06", 1, 1, True),
    ]


@given(st.lists(st.integers(0, 166), max_size=30), st.lists(st.integers(0, 166), min_size=1))
def test_nothing_is_lost(events: list[int], exposure: list[int]) -> None:
    def on(days: list[int]) -> "pd.Series[pd.Timestamp]":
        return pd.Series([pd.Timestamp("2026-01-15") + pd.Timedelta(days=n) for n in days])

    found = by_month(WINDOW, on(events) if events else dates(), on(exposure))
    assert sum(month.events for month in found) == len(events)
    assert sum(month.size for month in found) == len(exposure)


def test_rates_and_shares_carry_their_months() -> None:
    log = deviations("id discovered batch cause\nD1 2026-01-06 B1 process\nD2 2026-02-06 B2 -")
    started = batches(2, first="2026-01-05", every=30)  # 5 January and 4 February
    by_batch = observe("D1", deviations=log, batches=started).months
    assert [(m.month[-7:], m.events, m.size) for m in by_batch] == [
        ("2026-01", 1, 1),
        ("2026-06", 1, 1),
    ]
    share = observe("D5", deviations=log, batches=started).months
    assert [(m.events, m.size) for m in share] == [(0, 1)]


def test_pages_and_bookings_are_exposure_too() -> None:
    paged = batches(2, first="2026-01-05", every=30, pages=40)
    errors = table("batch\nB1\nB2\nB2")
    months = observe("B4", batches=paged, record_errors=errors).months
    assert [(m.events, m.size) for m in months] == [(1, 40), (2, 40)]
    booked = table("booking resource start\nR1 S 2026-01-06\nR2 S 2026-02-06")
    moved = table("booking field\nR1 date\nR1 slot\nR2 date")
    months = observe("S8", batches=paged, bookings=booked, booking_changes=moved).months
    assert [(m.events, m.size) for m in months] == [(2, 1), (1, 1)]
