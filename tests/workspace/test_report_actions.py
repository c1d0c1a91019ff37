"""Owner, status and fixed start of roadmap actions come back, with a decision per conflict."""

from datetime import date

import pytest

from readiness.domain.errors import InputRefused
from readiness.domain.planning import ActionEdit, Plan
from readiness.report.layout import ROADMAP
from readiness.workspace.report_back import taken
from readiness.workspace.report_fields import Key
from readiness.workspace.three_way import Choice
from tests.report.organisations import AS_OF
from tests.workspace.reporting import PLAN, book, codes, left, looked, origin, told_of, typed

OWN = "Freezer map"


def planned_action() -> str:
    """The id of an action that nobody changed."""
    ids = [str(row[2].value) for row in book()[ROADMAP].iter_rows(min_row=5) if row[2].value]
    return next(id for id in ids if id not in ("CTL-1", OWN))


def test_what_people_say_of_actions_comes_back_and_becomes_edits() -> None:
    other = planned_action()
    edits = {
        (ROADMAP, "CTL-1", "Status"): "done",
        (ROADMAP, OWN, "Owner"): "Supply chain lead",
        (ROADMAP, other, "Fixed start"): "31.01.2027",
        (ROADMAP, other, "Owner"): "Head of Quality",
    }
    back = looked(typed(edits))
    assert told_of(back) == {
        ("action:CTL-1", "status"): ("changed", "done"),
        (f"action:{OWN}", "owner"): ("new", "Supply chain lead"),
        (f"action:{other}", "owner"): ("new", "Head of Quality"),
        (f"action:{other}", "start"): ("new", "2027-01-31"),
    }
    assert codes(back) == ["RT33"]
    now = left()[0]
    new = taken(back, {}, now.assessment, now.questionnaire, AS_OF)
    assert (new.tracking, new.overrides, new.settings, new.count) == ({}, {}, None, 4)
    assert new.actions == {
        "CTL-1": PLAN.actions[0].model_copy(update={"status": "done"}),
        OWN: PLAN.actions[1].model_copy(update={"owner": "Supply chain lead"}),
        other: ActionEdit(
            id=other,
            owner="Head of Quality",
            start=date(2027, 1, 31),
            reason=f"gap report {back.report}",
        ),
    }


def test_emptied_cells_take_an_edit_back() -> None:
    edits = {(ROADMAP, "CTL-1", "Status"): None, (ROADMAP, "CTL-1", "Fixed start"): None}
    back = looked(typed(edits))
    now = left()[0]
    assert taken(back, {}, now.assessment, now.questionnaire, AS_OF).actions == {"CTL-1": None}


def test_a_conflict_is_decided_and_an_action_that_is_gone_is_not_brought_back() -> None:
    changed = PLAN.actions[0].model_copy(update={"status": "dropped"})
    now = origin(plan=Plan(actions=(changed,)))
    edits = {(ROADMAP, "CTL-1", "Status"): "done", (ROADMAP, OWN, "Status"): "done"}
    back = looked(typed(edits), now)
    conflict = Key("action:CTL-1", "status")
    assert [line.key for line in back.open_conflicts] == [conflict]
    said, content = now.assessment, now.questionnaire
    with pytest.raises(InputRefused, match="no longer in the app"):
        taken(back, {conflict: "file"}, said, content, AS_OF)
    gone = Key(f"action:{OWN}", "status")
    new = taken(back, {conflict: "file", gone: "app"}, said, content, AS_OF)
    edit = new.actions["CTL-1"]
    assert edit is not None
    assert (edit.status, list(new.actions)) == ("done", ["CTL-1"])


def test_an_action_cannot_start_without_a_day() -> None:
    edits = {
        (ROADMAP, planned_action(), "Status"): "started",
        (ROADMAP, "CTL-1", "Status"): "in progress",
    }
    with pytest.raises(InputRefused) as found:
        looked(typed(edits))
    told = {p.code: (p.column, p.expected) for p in found.value.problems}
    assert told == {
        "RT20": ("Status", "one of planned, started, done, dropped"),
        "RT51": ("Fixed start", ""),
    }


def test_a_decision_may_not_take_the_day_from_what_has_started() -> None:
    started = PLAN.actions[0].model_copy(update={"status": "done", "start": None})
    now = origin(plan=Plan(actions=(started, PLAN.actions[1])))
    edits = {(ROADMAP, "CTL-1", "Fixed start"): "2026-11-02"}
    back = looked(typed(edits), now)
    key = Key("action:CTL-1", "start")
    assert [line.key for line in back.open_conflicts] == [key]
    new = taken(back, {key: "file"}, now.assessment, now.questionnaire, AS_OF)
    edit = new.actions["CTL-1"]
    assert edit is not None
    assert (edit.status, edit.start) == ("done", date(2026, 11, 2))
    moved = PLAN.actions[0].model_copy(update={"start": date(2026, 9, 1)})
    later = origin(plan=Plan(actions=(moved, PLAN.actions[1])))
    both = {(ROADMAP, "CTL-1", "Status"): "done", (ROADMAP, "CTL-1", "Fixed start"): None}
    back = looked(typed(both), later)
    choices: dict[Key, Choice] = {key: "file", Key("action:CTL-1", "status"): "app"}
    with pytest.raises(InputRefused, match="said to have started, without the day"):
        taken(back, choices, later.assessment, later.questionnaire, AS_OF)
