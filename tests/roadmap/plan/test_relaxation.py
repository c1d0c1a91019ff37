"""The relaxation never promises more than the best of all plans, and comes close to it."""

from fractions import Fraction
from itertools import combinations_with_replacement

import pytest

from readiness.roadmap.plan.problem import Activity, Goal, Problem
from readiness.roadmap.plan.relaxation import Relaxation, packings, unit_of
from tests.roadmap.plan.drawn import best_by_trying, problem


@pytest.mark.parametrize("seed", range(30))
def test_a_bound_is_a_bound(seed: int) -> None:
    drawn = problem(seed, count=3, weeks=8, functions=2)
    left, weeks = best_by_trying(drawn)
    relaxation = Relaxation(drawn)
    assert relaxation.least_open() <= left
    assert relaxation.least_weeks(left) <= weeks


def test_one_after_the_other_by_hand() -> None:
    # One person, two pieces of 2 and 3 weeks, worth 30 and 12: 30 * 2 + 12 * 5 = 120.
    goals = (Goal("A", Fraction(30), ("A",)), Goal("B", Fraction(12), ("B",)))
    activities = (Activity("A", 2, {"QA": 1}), Activity("B", 3, {"QA": 1}))
    plan = Problem(8, activities, goals, {"QA": (1,) * 8})
    assert Relaxation(plan).least_open() == 0
    assert Relaxation(plan).least_weeks(Fraction(0)) == 120


def test_what_cannot_fit_is_known_without_a_search() -> None:
    # Five weeks hold one of the two; the larger priority is the one to close.
    goals = (Goal("A", Fraction(30), ("A",)), Goal("B", Fraction(12), ("B",)))
    activities = (Activity("A", 5, {"QA": 3}), Activity("B", 5, {"QA": 3}))
    plan = Problem(5, activities, goals, {"QA": (5,) * 5})
    # In shares, 3 and 3 of 5 seem to fit for five sixths; the packings know that only one does.
    assert Relaxation(plan).least_open() == 12


def test_the_unit_makes_priorities_whole() -> None:
    goals = (Goal("A", Fraction(5, 4), ()), Goal("B", Fraction(1, 6), ()))
    assert unit_of(Problem(1, (), goals, {})) == 12


def test_packings_hold_for_everything_that_fits_side_by_side() -> None:
    sizes = tuple(Fraction(n, 20) for n in (3, 5, 7, 8, 9, 11, 14))
    ways = packings(sizes)
    assert len(ways) > 1
    for count in (2, 3, 4, 5):
        for chosen in combinations_with_replacement(range(len(sizes)), count):
            if sum(sizes[n] for n in chosen) <= 1:
                assert all(sum(way[n] for n in chosen) <= 1 for way in ways)
