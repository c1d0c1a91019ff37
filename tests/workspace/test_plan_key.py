"""The key ``plan`` of an assessment folder: what it holds, and what it refuses."""

from datetime import date
from fractions import Fraction

from readiness.workspace.folder_writing import write_assessment
from tests.workspace.folders import EXAMPLE, parse, problems

OLD = "  horizon_weeks: 52\n"
PLAN = """\
  horizon_weeks: 52
  capacity: {QA: 0.5, MFG: 1.0}
  absences: [{function: QA, from: 2027-07-05, to: 2027-07-30}]
  freeze: [{from: 2027-03-01, to: 2027-03-19}]
  added: [{function: QA, from: 2027-03-01, weeks: 0.5}]
  pivotal: 2027-09-01
  scenarios:
    - {id: "Half a person", added: [{function: QA, from: 2027-03-01, weeks: 0.5}]}
    - {id: "Later", skip: [DOC-3], pivotal_weeks: 13, weights: {P: 60, R: 20, L: 20}}
  actions:
    - {id: QMS-3, status: started, start: 2027-01-11, effort: 5, elapsed: 8, reason: "under way"}
    - {id: board, name: "A board", effort: {SC: 1}, elapsed: 2, lifts: {CTL-2: 2}, reason: "quick"}
"""


def refused(new: str) -> list[str]:
    return [f"{p.message} | {p.advice}" for p in problems(OLD, OLD + new)]


def test_the_plan_of_the_formats_is_read_and_written_back():
    said = parse(EXAMPLE.replace(OLD, PLAN))
    plan = said.plan
    assert plan.start == date(2027, 1, 4)
    assert plan.capacity == {"QA": Fraction(1, 2), "MFG": 1}
    assert plan.absences[0].function == "QA"
    assert plan.freeze[0].to == date(2027, 3, 19)
    assert (plan.added[0].weeks, plan.pivotal) == (Fraction(1, 2), date(2027, 9, 1))
    later = plan.scenarios[1]
    assert (later.skip, later.pivotal_weeks, later.weights) == (
        ("DOC-3",),
        13,
        {"P": 60, "R": 20, "L": 20},
    )
    assert [(a.id, a.status, a.effort) for a in plan.actions] == [
        ("QMS-3", "started", 5),
        ("board", "planned", {"SC": 1}),
    ]
    assert parse(write_assessment(said)) == said


def test_no_plan_is_an_empty_one():
    said = parse(EXAMPLE.replace("plan:\n  start: 2027-01-04\n" + OLD, ""))
    assert said.plan.capacity == {}
    assert "\nplan:" not in write_assessment(said)


def test_unknown_names_are_refused_with_the_nearest():
    assert "freeze" in refused("  freez: []\n")[0]
    assert refused("  capacity: {QB: 1}\n")[0].startswith("plan, capacity: there is no function QB")
    added = "[{function: QB, from: 2027-03-01, weeks: 1}]"
    assert "no function QB" in refused(f"  added: {added}\n")[0]
    assert "no function QB" in refused(f"  scenarios: [{{id: x, added: {added}}}]\n")[0]
    assert "no action CTL-9" in refused("  scenarios: [{id: x, skip: [CTL-9]}]\n")[0]
    action = '  actions: [{id: %s, reason: "so"%s}]\n'
    assert "QMS-3" in refused(action % ("QMS-33", ""))[0]
    assert "no capability CTL-9" in refused(action % ("mine", ", lifts: {CTL-9: 2}"))[0]
    assert "no function Q " in refused(action % ("QMS-3", ", effort: {Q: 2}"))[0]


def test_an_edit_that_says_too_little_is_refused():
    action = "  actions: [{id: %s}]\n"
    assert "reason" in refused(action % "QMS-3")[0]
    assert "start" in refused(action % 'QMS-3, status: started, reason: "so"')[0]
    text = refused(action % 'mine, lifts: {CTL-2: 2}, reason: "so"')[0]
    assert "needs name, effort by function and elapsed" in text
    text = refused(action % 'QMS-3, lifts: {CTL-2: 2}, reason: "so"')[0]
    assert "another id" in text
    twice = '  actions: [{id: QMS-3, reason: "a"}, {id: QMS-3, reason: "b"}]\n'
    assert "stands here 2 times" in refused(twice)[0]
    again = "  scenarios: [{id: a, skip: [QMS-3]}, {id: a, skip: [QMS-1]}]\n"
    assert "a stands here 2 times" in refused(again)[0]


def test_what_cannot_be_is_refused():
    assert "0 or more" in refused("  capacity: {QA: -1}\n")[0]
    assert "ends before" in refused("  freeze: [{from: 2027-03-19, to: 2027-03-01}]\n")[0]


def test_actions_that_wait_for_each_other_are_refused():
    own = (
        "{id: %s, name: x, effort: {QA: 1}, elapsed: 1, lifts: {CTL-2: 2}, needs: [%s], reason: so}"
    )
    both = f"  actions: [{own % ('a', 'b')}, {own % ('b', 'a')}]\n"
    assert "these wait for each other" in refused(both)[0]
    # An action of the content may wait for one of their own, beside what it needs already.
    waits = f"  actions: [{own % ('a', '')}, {{id: CTL-2, needs: [a], reason: so}}]\n"
    plan = parse(EXAMPLE.replace(OLD, OLD + waits)).plan
    assert [a.needs for a in plan.actions] == [(), ("a",)]
