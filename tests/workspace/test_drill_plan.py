"""What follows from a drill stands in the roadmap, and each scenario has its next date."""

from datetime import date
from fractions import Fraction

import pytest

from readiness.domain.errors import InputRefused, NotFound
from readiness.workspace import debriefing, drilling
from readiness.workspace.drill_plan import (
    function_of,
    into_roadmap,
    planned,
    remove_action,
    replays,
)
from readiness.workspace.people import set_meta
from readiness.workspace.results import state
from tests.made import questionnaire
from tests.workspace.test_drilling import Room


def ended() -> Room:
    """An hour after which one action was written down."""
    room = Room()
    drilling.end(room.desk, room.id, room.run)
    debriefing.add_action(room.desk, room.id, room.run, "List the freezers", "QC", None)
    return room


@pytest.mark.parametrize(
    ("role", "function"),
    [("QA", "QA"), ("Supply chain", "SC"), ("MSAT", "MSAT"), ("Clinical liaison", None)],
)
def test_a_role_of_the_drill_has_its_function(role: str, function: str | None) -> None:
    assert function_of(role, questionnaire()) == function


def test_an_action_of_a_drill_is_planned_with_people_and_weeks() -> None:
    room = ended()
    into_roadmap(room.desk, room.id, room.run, 1, "QC", Fraction(3, 2), 4)
    said = state(room.desk, room.id).assessment
    edit = planned(said, said.drill_actions[0])
    assert edit is not None
    assert (edit.name, edit.owner, edit.effort, edit.elapsed) == (
        "List the freezers",
        "QC",
        {"QC": Fraction(3, 2)},
        4,
    )
    assert edit.lifts == {"PPL-4": 1}  # nothing was answered: it claims no level
    with pytest.raises(InputRefused, match="no function"):
        into_roadmap(room.desk, room.id, room.run, 1, "XX", Fraction(1), 1)
    with pytest.raises(NotFound):
        into_roadmap(room.desk, room.id, room.run, 9, "QC", Fraction(1), 1)


def test_who_takes_the_action_away_takes_it_out_of_the_roadmap() -> None:
    room = ended()
    into_roadmap(room.desk, room.id, room.run, 1, "QC", Fraction(1), 1)
    remove_action(room.desk, room.id, room.run, 1)
    said = state(room.desk, room.id).assessment
    assert (said.drill_actions, said.plan.actions) == ((), ())


def test_the_next_date_is_that_of_the_last_hour_of_a_scenario() -> None:
    room = ended()
    assert replays(state(room.desk, room.id).assessment) == ()
    debriefing.set_replay(room.desk, room.id, room.run, date(2027, 5, 20))
    set_meta(room.desk, room.id, "as_of", "2027-05-20")
    (found,) = replays(state(room.desk, room.id).assessment)
    assert (found.scenario, found.day, found.is_overdue) == ("site_down", date(2027, 5, 20), False)
    set_meta(room.desk, room.id, "as_of", "2027-05-21")
    assert replays(state(room.desk, room.id).assessment)[0].is_overdue
    room.run = room.begin("site_down", "deputy")
    assert replays(state(room.desk, room.id).assessment) == ()  # it is being run again
