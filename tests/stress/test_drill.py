"""Points of a drill, and which drill counts (method 9; domain 6.2, 6.3)."""

from datetime import date
from typing import Any

import pytest

from readiness.domain.assessment import Drill
from readiness.domain.result import DrillResult
from readiness.stress.drill import (
    mandatory_points,
    raw_points,
    recent_critical_fails,
    score_drills,
)
from tests.made import AS_OF, questionnaire

RULES = questionnaire().drills
SCENARIO = RULES.scenarios[0]  # demand doubled; item 1 within 10 minutes, item 2 within 15


def drill(**given: Any) -> Drill:
    """A drill of demand doubled, on the as-of date."""
    return Drill.model_validate({"scenario": SCENARIO.id, "held_on": AS_OF} | given)


def scored(*given: dict[str, Any]) -> list[DrillResult]:
    """Drills with their points."""
    return list(score_drills([drill(**g) for g in given], RULES, AS_OF))


def points(*items: tuple[int, str, float | None], **blocks: int) -> int:
    """Raw points of items (n, answer, minute) and blocks."""
    whole = [{"n": n, "answer": answer, "minute": minute} for n, answer, minute in items]
    return raw_points(drill(blocks=blocks, items=whole), SCENARIO, RULES)[0]


def test_the_blocks_add_up_to_a_hundred() -> None:
    assert sum(block.points for block in RULES.blocks) == 100
    assert points(A=10, B=30, C=30, D=15, E=10, F=5) == 100


@pytest.mark.parametrize(
    ("answer", "minute", "gained"),
    [
        ("right", 10, 3),  # in time
        ("right", 10.1, 2),
        ("right", 20, 2),  # within double the time
        ("right", 20.1, 1),
        ("right", None, 1),  # right, nobody knows when: as if later
        ("partial", 1, 1),
        ("wrong", 1, 0),
        ("unknown", None, 0),
    ],
)
def test_timed_item(answer: str, minute: float | None, gained: int) -> None:
    assert points((1, answer, minute)) == gained


def test_items_and_blocks_together() -> None:
    """Items 1 and 2 in time: B 6; A 7, C 15, D 9, E 6, F 5: 6 + 7 + 15 + 9 + 6 + 5 = 48."""
    assert points((1, "right", 9.5), (2, "right", 15), A=7, C=15, D=9, E=6, F=5) == 48


def test_an_item_counts_once_and_one_that_is_none_not_at_all() -> None:
    assert points((1, "right", 5), (1, "wrong", 5)) == 0
    assert points((1, "right", 5), (1, "right", 5)) == 3
    assert points((99, "right", 1)) == 0


def test_ten_right_in_time_are_thirty() -> None:
    assert points(*[(n, "right", 0) for n in range(1, 11)]) == 30


def test_typed_points_stand_as_recorded() -> None:
    assert raw_points(drill(points=28), SCENARIO, RULES) == (28, "28 points as recorded")


@pytest.mark.parametrize(
    ("given", "counted"),
    [
        ({"points": 100}, 100),
        ({"points": 100, "critical_fail": True}, 49),
        ({"points": 40, "critical_fail": True}, 40),
        ({"points": 90, "held_on": "2025-11-22"}, 90),  # twelve months to the day
        ({"points": 90, "held_on": "2025-11-21"}, 70),
        ({"points": 90, "held_on": "2025-11-21", "critical_fail": True}, 29),  # after the cap
        ({"points": 15, "held_on": "2024-01-01"}, 0),  # not under 0
    ],
)
def test_cap_and_age(given: dict[str, Any], counted: int) -> None:
    (found,) = scored(given)
    assert found.counted == counted
    assert found.stale is (str(found.held_on) < "2025-11-22")


@pytest.mark.parametrize(
    ("counted", "band"),
    [
        (85, "scale"),
        (84, "commercial"),
        (70, "commercial"),
        (69, "transitional"),
        (50, "transitional"),
        (49, "clinical"),
        (30, "clinical"),
        (29, "survival"),
        (0, "survival"),
    ],
)
def test_bands(counted: int, band: str) -> None:
    assert scored({"points": counted})[0].band == band


def test_the_latest_counts_not_the_best_and_no_future_one() -> None:
    found = scored(
        {"points": 90, "held_on": "2026-03-01"},
        {"points": 40, "held_on": "2026-06-01"},
        {"points": 100, "held_on": "2026-11-23"},
    )
    assert [r.points for r in found if r.latest] == [40]
    assert mandatory_points(found, RULES)["demand_doubled"] == (40, False)


def test_of_two_runs_on_one_day_the_lower_counts() -> None:
    for order in ([60, 75], [75, 60]):
        found = scored(*[{"points": p} for p in order])
        assert [r.points for r in found if r.latest] == [60]
    # Equal points: the one with the critical fail. Lower is meant after the cap: 49 under 60.
    failed = scored({"points": 49}, {"points": 49, "critical_fail": True})
    assert [r.critical_fail for r in failed if r.latest] == [True]
    capped = scored({"points": 60}, {"points": 95, "critical_fail": True})
    assert [r.points for r in capped if r.latest] == [95]


def test_a_drill_not_held_counts_nothing() -> None:
    found = scored({"points": 80})
    expected = {"demand_doubled": (80, False), "site_down": (0, False)}
    assert mandatory_points(found, RULES) == expected


def test_order_of_entry_changes_nothing() -> None:
    given: list[dict[str, Any]] = [
        {"points": 60},
        {"points": 75},
        {"points": 50, "scenario": "site_down"},
    ]
    assert sorted(map(str, scored(*given))) == sorted(map(str, scored(*given[::-1])))


@pytest.mark.parametrize(
    ("held_on", "fails"),
    [
        (date(2025, 11, 22), ("demand_doubled",)),  # on the same date a year before: within
        (date(2025, 11, 21), ()),
        (date(2026, 11, 23), ()),  # not yet held
    ],
)
def test_critical_fails_within_twelve_months(held_on: date, fails: tuple[str, ...]) -> None:
    found = scored({"points": 80, "critical_fail": True, "held_on": held_on})
    assert recent_critical_fails(found, AS_OF, 12) == fails


def test_a_later_drill_without_a_fail_clears_it() -> None:
    found = scored(
        {"points": 80, "critical_fail": True, "held_on": "2026-03-01"},
        {"points": 50, "held_on": "2026-04-01"},
    )
    assert recent_critical_fails(found, AS_OF, 12) == ()
