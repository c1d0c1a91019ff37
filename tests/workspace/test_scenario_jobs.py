"""A comparison runs beside the page: the plan as entered first, then each scenario."""

import time

from readiness.domain.planning import Scenario
from readiness.roadmap.plan.planner import Work
from readiness.workspace.plan_jobs import stamp_of
from readiness.workspace.scenario_jobs import (
    Comparison,
    begin_comparison,
    comparison_stamp,
    finished_comparison,
    last_comparison,
)
from readiness.workspace.scenarios import save_scenario
from tests.workspace.test_plan_jobs import PATIENCE_S, case, with_people

SHORT = Work(0.1, 0.1)


def over(found: Comparison) -> Comparison:
    until = time.monotonic() + PATIENCE_S
    while not found.is_over:
        assert time.monotonic() < until, "it does not end"
        time.sleep(0.02)
    return found


def test_every_saved_scenario_is_compared_and_a_new_one_asks_for_more():
    desk, id = with_people()
    assert last_comparison(desk, id) is None
    plan_before = stamp_of(case(desk, id))
    save_scenario(desk, id, Scenario(id="Without DIG-3", skip=("DIG-3",)))
    # A scenario is no part of the plan, so that the plan stays current.
    assert stamp_of(case(desk, id)) == plan_before
    found = over(begin_comparison(desk, id, case(desk, id), SHORT))
    assert last_comparison(desk, id) is found
    assert [o.name for o in found.outcomes] == ["As entered", "Without DIG-3"]
    assert found.of == 2
    assert found.stamp == comparison_stamp(case(desk, id))
    assert finished_comparison(desk, id, case(desk, id)) == found.outcomes
    save_scenario(desk, id, Scenario(id="Later", pivotal_weeks=13))
    assert found.stamp != comparison_stamp(case(desk, id))
    assert finished_comparison(desk, id, case(desk, id)) == ()


def test_it_is_stopped_by_hand_and_by_the_next():
    desk, id = with_people()
    save_scenario(desk, id, Scenario(id="Without DIG-3", skip=("DIG-3",)))
    first = begin_comparison(desk, id, case(desk, id), Work(1000, 1000))
    second = begin_comparison(desk, id, case(desk, id), Work(1000, 1000))
    over(first)
    second.stop()
    assert len(over(second).outcomes) < 2


def test_what_cannot_be_planned_ends_with_its_reason(monkeypatch):
    def refuse(*_args, **_more):
        raise ValueError("no plan keeps the fixed starts")

    desk, id = with_people()
    monkeypatch.setattr("readiness.workspace.scenario_jobs.compare", refuse)
    assert over(begin_comparison(desk, id, case(desk, id))).trouble.startswith("no plan")
