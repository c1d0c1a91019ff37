"""Small moves never make a plan worse, keep every constraint, and repeat."""

from fractions import Fraction

import pytest

from readiness.roadmap.plan.polish import polish
from readiness.roadmap.plan.problem import Activity, Goal, Problem, Starts, breaches, worth
from readiness.roadmap.plan.rule import by_rule
from tests.roadmap.plan.drawn import problem


@pytest.mark.parametrize("seed", range(6))
def test_never_worse_and_never_broken(seed: int):
    drawn = problem(seed, count=14, weeks=40)
    before = by_rule(drawn, lambda id: id)
    heard: list[Starts] = []
    after = polish(drawn, before, 60, heard=heard.append)
    assert breaches(drawn, after) == []
    assert worth(drawn, after).order <= worth(drawn, before).order
    orders = [worth(drawn, plan).order for plan in heard]
    assert orders == sorted(orders, reverse=True)
    assert polish(drawn, before, 60) == after


def test_one_move_finds_the_better_order():
    # One person, two actions of 4 and 1 weeks, as dear: the short one first closes 10 * 1 + 10 * 5
    # instead of 10 * 4 + 10 * 5.
    activities = (Activity("A", 4, {"QA": 1}), Activity("B", 1, {"QA": 1}))
    goals = tuple(Goal(id, Fraction(10), (id,)) for id in ("A", "B"))
    both = Problem(8, activities, goals, {"QA": (1,) * 8})
    found = polish(both, {"A": 0, "B": 4}, 20)
    assert found == {"A": 1, "B": 0}
    assert worth(both, found).weeks == 60


def test_it_ends_when_asked():
    drawn = problem(1, count=14, weeks=40)
    before = by_rule(drawn, lambda id: id)
    assert polish(drawn, before, 10**9, asked=lambda: True) == before
