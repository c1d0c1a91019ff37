"""One list of what was asked for: added to, changed, late ones marked."""

from datetime import date

from readiness.workspace.requests import ask_for
from readiness.workspace.results import state
from readiness.workspace.session import Session
from tests.ui.desk import Opener, choose, drawn, press


def test_something_is_asked_for_without_a_question(look: Opener, desk: Session, begun: str) -> None:
    app = look("requests", begun)
    app = (
        next(t for t in app.text_input if t.label == "What should be sent?").set_value("Map").run()
    )
    app = press(app, "Put it on the list")
    assert not app.exception
    [request] = state(desk, begun).assessment.requests
    assert (request.what, request.capability, request.respondent) == ("Map", None, None)
    assert "<strong>e1</strong>" in drawn(app)


def test_status_and_lateness_are_told_in_words(look: Opener, desk: Session, begun: str) -> None:
    ask_for(desk, begun, "<b>log</b>", capability="CTL-1", respondent="team", due=date(2026, 1, 2))
    app = look("requests", begun)
    assert "▲ 02 Jan 2026, late" in drawn(app)
    assert "&lt;b&gt;log&lt;/b&gt;" in drawn(app)
    app = choose(app, "Status", "received")
    assert state(desk, begun).assessment.requests[0].status == "received"
    assert "2026, late" not in drawn(app)
    app = press(app, "Remove e1")
    assert state(desk, begun).assessment.requests == ()
