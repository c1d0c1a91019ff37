"""Erasing is asked for with who and why, and shows what it did."""

from streamlit.testing.v1 import AppTest

from readiness.store import holdings
from readiness.ui.erasing import WHOLE
from readiness.ui.state import TROUBLE
from readiness.workspace.answers import answer
from readiness.workspace.people import add_respondent
from readiness.workspace.results import state
from readiness.workspace.session import Session
from tests.ui.desk import Opener, drawn, press


def test_one_respondent_then_everything(look: Opener, desk: Session, begun: str) -> None:
    code = add_respondent(desk, begun, "QA", "lead")
    answer(desk, begun, "OPM-1", code, level=2)
    answer(desk, begun, "OPM-1", "team", level=3)
    app = asked(look("assessments"), code, sure=False)
    assert "Tick that you know" in app.session_state[TROUBLE]
    assert len(state(desk, begun).assessment.responses) == 2
    app = asked(look("assessments"), code)
    assert "2 entries" in app.success[0].value
    said = state(desk, begun).assessment
    assert [r.respondent for r in said.responses] == ["team"]
    history = drawn(look("history", begun))
    assert "Erased on request" in history
    assert "asked for by the respondent" in history
    assert "Content erased" in history

    asked(look("assessments"), WHOLE)
    assert desk.store.assessments(desk.actor) == []
    [left] = holdings(desk.settings.store_url)
    assert left.title == "Erased on request"


def asked(app: AppTest, what: str, *, sure: bool = True) -> AppTest:
    """The dialog opened, filled in and sent."""
    app = press(app, "Erase on request…")
    next(s for s in app.selectbox if s.label == "What").set_value(what)
    next(t for t in app.text_input if t.label == "Who asked for it").input("the respondent")
    next(t for t in app.text_input if t.label == "Why").input("wishes it")
    if sure:
        next(c for c in app.checkbox if "no way back" in c.label).check()
    return next(b for b in app.button if b.label == "Erase").click().run()
