"""The smallest addition, by hand on four actions."""

from fractions import Fraction

from readiness.domain.planning import Plan
from readiness.roadmap.plan.adding import fits, smallest_addition
from readiness.roadmap.plan.building import build
from tests.roadmap.plan.planned_maker import tasks, weeks

HALF = {"QA": Fraction(1, 2), "SC": Fraction(2)}


def added(horizon: int, capacity=HALF):
    plan = {"horizon_weeks": horizon}
    return smallest_addition(tasks(plan), Plan.model_validate(plan), weeks(plan), capacity)


def holds(horizon: int, capacity) -> bool:
    plan = {"horizon_weeks": horizon}
    built = build(tasks(plan), Plan.model_validate(plan), weeks(plan), capacity)
    return fits(built.problem)


def test_half_a_person_does_one_after_the_other():
    # QMS-3 and QMS-1 take half a person for 8 and 6 weeks.
    assert holds(14, HALF)
    assert not holds(13, HALF)


def test_the_smallest_addition_to_one_function():
    # 13 weeks: with 0.75 both are still half a person and do not fit side by side, 8 + 6 > 13;
    # with 1.0 they run side by side.
    assert added(13).alone == {"QA": Fraction(1, 2)}
    assert not holds(13, {"QA": Fraction(3, 4), "SC": Fraction(2)})


def test_where_none_does_it_alone_several_together():
    short = {"QA": Fraction(1, 2), "SC": Fraction(1)}
    # COI-1 (0.6 for 10 weeks) and COI-2 (0.5 for 8) do not fit side by side into 1 either:
    # with 1.25 they do.
    found = added(13, short)
    assert found.alone == {}
    assert found.together == {"QA": Fraction(1, 2), "SC": Fraction(1, 4)}


def test_no_addition_shortens_the_longest_chain():
    found = added(9)
    assert found.longest_chain_weeks == 10  # COI-1
    assert (found.alone, found.together) == ({}, {})


def test_nobody_at_all_is_brought_in_too():
    assert added(52, {"QA": Fraction(0), "SC": Fraction(2)}).alone == {"QA": Fraction(1, 4)}
