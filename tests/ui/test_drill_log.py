"""The decision log: Enter keeps a line with its time; what identifies somebody asks first."""

from streamlit.testing.v1 import AppTest

from readiness.workspace.session import Session
from tests.ui.desk import Opener, drawn, press
from tests.ui.drilled import at, started, there


def typed(app: AppTest, text: str) -> AppTest:
    """Type a line and press Enter."""
    return next(t for t in app.text_input if t.label == "Decision log").set_value(text).run()


def test_a_line_is_kept_with_its_time(look: Opener, desk: Session, begun: str) -> None:
    run = started(desk, begun)
    app = look("drill", begun)
    at(desk, 9, 30)
    app = typed(app, "QA stops batch 7 <b>")
    [line] = there(desk, begun, run).lines
    assert (line.second, line.text) == (570, "QA stops batch 7 <b>")
    assert "<strong>09:30</strong> QA stops batch 7 &lt;b&gt;" in drawn(app)
    assert next(t for t in app.text_input if t.label == "Decision log").value == ""


def test_what_identifies_somebody_asks_first(look: Opener, desk: Session, begun: str) -> None:
    run = started(desk, begun)
    app = typed(look("drill", begun), "ask ada@northgate.example")
    assert there(desk, begun, run).lines == ()
    assert any("e-mail" in w.value for w in app.warning)
    press(app, "It identifies nobody")
    assert len(there(desk, begun, run).lines) == 1


def test_the_last_line_is_taken_back(look: Opener, desk: Session, begun: str) -> None:
    run = started(desk, begun)
    app = typed(look("drill", begun), "first")
    app = typed(app, "second")
    press(app, "Take the last line back")
    assert [line.text for line in there(desk, begun, run).lines] == ["first"]
