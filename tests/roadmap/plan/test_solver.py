"""The interval model finds the best of all plans of small problems, repeatably."""

from fractions import Fraction

import pytest

from readiness.roadmap.plan.problem import Activity, Goal, Problem, breaches, worth
from readiness.roadmap.plan.solver import Model, search
from tests.roadmap.plan.drawn import best_by_trying, problem


@pytest.mark.parametrize("seed", range(12))
def test_both_objectives_against_all_plans(seed: int) -> None:
    drawn = problem(seed, count=3, weeks=8, functions=2)
    left, weeks = best_by_trying(drawn)
    first = Model(drawn)
    first.least_open()
    answer = search(first, 2.0)
    assert answer.starts is not None
    assert answer.proven
    assert answer.bound == worth(drawn, answer.starts).open == left
    second = Model(drawn)
    second.least_weeks(left)
    answer = search(second, 2.0)
    assert answer.starts is not None
    assert breaches(drawn, answer.starts) == []
    assert worth(drawn, answer.starts).order == (left, weeks)
    # The search counts what stays open at the horizon.
    assert answer.bound == weeks + left * drawn.weeks


def test_no_plan_is_said() -> None:
    # A is under way to week 4, and B, which needs it, was promised for week 2.
    activities = (
        Activity("A", 4, {"QA": 1}, start=0),
        Activity("B", 1, {"QC": 1}, needs=("A",), start=2),
    )
    model = Model(Problem(8, activities, (), {"QA": (1,) * 8, "QC": (1,) * 8}))
    model.least_open()
    answer = search(model, 1.0)
    assert (answer.starts, answer.proven) == (None, True)


def test_everything_must_be_in_where_that_is_asked() -> None:
    activities = (Activity("A", 3, {"QA": 1}), Activity("B", 3, {"QA": 1}))
    both = Model(Problem(5, activities, (), {"QA": (1,) * 5}), whole=True)
    both.least_open()
    assert search(both, 1.0).starts is None


def large() -> Model:
    drawn = problem(4, count=40, weeks=80)
    model = Model(drawn)
    model.least_weeks(Fraction(sum(g.priority for g in drawn.goals)))
    return model


def test_a_search_is_stopped_by_hand() -> None:
    answer = search(large(), 1000.0, asked=lambda: True)
    assert not answer.proven


def test_the_same_search_gives_the_same_plan() -> None:
    one, other = search(large(), 1.0), search(large(), 1.0)
    assert one == other
    assert one.starts


def test_each_better_plan_is_heard() -> None:
    goals = tuple(Goal(f"A{n}", Fraction(n + 1), (f"A{n}",)) for n in range(6))
    activities = tuple(Activity(f"A{n}", n % 3 + 1, {"QA": 1}) for n in range(6))
    plan = Problem(14, activities, goals, {"QA": (1,) * 14})
    heard: list[Fraction] = []
    model = Model(plan)
    model.least_weeks(Fraction(0))
    answer = search(model, 2.0, heard=lambda starts: heard.append(worth(plan, starts).weeks))
    assert answer.starts is not None
    assert heard[-1] == worth(plan, answer.starts).weeks
    assert heard == sorted(heard, reverse=True)
