"""What to do next about a drill, on its pages."""

from datetime import date

from readiness.ui import state as looks
from readiness.workspace.debriefing import add_action, set_replay
from readiness.workspace.results import state
from readiness.workspace.session import Session
from tests.ui.desk import Opener, drawn, press
from tests.ui.test_drill_debrief import held


def test_an_action_goes_into_the_roadmap(look: Opener, desk: Session, begun: str) -> None:
    run = held(desk, begun)
    add_action(desk, begun, run, "List the freezers", "Supply chain", None)
    app = look("drill", begun, **{looks.DRILL_SHOWN: run})
    app = press(app, "Into the roadmap")
    assert not app.exception
    assert "✓ in the roadmap: SC 0.5 person-weeks" in drawn(app)
    [edit] = state(desk, begun).assessment.plan.actions
    assert (edit.name, edit.elapsed) == ("List the freezers", 2)
    assert "✓ in the roadmap" in drawn(look("gaps", begun))


def test_the_deputy_is_asked_to_lead_once(look: Opener, desk: Session, begun: str) -> None:
    run = held(desk, begun)
    app = press(look("drill", begun, **{looks.DRILL_SHOWN: run}), "Run it again with the deputy")
    assert not app.exception
    assert app.session_state["drill_led_by"] == "deputy"
    assert app.session_state["drill_scenario"] == "site_down"
    assert "Start the hour" in [b.label for b in app.button]


def test_the_next_date_is_seen_where_one_sees_what_to_do(
    look: Opener, desk: Session, begun: str
) -> None:
    run = held(desk, begun)
    set_replay(desk, begun, run, date(2027, 5, 20))
    said = "To be run again: Site down on 20 May 2027."
    assert said in drawn(look("gaps", begun))
    assert said in drawn(look("result", begun))
    captions = [c for radio in look("drill", begun).radio for c in radio.captions]
    assert any(c.endswith("again 20 May 2027") for c in captions)
