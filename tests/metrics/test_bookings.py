"""Conflicts in a schedule: what overlaps, what only touches, what was counted before."""

import pandas as pd

from readiness.metrics.bookings import active, conflicts, keys
from tests.metrics.made import table


def found(text: str) -> dict[str, str]:
    """Pairs in conflict, as ``A+B``, with the reason."""
    return {"+".join(sorted(pair)): why for pair, (why, _) in conflicts(table(text)).items()}


def test_times_that_overlap_on_one_resource() -> None:
    assert found(
        """
        booking  resource  start       end
        A        S1        2026-01-05  2026-01-15
        B        S1        2026-01-14  2026-01-20
        C        S1        2026-01-20  2026-01-25
        D        S2        2026-01-05  2026-01-15
        """
    ) == {"A+B": "resource"}
    # B ends on the day on which C starts: a half-day each; D is on another resource


def test_a_long_booking_meets_each_that_it_covers() -> None:
    assert set(
        found(
            """
            booking  resource  start       end
            A        S1        2026-01-01  2026-02-01
            B        S1        2026-01-05  2026-01-06
            C        S1        2026-01-10  2026-01-11
            """
        )
    ) == {"A+B", "A+C"}


def test_a_booking_without_a_length_takes_its_day() -> None:
    assert set(
        found(
            """
            booking  resource  start             end
            A        S1        2026-01-05        -
            B        S1        2026-01-05T10:00  2026-01-05T10:00
            C        S1        2026-01-06        -
            """
        )
    ) == {"A+B"}


def test_cancelled_bookings_bind_nothing() -> None:
    text = """
        booking  resource  start       end         subject  status
        A        S1        2026-01-05  2026-01-15  P1       confirmed
        B        S1        2026-01-06  2026-01-16  P1       cancelled
        """
    assert found(text) == {}
    assert len(active(table(text))) == 1


def test_one_subject_twice() -> None:
    assert found(
        """
        booking  resource  start       end         subject  status
        A        S1        2026-01-05  2026-01-15  P1       confirmed
        B        S2        2026-03-05  2026-03-15  P1       tentative
        C        S1        2026-03-05  2026-03-15  P2       done
        D        S2        2026-05-05  2026-05-15  P2       confirmed
        E        S1        2026-05-05  2026-05-15  -        confirmed
        F        S2        2026-07-05  2026-07-15  -        confirmed
        """
    ) == {"A+B": "subject"}
    # C has ended: D may be the second attempt of P2; blank subjects are nobody


def test_a_pair_with_both_reasons_is_one() -> None:
    assert found(
        """
        booking  resource  start       end         subject
        A        S1        2026-01-05  2026-01-15  P1
        B        S1        2026-01-10  2026-01-20  P1
        """
    ) == {"A+B": "resource"}


def test_versions_are_looked_at_apart_and_a_pair_counts_once() -> None:
    text = """
        booking  resource  start       end         version
        A        S1        2026-01-05  2026-01-15  v1
        B        S1        2026-01-10  2026-01-20  v1
        A        S1        2026-01-05  2026-01-15  v2
        B        S1        2026-01-10  2026-01-20  v2
        B        S1        2026-01-15  2026-01-25  v3
        C        S1        2026-01-10  2026-01-12  v3
        """
    assert found(text) == {"A+B": "resource"}
    # A and C never stand in one version; rows 0 to 3 show the pair
    ((_, rows),) = conflicts(table(text)).values()
    assert rows == {0, 1, 2, 3}


def test_files_are_versions_where_no_version_is_named() -> None:
    text = "booking resource start end\nA S1 2026-01-05 2026-01-15"
    other = "booking resource start end\nB S1 2026-01-05 2026-01-15"
    both = pd.concat([table(text, "one.xlsx"), table(other, "two.xlsx")], ignore_index=True)
    assert conflicts(both) == {}


def test_without_a_number_place_day_and_subject_are_the_booking() -> None:
    rows = table("resource start subject\nS1 2026-01-05 P1\nS1 2026-01-05 P1\nS1 2026-01-05 P2")
    assert keys(rows).nunique() == 2
    assert len(conflicts(rows)) == 1
