"""Priority rules place each activity as early as it can be, and break nothing."""

from fractions import Fraction

import pytest

from readiness.roadmap.plan.problem import Activity, Goal, Problem, breaches
from readiness.roadmap.plan.rule import best_of, by_rule, rule_plans, size_of, weight_of
from tests.roadmap.plan.drawn import problem


def three(*, first: bool = False) -> Problem:
    """Two of QA side by side do not fit; C needs B."""
    activities = (
        Activity("A", 3, {"QA": 2}),
        Activity("B", 1, {"QA": 2}, first=first),
        Activity("C", 2, {"QC": 1}, needs=("B",)),
    )
    goals = tuple(Goal(id, Fraction(p), (id,)) for id, p in (("A", 12), ("B", 1), ("C", 20)))
    return Problem(6, activities, goals, {"QA": (3,) * 6, "QC": (1,) * 6})


def test_by_hand() -> None:
    # As listed A takes QA in weeks 0 to 2, B follows in 3, C in 4 and 5.
    assert by_rule(three(), lambda id: id) == {"A": 0, "B": 3, "C": 4}
    # Wave 0 goes first whatever the key says.
    assert by_rule(three(first=True), lambda id: id) == {"B": 0, "A": 1, "C": 1}


def test_what_an_activity_carries() -> None:
    # B carries its own 1 and the 20 of C that needs it.
    assert weight_of(three()) == {"A": 12, "B": 21, "C": 20}
    # A: 2 of 3 people for 3 of 6 weeks.
    assert size_of(three())["A"] == Fraction(2 * 3, 3 * 6)


def test_the_best_rule_is_kept() -> None:
    # B first: 1 * 1 + 20 * 3 + 12 * 4 = 109; as listed: 12 * 3 + 1 * 4 + 20 * 6 = 160.
    name, starts = best_of(three(), rule_plans(three()))
    assert (name, starts) == ("most priority behind it", {"B": 0, "A": 1, "C": 1})


def test_what_does_not_fit_takes_along_what_needs_it() -> None:
    long = Activity("B", 9, {"QA": 2})
    given = three()
    tight = Problem(
        6, (given.activities[0], long, given.activities[2]), given.goals, given.capacity
    )
    assert by_rule(tight, lambda id: id) == {"A": 0}


def test_nothing_of_a_function_starts_without_its_wave_0() -> None:
    # A (wave 0) needs B, which is not: B would have to start no earlier than A.
    activities = (
        Activity("A", 1, {"QA": 1}, needs=("B",), first=True),
        Activity("B", 1, {"QA": 1}),
    )
    tangled = Problem(6, activities, (), {"QA": (1,) * 6})
    starts = by_rule(tangled, lambda id: id)
    assert starts == {}
    assert breaches(tangled, starts) == []


@pytest.mark.parametrize("seed", range(20))
def test_no_rule_breaks_anything(seed: int) -> None:
    drawn = problem(seed, count=12)
    for starts in rule_plans(drawn).values():
        assert breaches(drawn, starts) == []
