"""A drill of an hour in the store: nothing is lost, what is wrong is put right with a reason."""

from datetime import UTC, datetime, timedelta

import pytest

from readiness.domain.errors import InputRefused, NotFound
from readiness.workspace import drilling
from readiness.workspace.answers import history
from readiness.workspace.drilling import Hour
from readiness.workspace.notes import IdentifierFound
from readiness.workspace.people import remove_drill
from readiness.workspace.results import result, state
from readiness.workspace.session import Session
from tests.workspace.desk import begun

START = datetime(2026, 11, 20, 12, tzinfo=UTC)


class Room:
    """A drill in the room, its clock in the test's hand."""

    def __init__(self, scenario: str = "site_down", led_by: str = "lead") -> None:
        self.desk, self.id = begun()
        self.at(0)
        self.run = self.begin(scenario, led_by)

    def at(self, minutes: int, seconds: int = 0) -> None:
        """Let the clock be so many minutes after the start."""
        moment = START + timedelta(minutes=minutes, seconds=seconds)
        self.desk.now = lambda: moment

    def begin(self, scenario: str, led_by: str) -> str:
        """Start the hour."""
        roles = ("QA", "Manufacturing")
        return drilling.start(self.desk, self.id, scenario, roles, led_by)  # type: ignore[arg-type]  # as chosen

    def press(self, row: str, answer: str | None) -> None:
        """Press a button."""
        drilling.stamp(self.desk, self.id, self.run, row, answer)

    @property
    def hour(self) -> Hour:
        """As it stands in the store."""
        now = state(self.desk, self.id)
        return drilling.hour(now.assessment, now.questionnaire.drills, self.run)


def counted(desk: Session, id: str) -> dict[str, int]:
    """Points that count by scenario."""
    return {d.scenario: d.counted for d in result(desk, id).drills if d.latest}


def test_a_stamp_has_the_time_at_which_it_was_pressed() -> None:
    room = Room()
    room.at(14, 11)
    room.press("item-1", "right")
    assert room.hour.stamps["item-1"].second == 851
    room.at(15)
    room.press("item-1", None)
    assert "item-1" not in room.hour.stamps


def test_the_same_answer_from_a_second_window_keeps_the_first_time() -> None:
    room = Room()
    room.at(14, 11)
    room.press("item-1", "right")
    room.at(20)
    room.press("item-1", "right")
    drilling.read_out(room.desk, room.id, room.run, 10)
    room.at(21)
    drilling.read_out(room.desk, room.id, room.run, 10)
    times = {row: stamp.second for row, stamp in room.hour.stamps.items()}
    assert times == {"item-1": 851, "inject-10": 1200}


def test_an_inject_is_not_read_before_its_minute() -> None:
    room = Room()
    room.at(9, 59)
    with pytest.raises(InputRefused, match="not due yet"):
        drilling.read_out(room.desk, room.id, room.run, 10)
    room.at(10)
    drilling.read_out(room.desk, room.id, room.run, 10)
    assert room.hour.stamps["inject-10"].second == 600


def test_a_pause_takes_no_time() -> None:
    room = Room()
    room.at(10)
    drilling.pause(room.desk, room.id, room.run)
    assert room.hour.run.is_paused
    room.at(25)
    drilling.pause(room.desk, room.id, room.run)
    room.at(26)
    drilling.read_out(room.desk, room.id, room.run, 10)
    assert room.hour.stamps["inject-10"].second == 11 * 60  # 26 minutes less 15


def test_the_hour_becomes_a_drill_that_counts() -> None:
    room = Room()
    room.at(4)
    room.press("rubric-owner", "named")  # 4 of A
    room.press("item-5", "right")  # 3 of B
    room.at(21)
    room.press("item-1", "right")  # late: 2 of B
    room.press("decision-1", "made")  # 5 of C
    room.at(60)
    drilling.end(room.desk, room.id, room.run)
    assert counted(room.desk, room.id) == {"site_down": 14}
    [found] = result(room.desk, room.id).drills
    assert found.workings.startswith("A 4 + B 5 + C 5 + D 0 + E 0 + F 0 = 14")
    with pytest.raises(InputRefused, match="The hour is over"):
        room.press("item-2", "right")


