"""What comes of a drill: the points that count, the run before, actions, the next date."""

from datetime import date

import pytest

from readiness.domain.errors import InputRefused
from readiness.workspace import debriefing, drilling
from readiness.workspace.drill_plan import remove_action
from readiness.workspace.notes import IdentifierFound
from readiness.workspace.people import add_drill, remove_drill
from readiness.workspace.results import state
from tests.workspace.test_drilling import Room


def ended() -> Room:
    """A drill of one decision made, of a scenario that was typed in before."""
    room = Room()
    add_drill(room.desk, room.id, "site_down", date(2026, 9, 1), 22, True)
    room.press("decision-1", "made")
    drilling.end(room.desk, room.id, room.run)
    return room


def test_the_run_counts_until_it_is_removed() -> None:
    room = ended()
    found = debriefing.counted(room.desk, room.id, room.hour)
    assert found is not None
    assert (found.result.points, found.result.latest) == (5, True)
    remove_drill(room.desk, room.id, room.hour.run.drill)
    assert debriefing.counted(room.desk, room.id, room.hour) is None


def test_the_run_before_whether_typed_in_or_run_here() -> None:
    room = ended()
    last = debriefing.before(room.desk, room.id, room.hour)
    assert last == debriefing.Before(date(2026, 9, 1), 22, {})
    room.run = room.begin("site_down", "deputy")
    drilling.end(room.desk, room.id, room.run)
    again = debriefing.before(room.desk, room.id, room.hour)
    assert again is not None
    assert (again.points, again.blocks["C"], again.led_by) == (5, 5, "lead")


def test_the_items_of_the_run_before_keep_their_points_and_minutes() -> None:
    room = Room()
    room.press("item-1", "right")
    drilling.end(room.desk, room.id, room.run)
    room.run = room.begin("site_down", "lead")
    drilling.end(room.desk, room.id, room.run)
    last = debriefing.before(room.desk, room.id, room.hour)
    assert last is not None
    assert list(last.items) == [1]
    points, minute = last.items[1]
    assert points == 3
    assert minute is not None


def test_the_first_run_has_none_before() -> None:
    room = Room("demand_doubled")
    drilling.end(room.desk, room.id, room.run)
    assert debriefing.before(room.desk, room.id, room.hour) is None


def test_actions_come_and_go_and_ask_before_they_name_somebody() -> None:
    room = ended()
    with pytest.raises(InputRefused, match="action is empty"):
        debriefing.add_action(room.desk, room.id, room.run, " ", "QA", None)
    with pytest.raises(IdentifierFound):
        debriefing.add_action(room.desk, room.id, room.run, "mail a@b.org", "QA", None)
    for text in ("List the freezers", "Name a deputy"):
        debriefing.add_action(room.desk, room.id, room.run, text, "QA", date(2026, 12, 1))
    remove_action(room.desk, room.id, room.run, 1)
    debriefing.add_action(room.desk, room.id, room.run, "Train two more", "", None)
    kept = state(room.desk, room.id).assessment.drill_actions
    assert [(a.n, a.text) for a in kept] == [(2, "Name a deputy"), (3, "Train two more")]


def test_the_next_run_is_usually_half_a_year_later() -> None:
    room = ended()
    assert debriefing.usual_replay(room.hour) == date(2027, 5, 20)  # 20 November and six months
    debriefing.set_replay(room.desk, room.id, room.run, date(2027, 4, 1))
    assert room.hour.run.replay_on == date(2027, 4, 1)


def test_a_time_is_written_as_the_clock_shows_it() -> None:
    assert debriefing.seconds_of(" 14:11 ") == 851
    assert debriefing.seconds_of("62:05") == 3725
    for wrong in ("14", "14:75", "9.5", ""):
        with pytest.raises(InputRefused, match="no time"):
            debriefing.seconds_of(wrong)
