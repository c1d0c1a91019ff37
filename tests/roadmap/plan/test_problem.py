"""Ends, loads, objectives and breaches, each by hand on a calendar of ten weeks."""

from fractions import Fraction

from readiness.roadmap.plan.problem import (
    Activity,
    Goal,
    Problem,
    Worth,
    breaches,
    closings,
    load,
    worth,
)

QA = (2, 2, 2, 2, 0, 2, 2, 2, 2, 2)
"""Nobody of QA in week 4."""


def plan_of(*activities: Activity, frozen: frozenset[int] = frozenset()) -> Problem:
    goals = tuple(Goal(a.id, Fraction(10), (a.id,)) for a in activities)
    return Problem(10, activities, goals, {"QA": QA, "QC": (1,) * 10}, frozen)


def test_an_activity_rests_in_a_freeze_and_while_its_function_is_away() -> None:
    problem = plan_of(Activity("A", 3, {"QA": 1}), frozen=frozenset({6}))
    # From week 3: weeks 3, 5 and 7 are worked, 4 (away) and 6 (freeze) are not; it ends after 7.
    assert problem.ends["A"][3] == 8
    # It starts in no week in which it rests, and what would end after week 9 does not start.
    assert problem.ends["A"] == (3, 4, 6, 8, None, 9, None, 10, None, None)


def test_what_waits_for_another_function_stays_booked() -> None:
    problem = plan_of(Activity("A", 3, {"QA": 2, "QC": 1}))
    booked = load(problem, {"A": 3})
    assert booked["QA"] == [0, 0, 0, 2, 0, 2, 2, 0, 0, 0]
    assert booked["QC"] == [0, 0, 0, 1, 1, 1, 1, 0, 0, 0]


def test_more_weeks_than_there_are_can_start_nowhere() -> None:
    problem = plan_of(Activity("A", 12, {"QA": 1}))
    assert set(problem.ends["A"]) == {None}


def test_a_goal_closes_with_the_last_of_its_activities() -> None:
    goals = (
        Goal("G", Fraction(30), ("A", "B")),
        Goal("H", Fraction(5, 2), ("C",)),
        Goal("I", Fraction(7), ()),
    )
    one = {"QC": 1}
    three = tuple(Activity(id, 2, one) for id in ("A", "B", "C"))
    problem = Problem(10, three, goals, {"QC": (1,) * 10})
    starts = {"A": 0, "B": 4}
    assert closings(problem, starts) == {"G": 6, "H": None, "I": None}
    # Open: 2.5 and 7; closed: 30 in week 6.
    assert worth(problem, starts) == Worth(Fraction(19, 2), Fraction(180))


def test_a_fixed_start_may_run_past_the_horizon() -> None:
    problem = plan_of(Activity("A", 4, {"QC": 1}, start=8))
    assert problem.end("A", 8) is None
    assert load(problem, {"A": 8})["QC"] == [0] * 8 + [1, 1]
    assert worth(problem, {"A": 8}).open == 10


def test_every_constraint_that_is_broken_is_named() -> None:
    problem = plan_of(
        Activity("A", 2, {"QC": 1}),
        Activity("B", 2, {"QC": 1}, needs=("A",)),
        Activity("C", 2, {"QA": 1}, first=True),
        Activity("D", 2, {"QA": 2}),
        Activity("E", 1, {"QA": 1}, start=9),
    )
    good = {"A": 0, "B": 2, "C": 0, "D": 2, "E": 9}
    assert breaches(problem, good) == []
    assert breaches(problem, good | {"B": 1}) == [
        "B starts before A has ended",
        "QC is booked 2 of 1 in week 1",
    ]
    without = {id: start for id, start in good.items() if id != "A"}
    assert breaches(problem, without) == ["B starts before A has ended"]
    assert breaches(problem, good | {"C": 7}) == ["D starts before C, which comes first in QA"]
    no_first = {id: start for id, start in good.items() if id != "C"}
    assert breaches(problem, no_first) == ["D starts before C, which comes first in QA"]
    assert breaches(problem, good | {"E": 8}) == ["E does not start in week 9"]
    assert breaches(problem, good | {"D": 4})[0] == "D cannot start in week 4"
