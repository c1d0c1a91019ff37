"""The clock starts, stops and is planned; the browser is told the stored start."""

from readiness.workspace.people import add_respondent
from readiness.workspace.results import state
from readiness.workspace.session import Session
from tests.ui.desk import Opener, drawn, press


def test_start_plan_and_stop_are_stored(look: Opener, desk: Session, begun: str) -> None:
    who = add_respondent(desk, begun, "QA", "lead")
    talking = {"question_mode": "interview", "talking_to": who}
    app = look("questions", begun, **talking, time_planned=True)
    minutes = next(n for n in app.number_input if n.label == "Minutes planned")
    assert minutes.value == 55
    app = minutes.set_value(40).run()
    app = press(app, "Start")
    assert not app.exception
    [sitting] = state(desk, begun).assessment.sittings
    assert (sitting.respondent, sitting.planned_minutes) == (who, 40)
    assert sitting.started is not None
    face = drawn(app)
    assert f"const start = {int(sitting.started.timestamp() * 1000)}, spent = 0" in face
    assert "</b> of 40 min" in face
    app = press(app, "Stop")
    assert state(desk, begun).assessment.sittings[0].started is None


def test_a_team_has_no_clock(look: Opener, begun: str) -> None:
    assert 'role="timer"' not in drawn(look("questions", begun))
