"""Beside the rows: pause, end, injects in their turn, critical fails."""

from readiness.workspace.results import state
from readiness.workspace.session import Session
from tests.ui.desk import Opener, drawn, press
from tests.ui.drilled import at, started, there


def test_injects_are_read_out_in_their_turn(look: Opener, desk: Session, begun: str) -> None:
    run = started(desk, begun)
    app = look("drill", begun)
    assert "Inject · T+10 · read aloud now" in drawn(app)
    at(desk, 10, 21)
    app = press(app, "Read out")
    assert there(desk, begun, run).stamps["inject-10"].second == 621
    said = drawn(app)
    assert "Read 10:21." in said
    assert "Inject · T+25 · read aloud now" in said


def test_the_clock_stands_still_and_goes_on(look: Opener, desk: Session, begun: str) -> None:
    run = started(desk, begun)
    app = look("drill", begun)
    at(desk, 5)
    app = press(app, "Pause")
    assert "since = 0, spent = 300" in drawn(app)
    at(desk, 9)
    app = press(app, "Go on")
    assert "spent = 300" in drawn(app)
    at(desk, 10)
    assert there(desk, begun, run).run.elapsed(desk.now()) == 360  # ten minutes less four


def test_a_critical_fail_is_ticked_and_taken_back(look: Opener, desk: Session, begun: str) -> None:
    run = started(desk, begun)
    app = look("drill", begun)
    app = app.checkbox[0].check().run()
    assert len(there(desk, begun, run).failed) == 1
    app.checkbox[0].uncheck().run()
    assert there(desk, begun, run).failed == ()


def test_the_end_shows_what_came_of_it(look: Opener, desk: Session, begun: str) -> None:
    started(desk, begun)
    at(desk, 60)
    app = press(look("drill", begun), "End the hour now")
    assert not app.exception
    assert state(desk, begun).assessment.drills[0].scenario == "site_down"
    assert any(h.value == "Points by block" for h in app.header)


def test_begun_by_mistake(look: Opener, desk: Session, begun: str) -> None:
    started(desk, begun)
    app = press(look("drill", begun), "Begun by mistake")
    assert state(desk, begun).assessment.drill_runs == ()
    assert any(b.label == "Start the hour" for b in app.button)
