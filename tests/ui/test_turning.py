"""Keys and buttons: each answers or turns, and nothing goes past the ends."""

from readiness.workspace.results import state
from readiness.workspace.session import Session
from tests.ui.desk import Opener, press


def test_keys_answer_at_once(look: Opener, desk: Session, begun: str) -> None:
    app = look("questions", begun)
    for label, level in (("Answer 4", 4), ("Answer unknown", "unknown")):
        app = press(app, label)
        assert not app.exception
        assert state(desk, begun).assessment.responses[0].level == level


def test_shortcuts_are_those_that_the_page_names(look: Opener, begun: str) -> None:
    app = look("questions", begun)
    keys = {b.proto.shortcut for b in app.button if b.proto.shortcut}
    assert {"1", "2", "3", "4", "5", "u", "x", "j", "k", "o"} <= keys


def test_turning_stays_at_the_ends(look: Opener, begun: str) -> None:
    app = press(look("questions", begun), "Previous")
    assert app.query_params["capability"] == "OPM-1"
    app = press(app, "Next")
    assert app.query_params["capability"] == "OPM-2"


def test_undo_takes_the_answer_back(look: Opener, desk: Session, begun: str) -> None:
    app = press(look("questions", begun), "Answer 3")
    app = press(app, "Undo")
    assert not app.exception
    assert state(desk, begun).assessment.responses == ()
