"""Stretching, whole numbers and fixed starts, by hand."""

from fractions import Fraction

from readiness.domain.planning import Plan
from readiness.roadmap.plan.building import LARGEST, Built, build, duration
from tests.roadmap.plan.planned_maker import tasks, weeks

HALF = {"QA": Fraction(1, 2), "SC": Fraction(1)}
WHY = {"reason": "so"}


def built(plan=None, capacity=HALF) -> Built:
    plan = plan or {}
    return build(tasks(plan), Plan.model_validate(plan), weeks(plan), capacity)


def test_fewer_people_stretch():
    by_id = {t.id: t for t in tasks().tasks}
    # QMS-3: 4 person-weeks at half a person are 8 weeks, its least; QMS-1: 3 are 6, its least.
    assert duration(by_id["QMS-3"], HALF) == 8
    assert duration(by_id["QMS-3"], {"QA": Fraction(3, 10)}) == 14  # 4 / 0.3 = 13.3
    assert duration(by_id["QMS-3"], {"QA": Fraction(0)}) == 8


def test_demands_and_capacity_are_whole_in_the_same_unit():
    found = built()
    # QA: shares 4/8 and 3/6 of a person, half a person there: 2 units a person make all whole.
    assert found.scale["QA"] == 2
    assert found.problem.capacity["QA"] == (1,) * 52
    assert found.problem.by_id["QMS-3"].demand == {"QA": 1}
    # SC: 6/10 and 4/8 of one person: 10 units.
    assert found.scale["SC"] == 10
    assert found.problem.by_id["COI-1"].demand == {"SC": 6}
    assert found.problem.by_id["COI-2"].demand == {"SC": 5}
    assert found.problem.by_id["QMS-3"].first


def test_the_scale_is_bounded_and_what_exactly_sufficed_still_fits():
    odd = {"QA": Fraction(1_000_003, 2_000_011), "SC": Fraction(1)}
    found = built(capacity=odd)
    assert max(found.problem.capacity["QA"]) <= LARGEST
    tight = {"QA": Fraction(4_000_037, 8_000_009)}
    for activity in built(capacity=tight).problem.activities:
        assert activity.demand.get("QA", 0) <= built(capacity=tight).problem.capacity["QA"][0]


def test_who_is_not_named_is_not_limited():
    found = built(capacity={"SC": Fraction(1)})
    assert found.problem.by_id["QMS-3"].demand == {}


def test_absences_and_freezes_become_weeks():
    found = built(
        {
            "absences": [{"function": "QA", "from": "2026-11-30", "to": "2026-12-04"}],
            "freeze": [{"from": "2026-12-21", "to": "2027-01-01"}],
        }
    )
    assert found.problem.capacity["QA"][:3] == (1, 0, 1)
    assert found.problem.frozen == {4, 5}


def test_what_started_before_the_plan_has_only_its_rest_left():
    edit = {"id": "QMS-3", "status": "started", "start": "2026-11-09", **WHY}
    activity = built({"actions": [edit]}).problem.by_id["QMS-3"]
    # Two of its eight weeks are over.
    assert (activity.start, activity.weeks) == (0, 6)


def test_fixed_starts_beyond_the_people_there_are_named():
    both = [
        {"id": id, "status": "started", "start": "2026-11-23", **WHY} for id in ("QMS-3", "QMS-1")
    ]
    found = built({"actions": both})
    # Each takes the half person there is: six weeks together, then QMS-3 alone.
    assert found.overbooked == {"QA": (0, 1, 2, 3, 4, 5)}
    assert found.problem.capacity["QA"][:8] == (2, 2, 2, 2, 2, 2, 1, 1)


def test_wave_0_that_cannot_end_in_time_holds_nothing_up():
    found = built({"horizon_weeks": 7})
    assert found.too_long == ("QMS-3",)
    assert not found.problem.by_id["QMS-3"].first
    assert built({"horizon_weeks": 8}).too_long == ()


def test_a_gap_whose_action_is_done_is_closed():
    found = built({"actions": [{"id": "QMS-3", "status": "done", **WHY}]})
    assert found.closed == ("QMS-3",)
    assert [g.id for g in found.problem.goals] == ["COI-1", "COI-2", "QMS-1"]


def test_who_comes_later_is_there_from_the_first_whole_week():
    # 8 February 2027 begins week 11 of a plan that begins on 23 November 2026.
    came = [{"function": "QA", "from": "2027-02-08", "weeks": 0.5}]
    found = built({"added": came})
    assert found.problem.capacity["QA"][10:12] == (1, 2)
    # Nothing is shorter for it: QMS-3 still takes half a person for 8 weeks.
    assert found.problem.by_id["QMS-3"].weeks == 8
    went = [{"function": "QA", "from": "2027-02-08", "weeks": -2}]
    assert built({"added": went}).problem.capacity["QA"][10:12] == (1, 0)
    # Nobody at first: what comes later is what durations are stretched to.
    none = {"QA": Fraction(0), "SC": Fraction(1)}
    late = built({"added": [{"function": "QA", "from": "2027-02-08", "weeks": 0.25}]}, none)
    assert late.problem.by_id["QMS-3"].weeks == 16
    assert late.problem.ends["QMS-3"][:12] == (*(None,) * 11, 27)
    # A function that is not limited stays so.
    other = built({"added": [{"function": "RA", "from": "2027-02-08", "weeks": 1}]})
    assert set(other.problem.capacity) == {"QA", "SC"}
