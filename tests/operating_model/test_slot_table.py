"""Twelve months in figures, and what cannot have been completed."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from readiness.operating_model.slot_table import (
    cycle_days,
    lost_at_least,
    most_completed,
    settled,
    slot_figures,
)
from tests.operating_model.partners import MONTHS, maker, month, table


def test_utilisation_is_slots_started_over_slots_offered() -> None:
    # 12 months of 5 offered are 60, of 3 started 36: 36 / 60 = 3 / 5.
    found = slot_figures(table(5, 4, 3, 2, cancelled_partner=1))
    assert found is not None
    assert (found.offered, found.started, found.utilisation) == (60, 36, Fraction(3, 5))
    assert (found.booked, found.completed, found.cancelled_partner) == (48, 24, 12)


def test_only_the_last_twelve_months_count_and_nothing_offered_has_no_utilisation() -> None:
    older = month("2025-12", 100, 100, 100, 100)
    found = slot_figures((*table(5, 4, 3, 2), older))
    assert found is not None
    assert (found.months, found.first, found.offered) == (12, "2026-01", 60)
    idle = slot_figures([month("2026-01", 0, 0, 0, 0)])
    assert idle is not None
    assert idle.utilisation is None
    assert slot_figures([]) is None


def test_what_fits_into_a_month() -> None:
    # 30 / (10 + 2) = 2.5, rounded up 3; two lines 6.
    assert cycle_days(maker()) == 12
    assert most_completed(maker()) == 3
    assert most_completed(maker(lines=2)) == 6
    assert most_completed(maker(process_days=None)) is None


def test_batches_that_started_and_were_never_completed() -> None:
    # A batch of 12 days is through within a month: of 12 months the last one is left open.
    # 11 months of 4 started are 44; 12 months of 3 completed are 36: at least 44 - 36 = 8 lost.
    rows = table(5, 4, 4, 3)
    assert settled(maker(), rows) == (44, "2026-11")
    assert lost_at_least(maker(), rows) == 8
    # With 45 days, two months are open: 40 - 36 = 4.
    assert lost_at_least(maker(process_days=43), rows) == 4


def test_one_month_tells_nothing_of_what_was_lost() -> None:
    assert settled(maker(), [month("2026-01", 9, 9, 9, 0)]) == (0, "")
    assert lost_at_least(maker(), [month("2026-01", 9, 9, 9, 0)]) == 0


@given(st.lists(st.integers(0, 6), min_size=12, max_size=12), st.integers(0, 11))
def test_a_batch_that_takes_up_to_a_month_is_never_counted_as_lost(starts, first_failed) -> None:
    # Everything that starts is completed in the month after: nothing may be called lost.
    done = [0, *starts[:-1]]
    rows = [month(at, 9, 9, s, d) for at, s, d in zip(MONTHS, starts, done, strict=True)]
    assert lost_at_least(maker(), rows) == 0
    # One failure less completed can be found, never more than one.
    fewer = [max(0, d - (n == first_failed)) for n, d in enumerate(done)]
    rows = [month(at, 9, 9, s, d) for at, s, d in zip(MONTHS, starts, fewer, strict=True)]
    assert lost_at_least(maker(), rows) <= 1
