"""What people change of a plan is stored, told in the history, and refused where it cannot be."""

from datetime import date
from fractions import Fraction

import pytest

from readiness.domain.errors import InputRefused
from readiness.domain.planning import Absence, ActionEdit, Added, Freeze, Plan
from readiness.workspace.changes import changes
from readiness.workspace.notes import IdentifierFound
from readiness.workspace.plan_edits import (
    away,
    begin_on,
    change_action,
    come_or_go,
    freeze,
    look_ahead,
    pivotal_on,
    restore_action,
    spare,
)
from readiness.workspace.session import Session
from tests.workspace.desk import begun


def plan(desk: Session, made: str) -> Plan:
    return desk.load(made).assessment.plan


def test_days_a_week_are_kept_as_person_weeks():
    desk, made = begun()
    spare(desk, made, "QA", Fraction("2.5"))
    spare(desk, made, "SC", Fraction(5))
    assert plan(desk, made).capacity == {"QA": Fraction(1, 2), "SC": 1}
    spare(desk, made, "QA", None)
    spare(desk, made, "SC", None)
    assert plan(desk, made).capacity == {}


def test_the_calendar_is_kept():
    desk, made = begun()
    begin_on(desk, made, date(2027, 1, 4))
    look_ahead(desk, made, 78)
    span = {"from": "2027-03-01", "to": "2027-03-19"}
    freeze(desk, made, [Freeze.model_validate(span)])
    away(desk, made, [Absence.model_validate(span | {"function": "QA"})])
    kept = plan(desk, made)
    came = {"function": "QA", "from": "2027-03-01", "weeks": "0.5"}
    come_or_go(desk, made, [Added.model_validate(came)])
    pivotal_on(desk, made, date(2027, 9, 1))
    later = plan(desk, made)
    assert (later.added[0].weeks, later.pivotal) == (Fraction(1, 2), date(2027, 9, 1))
    come_or_go(desk, made, [])
    pivotal_on(desk, made, None)
    assert (plan(desk, made).added, plan(desk, made).pivotal) == ((), None)
    assert (kept.start, kept.horizon_weeks) == (date(2027, 1, 4), 78)
    assert (kept.freeze[0].to, kept.absences[0].function) == (date(2027, 3, 19), "QA")
    freeze(desk, made, [])
    away(desk, made, [])
    begin_on(desk, made, None)
    assert plan(desk, made) == Plan(horizon_weeks=78)


def edit(**more: object) -> ActionEdit:
    return ActionEdit.model_validate({"id": "QMS-3", "reason": "agreed with the client"} | more)


def test_each_edit_of_an_action_stands_in_the_history_with_its_reason():
    desk, made = begun()
    change_action(desk, made, edit(effort=6))
    change_action(desk, made, edit(status="dropped", reason="the partner does it"))
    assert [(a.id, a.status) for a in plan(desk, made).actions] == [("QMS-3", "dropped")]
    told = [c for c in changes(desk, made) if c.kind == "action"]
    assert [c.why for c in told] == ["the partner does it", "agreed with the client"]
    assert told[0].what.startswith("Action QMS-3")
    restore_action(desk, made, "QMS-3")
    assert plan(desk, made).actions == ()


def test_an_action_of_ones_own_says_what_it_lifts():
    desk, made = begun()
    own = {"id": "board", "name": "A board", "effort": {"SC": 1}, "elapsed": 2}
    with pytest.raises(InputRefused, match="there is no action board"):
        change_action(desk, made, edit(**own))
    change_action(desk, made, edit(**own, lifts={"CTL-2": 3}))
    assert plan(desk, made).actions[0].lifts == {"CTL-2": 3}


def test_a_reason_with_an_identifier_is_asked_about():
    desk, made = begun()
    named = edit(reason="says jane.doe@clinic.example")
    with pytest.raises(IdentifierFound):
        change_action(desk, made, named)
    assert plan(desk, made).actions == ()
    change_action(desk, made, named, note_confirmed=True)
    assert plan(desk, made).actions == (named,)
