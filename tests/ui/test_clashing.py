"""A clash on one answer: both values, and the choice."""

from readiness.ui import state
from readiness.workspace.answers import answer
from readiness.workspace.results import state as load_state
from readiness.workspace.session import Session
from tests.ui.desk import Opener, choose, drawn, press


def clashed(look: Opener, desk: Session, id: str):
    """The page of somebody who answers 5, unaware that the 2 became a 4."""
    answer(desk, id, "OPM-1", "team", level=2, basis="document")
    app = look("questions", id, **{state.CAPABILITY: "OPM-1"})
    answer(desk, id, "OPM-1", "team", level=4, note="<b>theirs</b>")
    return choose(app, "Which describes you today? OPM-1", 5)


def level(desk: Session, id: str) -> object:
    return load_state(desk, id).assessment.responses[0].level


def test_both_values_are_shown_and_theirs_may_stay(look: Opener, desk: Session, begun: str) -> None:
    app = clashed(look, desk, begun)
    assert not app.exception
    assert "in another window" in app.warning[0].value
    assert "level 4 · document · &lt;b&gt;theirs&lt;/b&gt;" in drawn(app)
    assert "level 5 · document" in drawn(app)
    assert level(desk, begun) == 4
    app = press(app, "Keep theirs")
    assert level(desk, begun) == 4
    assert not [b for b in app.button if b.label == "Keep theirs"]


def test_mine_may_take_its_place_as_a_change_of_its_own(
    look: Opener, desk: Session, begun: str
) -> None:
    app = press(clashed(look, desk, begun), "Put mine in its place")
    assert not app.exception
    assert level(desk, begun) == 5
    assert not [b for b in app.button if b.label == "Keep theirs"]


def test_ones_own_second_thought_is_no_clash(look: Opener, desk: Session, begun: str) -> None:
    app = look("questions", begun, **{state.CAPABILITY: "OPM-1"})
    for value in (2, 3, 1):
        app = choose(app, "Which describes you today? OPM-1", value)
        assert not app.warning
    assert level(desk, begun) == 1
