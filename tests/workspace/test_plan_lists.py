"""The lists beside a plan come from the same result as the plan."""

from datetime import date

from readiness.workspace.plan_lists import with_lists
from readiness.workspace.planning import waves_only
from tests.workspace.test_planning import case

LOW = {"QMS-3": 1, "COI-1": 2, "PRC-4": 1}


def test_a_plan_has_its_lists():
    # PRC-4 takes 40 weeks and ends in autumn 2027.
    given = case({"pivotal": "2027-06-01"}, LOW)
    found = waves_only(given)
    assert found.pivotal == date(2027, 6, 1)
    assert [r.id for r in found.reopened] == ["PRC-4"]
    gaps = given.result.gaps.next_stage
    assert [(s.id, s.impact, s.lock_in) for s in found.stakes] == [
        (g.capability, g.ratings["P"].value, g.ratings["L"].value) for g in gaps
    ]
    early = [f.capability for f in given.result.findings if f.kind == "ahead_of_need"]
    # All that stands at 5 with little lock-in was done before its time.
    assert early
    assert [e.id for e in found.ahead_of_need] == early
    assert all(c.before == date(2027, 6, 1) for c in found.cheap_now)


def test_what_is_done_or_dropped_is_not_told_as_cheap():
    for status in ("done", "dropped"):
        edit = {"id": "COI-1", "status": status, "reason": "so"}
        given = case({"actions": [edit]}, LOW)
        plan = with_lists(waves_only(given), given.assessment, given.questionnaire, given.result)
        assert "COI-1" not in [c.id for c in plan.cheap_now]
    assert "COI-1" in [c.id for c in waves_only(case({}, LOW)).cheap_now]
