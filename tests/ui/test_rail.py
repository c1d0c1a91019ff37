"""The dimensions beside a question, and the questions of one."""

from readiness.workspace.answers import answer
from readiness.workspace.session import Session
from tests.ui.desk import Opener, choose


def test_the_rail_counts_what_is_done_and_turns(look: Opener, desk: Session, begun: str) -> None:
    answer(desk, begun, "OPM-1", "team", level=2)
    app = look("questions", begun)
    assert not app.exception
    rail = next(r for r in app.radio if r.label == "Dimensions")
    assert "1/6" in rail.options[0]
    app = choose(app, "Dimensions", "CTL")
    assert app.query_params["capability"] == "CTL-1"


def test_chips_show_the_state_of_each_question(look: Opener, desk: Session, begun: str) -> None:
    answer(desk, begun, "OPM-1", "team", level=2)
    answer(desk, begun, "OPM-2", "team", level="unknown")
    app = look("questions", begun)
    chips = next(g for g in app.segmented_control if g.label.startswith("Questions of"))
    assert chips.options[:3] == ["✓ OPM-1", "? OPM-2", "OPM-3"]
    app = chips.set_value("OPM-3").run()
    assert app.query_params["capability"] == "OPM-3"
