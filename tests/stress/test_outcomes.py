"""The figures of one replication, by hand (domain 8.2)."""

import numpy as np
import pytest

from readiness.stress.journeys import FAILED, LEFT_AFTER, LEFT_BEFORE, TREATED, Journeys
from readiness.stress.outcomes import leave_those_gone, outcomes
from readiness.stress.rosters import Roster
from tests.stress.slots import parameters

GIVEN = parameters(horizon_days=100, warm_up_days=10)


def test_shares_and_days_of_those_who_asked_after_warm_up() -> None:
    seen = Journeys(np.array([5.0, 10, 20, 30, 40, 90]))
    seen.collected = [6.0, 15, float("inf"), 33, 44, 99]
    for patient, (outcome, day) in enumerate(
        [(TREATED, 30), (TREATED, 40), (LEFT_BEFORE, 25), (LEFT_AFTER, 50), (FAILED, 60)]
    ):
        seen.end(patient, outcome, day)
    seen.end(5, TREATED, 120)  # after the horizon: still waiting
    found = outcomes(GIVEN, seen)
    assert found.requests == 5
    assert found.shares == pytest.approx([1 / 5] * 5)
    assert sorted(found.access_wait) == [3, 4, 5, 9]
    assert list(found.vein_to_vein) == [25]


def test_the_queue_at_the_end_of_each_day() -> None:
    seen = Journeys(np.array([0.5, 1.5, 2.5]))
    seen.collected = [3.2, float("inf"), float("inf")]
    seen.end(1, LEFT_BEFORE, 5.5)
    given = parameters(horizon_days=8, lead_days={"request": 1})
    # Due on days 1.5, 2.5, 3.5; out on day 3.2, day 5.5 and never.
    assert list(outcomes(given, seen).queue) == [0, 1, 2, 2, 2, 1, 1, 1]


def test_use_counts_process_days_within_the_measured_time() -> None:
    seen = Journeys(np.array([]))
    seen.batches = [(0, 12), (20, 10), (95, 10)]  # 2, 10 and 5 of the 90 days
    roster = Roster(1)
    roster.take(15)
    seen.rosters = {"operators": roster, "release tests": Roster(None)}
    found = outcomes(GIVEN, seen)
    assert found.utilisation == {"suites": pytest.approx(17 / 90), "operators": 1 / 12}
    assert found.used == 2


def test_lost_slots_by_cause() -> None:
    seen = Journeys(np.array([]))
    seen.lost = [("failed batch", 9), ("failed batch", 11), ("late cancellation", 12)]
    seen.stood = [("site down", 5, 2, 16), ("operators", 98, 1, 6), ("material", 1, 1, 3)]
    lost = outcomes(GIVEN, seen).lost
    # Days 10 to 21 of two suites, days 98 to 100 of one; a slot is 11 days.
    assert lost == {
        "failed batch": 1,
        "late cancellation": 1,
        "site down": pytest.approx(2 * 11 / 11),
        "no starts": 0,
        "material": 0,
        "operators": pytest.approx(2 / 11),
    }


def test_nobody_asked() -> None:
    found = outcomes(GIVEN, Journeys(np.array([])))
    assert found.requests == 0
    assert list(found.shares) == [0] * 5
    assert found.utilisation == {"suites": 0}


def test_who_had_left_a_queue_by_the_end() -> None:
    seen = Journeys(np.array([0.0, 0, 0]))
    seen.collected[1] = 4
    seen.end(2, TREATED, 9)
    leave_those_gone(seen, [3.0, 1, 1], [np.inf, 5, 1])
    assert seen.outcome == [LEFT_BEFORE, LEFT_AFTER, TREATED]
    assert seen.ended == [3, 9, 9]
