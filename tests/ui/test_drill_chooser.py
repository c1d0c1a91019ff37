"""Before the hour: scenarios, the room, the start."""

from readiness.workspace.results import state
from readiness.workspace.rounds import freeze
from readiness.workspace.session import Session
from tests.ui.desk import Opener, choose, drawn, press
from tests.ui.drilled import START


def test_the_hour_begins_with_somebody_in_the_room(look: Opener, desk: Session, begun: str) -> None:
    desk.now = lambda: START
    app = look("drill", begun)
    assert [o.count("mandatory") for o in app.radio[0].options] == [1, 1, 0, 0, 0]
    assert next(b for b in app.button if b.label == "Start the hour").disabled
    app = app.radio[0].set_value("qc_lab_out").run()
    app = choose(app, "Roles in the room", ["QC", "QA"])
    assert "Not in the room, though asked: Head of operations, Supply chain" in drawn(app)
    app = choose(app, "Led by", "deputy")
    app = press(app, "Start the hour")
    assert not app.exception
    [run] = state(desk, begun).assessment.drill_runs
    assert (run.scenario, run.roles, run.led_by) == ("qc_lab_out", ("QC", "QA"), "deputy")
    assert run.started == START
    assert "rd-drill-clock" in drawn(app)


def test_a_frozen_assessment_begins_no_drill(look: Opener, desk: Session, begun: str) -> None:
    freeze(desk, begun)
    app = look("drill", begun)
    room = [one for one in app.button_group if one.label in ("Roles in the room", "Led by")]
    assert [one.proto.disabled for one in room] == [True, True]
    assert next(b for b in app.button if b.label == "Start the hour").disabled
