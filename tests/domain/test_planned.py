"""A plan survives being written and read."""

from datetime import date
from fractions import Fraction

from readiness.domain.planned import AddedCapacity, Open, Outside, RoadmapPlan


def test_an_empty_plan_says_so_and_comes_back():
    plan = RoadmapPlan(
        status="nothing to plan",
        start=date(2027, 1, 4),
        horizon_weeks=52,
        outside=(Outside(id="A", name="a", priority=Fraction(5, 4)),),
        add_capacity=AddedCapacity(alone={"QA": Fraction(1, 4)}),
        burn_down=(Open(week=0, priority=Fraction(3)),),
    )
    assert plan.open_priority == 0
    assert plan.objective is None
    assert RoadmapPlan.model_validate_json(plan.model_dump_json()) == plan
