"""Journeys that can be followed by hand (method 10)."""

from typing import Any

import numpy as np
import pytest

from readiness.domain.simulation import Parameters
from readiness.stress.draws import Draws
from readiness.stress.journeys import (
    FAILED,
    LEFT_AFTER,
    LEFT_BEFORE,
    TREATED,
    WAITING,
    Journeys,
)
from readiness.stress.line import Line
from readiness.stress.shocks import Shocks
from tests.stress.slots import parameters


def followed(given: Parameters, requests: list[float], **luck: Any) -> Journeys:
    """What happens to patients with these requests; nobody leaves or fails unless told so."""
    n = len(requests)
    plain = {
        "before": [np.inf] * n,
        "after": [np.inf] * n,
        "process": [[10, 10]] * n,
        "fails": [[1, 1]] * n,
        "backup": [1] * n,
        "release": [[7, 7]] * n,
    }
    drawn = {name: np.array(luck.get(name, value), dtype=float) for name, value in plain.items()}
    draws = Draws(request=np.array(requests, dtype=float), **drawn)
    return Line(given, Shocks(given), draws).run()


def test_one_after_the_other() -> None:
    seen = followed(
        parameters(lead_days={"request": 7, "collection": 2}, ship_and_prepare_days=5), [0, 1]
    )
    # Ready on days 9 and 10; the suite is free again on day 9 + 10 + 1.
    assert seen.started == [9, 20]
    assert seen.collected == [7, 18]  # waiting happens before collection
    assert seen.ended == [9 + 10 + 7 + 5, 20 + 10 + 7 + 5]


def test_who_leaves_before_collection_gives_the_slot_to_the_next() -> None:
    seen = followed(parameters(), [0, 1, 2], before=[np.inf, 5, np.inf])
    assert seen.started == [0, np.inf, 11]
    assert (seen.outcome[1], seen.ended[1]) == (LEFT_BEFORE, 6)


def test_a_slot_called_off_after_collection_stands_for_the_days_of_a_collection() -> None:
    given = parameters(lead_days={"request": 0, "collection": 3})
    # The first is ready on day 3, collected on day 0, gone on day 1; the second is ready too.
    seen = followed(given, [0, 0], after=[1, np.inf])
    assert (seen.outcome[0], seen.ended[0]) == (LEFT_AFTER, 1)
    assert seen.lost == [("late cancellation", 3)]
    assert seen.started == [np.inf, 6]


@pytest.mark.parametrize(
    ("frozen", "starts"),
    [
        (True, [0, 22, 33]),  # next on day 11, before who waited
        (False, [0, 11, 22]),  # collected again by day 24, next when a suite is free: day 33
    ],
)
def test_a_repeat_goes_to_the_front(frozen: bool, starts: list[float]) -> None:
    given = parameters(backup=0.5, recollection_days=14)
    seen = followed(
        given, [0, 1, 2, 23], fails=[[-1, 1]] + [[1, 1]] * 3, backup=[0 if frozen else 1, 1, 1, 1]
    )
    assert seen.started[:3] == starts
    assert [start for start, _ in seen.batches] == [0, 11, 22, 33, 44]
    assert seen.started[3] == 44  # who asked on day 23 comes after the repeat either way
    assert seen.outcome == [TREATED] * 4
    assert seen.lost == [("failed batch", 10)]


def test_two_failures_are_the_end() -> None:
    seen = followed(parameters(backup=1), [0], fails=[[-1, -1]], backup=[0])
    assert (seen.outcome[0], seen.ended[0]) == (FAILED, 21)
    once = followed(parameters(max_attempts=1), [0], fails=[[-1, -1]])
    assert (once.outcome[0], once.ended[0]) == (FAILED, 10)


def test_who_leaves_while_the_batch_is_made_is_not_treated() -> None:
    seen = followed(parameters(), [0, 0], after=[16, 16.5])
    # Ready on day 17 had they stayed; the second would be infused on day 28.
    assert seen.outcome == [LEFT_AFTER, LEFT_AFTER]
    assert seen.ended == [16, 11 + 16.5]


def test_release_tests_and_record_review_by_the_week() -> None:
    given = parameters(
        sites=[{"name": "A", "suites": 3}],
        release={"capacity_per_week": 2},
        reviewers={"records_per_week": 1},
    )
    seen = followed(given, [0, 0, 0])
    # All leave the suite on day 10 (week 1): two are tested then, the third on day 14. Results on
    # days 17, 17 and 21; one review a week: day 17 (week 2), day 21 (week 3), day 28 (week 4).
    assert seen.ended == [17, 21, 28]


def test_a_missed_clinic_date_moves_to_the_next_opening() -> None:
    given = parameters(clinic={"slack_days": 4, "next_opening_days": 14})
    seen = followed(given, [0, 0, 0], release=[[7, 7], [12, 12], [26, 26]])
    # Booked 21 days after the slot is given: days 21, 32 and 43; ready on 17, 33 and 58.
    assert seen.ended == [21, 32 + 14, 43 + 2 * 14]


def test_batches_lost_when_a_site_goes_down() -> None:
    down = {"kind": "site_down", "site": "A", "from_day": 4, "days": 30, "running": "lost"}
    seen = followed(parameters(backup=1, shocks=[down]), [0], backup=[0])
    assert [start for start, _ in seen.batches] == [0, 34]
    assert seen.lost == [("site down", 4)]
    assert seen.ended == [34 + 10 + 7]


def test_a_batch_that_waits_to_start_goes_back_to_the_front() -> None:
    shocks = [
        {"kind": "no_starts", "from_day": 0, "days": 8},
        {"kind": "site_down", "site": "A", "from_day": 4, "days": 10, "running": "lost"},
    ]
    seen = followed(parameters(shocks=shocks), [0, 1])
    assert seen.started == [14, 25]
    assert seen.lost == []


def test_who_is_still_in_the_queue_at_the_end_is_not_counted_as_lost() -> None:
    seen = followed(parameters(horizon_days=5), [0, 0, 0], before=[np.inf, np.inf, 3])
    assert seen.outcome[2] == LEFT_BEFORE
    assert seen.ended[2] == 3
    assert seen.ended[1] == np.inf
    assert seen.outcome[0] in {WAITING, LEFT_AFTER}
    assert seen.ended[0] == np.inf
