"""Places by week."""

from readiness.stress.rosters import Roster


def served(roster: Roster, day: float) -> float:
    """When a piece of work that comes on that day begins."""
    begins = roster.earliest(day)
    roster.take(begins)
    return begins


def test_a_full_week_sends_to_the_next_with_room() -> None:
    roster = Roster(2)
    assert [served(roster, 3) for _ in range(5)] == [3, 3, 7, 7, 14]
    assert served(roster, 13) == 14  # week 1 is full as well
    assert served(roster, 21.5) == 21.5


def test_use_counts_whole_weeks() -> None:
    roster = Roster(2)
    for day in (0, 8, 9, 15):
        served(roster, day)
    # From day 1 on the whole weeks are 1 and 2: three of four places.
    assert roster.used(1, 21) == 3 / 4
    assert roster.used(1, 5) == 0


def test_without_a_limit_everybody_begins_at_once() -> None:
    roster = Roster(None)
    assert [served(roster, 3) for _ in range(9)] == [3] * 9
    assert roster.used(0, 70) == 0
