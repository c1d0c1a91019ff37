"""The roadmap in time: waves without people, a plan with them, and what does not fit."""

from fractions import Fraction

import pytest

from readiness.domain.evidence import Evidence
from readiness.domain.planned import RoadmapPlan
from readiness.roadmap.plan.planner import Work
from readiness.workspace.planning import Case, plan_roadmap, waves_only
from tests.roadmap.plan.planned_maker import content, maker, result

SHORT = Work(1.0, 1.0)
PEOPLE = {"QA": 0.5, "SC": 1}


def case(plan=None, levels=None) -> Case:
    plan = plan or {}
    given = {} if levels is None else {"levels": levels}
    return Case(maker(plan, **given), content(), Evidence(), result(plan, **given))


def test_without_people_the_waves_stand_back_to_back_and_say_so():
    found = plan_roadmap(case())
    assert found.status == "no people entered"
    assert [(a.id, a.start_week, a.end_week) for a in found.actions] == [
        ("QMS-3", 0, 8),
        ("COI-1", 8, 18),
        ("COI-2", 8, 16),
        ("QMS-1", 18, 24),
    ]
    # 47.5 + 25 + 22.25 + 20.25 are open, and close in weeks 8, 18, 16 and 24.
    assert [(o.week, o.priority) for o in found.burn_down] == [
        (0, 115),
        (8, Fraction(135, 2)),
        (16, Fraction(181, 4)),
        (18, Fraction(81, 4)),
        (24, 0),
    ]
    assert found == waves_only(case())


def test_with_people_the_plan_is_optimal_and_within_them():
    told: list[RoadmapPlan] = []
    found = plan_roadmap(case({"capacity": PEOPLE}), SHORT, told=told.append)
    assert found.status == "optimal"
    assert found.gap_percent == 0
    # QA: QMS-3 to 8, then QMS-1 to 14. SC: COI-1 to 10 then COI-2 to 18 gives 25 * 10 + 22.25 * 18
    # = 650.5; COI-2 first 22.25 * 8 + 25 * 18 = 628. In all 47.5 * 8 + 20.25 * 14 + 628.
    assert found.objective == found.bound == Fraction(95, 2) * 8 + Fraction(81, 4) * 14 + 628
    for function, row in found.load.items():
        there = found.capacity[function]
        assert all(used <= most for used, most in zip(row, there, strict=True))
    assert sum(found.load["QA"]) == 7
    assert told
    assert told[0].projection == ()
    assert [s.label for s in found.projection][:2] == ["Today", "After 90 days"]
    assert found.outside == ()
    assert found.add_capacity is None


def test_what_the_horizon_cannot_hold_is_named_with_the_addition():
    found = plan_roadmap(case({"capacity": {"QA": 0.5}, "horizon_weeks": 13}), SHORT)
    # Of QA one of the two fits, and wave 0 comes first.
    assert [(o.id, o.priority) for o in found.outside] == [("QMS-1", Fraction(81, 4))]
    assert found.open_priority == Fraction(81, 4)
    assert found.add_capacity is not None
    assert found.add_capacity.alone == {"QA": Fraction(1, 2)}
    assert found.remarks == ("Not limited, because no people were entered: SC.",)


def test_a_freeze_stops_all_work():
    freeze = [{"from": "2026-12-21", "to": "2027-01-01"}]
    found = plan_roadmap(case({"capacity": PEOPLE, "freeze": freeze}), SHORT)
    assert found.frozen_weeks == (4, 5)
    assert all(row[4] == row[5] == 0 for row in found.load.values())
    assert not {a.start_week for a in found.actions} & {4, 5}
    first = next(a for a in found.actions if a.id == "QMS-3")
    # Eight weeks of work, with two of rest.
    assert (first.start_week, first.end_week, first.weeks) == (0, 10, 8)


def test_nothing_to_plan_is_said():
    found = plan_roadmap(case({"capacity": PEOPLE}, levels={}))
    assert (found.status, found.actions) == ("nothing to plan", ())


def test_what_is_done_counts_in_every_projection_but_today():
    edit = {"id": "QMS-3", "status": "done", "reason": "approved"}
    found = plan_roadmap(case({"actions": [edit]}))
    # COI-1 and COI-2 begin at once and end in weeks 10 and 8, before the 90 days.
    assert [s.open_gaps for s in found.projection][:2] == [4, 1]
    assert found.burn_down[0].priority == Fraction(135, 2)


@pytest.mark.parametrize("status", ["started", "planned"])
def test_a_fixed_start_is_kept(status):
    edit = {"id": "QMS-1", "status": status, "start": "2026-12-07", "reason": "promised"}
    found = plan_roadmap(case({"capacity": PEOPLE, "actions": [edit]}), SHORT)
    fixed = next(a for a in found.actions if a.id == "QMS-1")
    assert (fixed.start_week, fixed.end_week, fixed.status) == (2, 8, status)
    # The half person is taken until week 8.
    assert next(a for a in found.actions if a.id == "QMS-3").start_week == 8


def test_a_plan_is_written_as_the_formats_say():
    text = plan_roadmap(case({"capacity": PEOPLE}), SHORT).model_dump(mode="json")
    keys = {"status", "bound", "gap_percent", "actions", "outside", "add_capacity", "projection"}
    assert keys <= text.keys()
    assert {"id", "start_week", "end_week", "wave"} <= text["actions"][0].keys()
    assert RoadmapPlan.model_validate(text).status == "optimal"