def test_a_critical_fail_caps_the_points_and_may_be_taken_back() -> None:
    room = Room()
    for row in room.hour.rows:
        room.press(row.id, row.choices[0].id)
    drilling.critical_fail(room.desk, room.id, room.run, 1, True)
    assert len(room.hour.failed) == 1
    drilling.end(room.desk, room.id, room.run)
    assert counted(room.desk, room.id) == {"site_down": 49}
    drilling.correct(room.desk, room.id, room.run, "fail-1", None, 0, "the list was there")
    assert counted(room.desk, room.id) == {"site_down": 100}


def test_a_correction_needs_a_reason_and_moves_the_points() -> None:
    room = Room()
    room.at(31)
    room.press("item-1", "right")  # after 30:00: 1 point
    drilling.end(room.desk, room.id, room.run)
    assert counted(room.desk, room.id) == {"site_down": 1}
    with pytest.raises(InputRefused, match="needs a reason"):
        drilling.correct(room.desk, room.id, room.run, "item-1", "right", 840, " ")
    with pytest.raises(IdentifierFound):
        drilling.correct(room.desk, room.id, room.run, "item-1", "right", 840, "a@b.org said so")
    drilling.correct(room.desk, room.id, room.run, "item-1", "right", 840, "pressed too late")
    assert counted(room.desk, room.id) == {"site_down": 3}
    last = history(room.desk, room.id)[-1]
    assert last.reason == "pressed too late"
    assert room.hour.stamps["item-1"].reason == "pressed too late"


def test_of_lead_and_deputy_on_one_day_the_lower_counts() -> None:
    room = Room(led_by="lead")
    room.press("decision-1", "made")
    drilling.end(room.desk, room.id, room.run)
    room.at(120)
    room.run = room.begin("site_down", "deputy")
    room.press("decision-1", "discussed")
    drilling.end(room.desk, room.id, room.run)
    assert [d.led_by for d in state(room.desk, room.id).assessment.drills] == ["lead", "deputy"]
    assert counted(room.desk, room.id) == {"site_down": 1}


def test_one_drill_at_a_time_of_a_known_scenario_with_somebody_present() -> None:
    room = Room()
    with pytest.raises(InputRefused, match="still running"):
        room.begin("demand_doubled", "lead")
    drilling.discard(room.desk, room.id, room.run)
    with pytest.raises(InputRefused, match="no scenario fire"):
        room.begin("fire", "lead")
    with pytest.raises(InputRefused, match="Nobody is in the room"):
        drilling.start(room.desk, room.id, "site_down", (), "lead")


def test_a_run_begun_by_mistake_leaves_nothing_that_counts() -> None:
    room = Room()
    room.press("item-1", "right")
    drilling.add_line(room.desk, room.id, room.run, "QA stops the batch")
    drilling.discard(room.desk, room.id, room.run)
    said = state(room.desk, room.id).assessment
    assert (said.drill_runs, said.drill_stamps, said.drill_log) == ((), (), ())
    assert any(row.kind == "drill_stamp" for row in history(room.desk, room.id))


def test_the_log_keeps_the_time_and_asks_before_it_keeps_a_name_tag() -> None:
    room = Room()
    room.at(9, 30)
    drilling.add_line(room.desk, room.id, room.run, "QA moves the frozen bags; else courier")
    with pytest.raises(IdentifierFound):
        drilling.add_line(room.desk, room.id, room.run, "call +44 20 7946 0958 if late")
    room.at(10)
    confirmed = "call +44 20 7946 0958 if late"
    drilling.add_line(room.desk, room.id, room.run, confirmed, confirmed=True)
    assert [(line.n, line.second) for line in room.hour.lines] == [(1, 570), (2, 600)]


def test_a_row_or_button_that_is_not_there_is_refused() -> None:
    room = Room()
    with pytest.raises(NotFound):
        room.press("item-11", "right")
    with pytest.raises(InputRefused, match="no button"):
        room.press("item-1", "maybe")


def test_a_drill_removed_by_hand_does_not_come_back_with_a_correction() -> None:
    room = Room()
    drilling.end(room.desk, room.id, room.run)
    remove_drill(room.desk, room.id, room.hour.run.drill)
    drilling.correct(room.desk, room.id, room.run, "item-1", "right", 60, "forgotten")
    assert state(room.desk, room.id).assessment.drills == ()
