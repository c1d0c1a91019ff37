"""Next round, freeze, reopen: each asked for, each with its trace."""

from readiness.ui import state
from readiness.workspace.answers import answer
from readiness.workspace.results import state as load_state
from readiness.workspace.session import Session
from tests.ui.desk import Opener, choose, drawn, press


def test_freezing_asks_first_and_the_pages_say_so(look: Opener, desk: Session, begun: str) -> None:
    answer(desk, begun, "OPM-1", "team", level=2)
    app = press(look("assessments"), "Freeze…")
    assert load_state(desk, begun).loaded.frozen is None
    app = press(app, "Freeze it")
    assert not app.exception
    seal = load_state(desk, begun).loaded.frozen
    assert seal is not None
    assert seal.sha256[:12] in drawn(app)
    assert not [b for b in app.button if b.label == "Freeze…"]
    assert seal.sha256 in drawn(look("report", begun))

    app = look("questions", begun, **{state.CAPABILITY: "OPM-1"})
    assert "to read and export, never to change" in drawn(app)
    app = choose(app, "Which describes you today? OPM-1", 5)
    assert not app.exception
    assert "never changed again" in app.warning[0].value
    assert load_state(desk, begun).assessment.responses[0].level == 2


def test_no_page_fails_on_a_frozen_assessment(look: Opener, desk: Session, begun: str) -> None:
    desk.store.freeze(desk.actor, begun)
    for page in ("evidence", "result", "gaps", "report", "profile", "history"):
        app = look(page, begun)
        assert not app.exception, page


def test_the_next_round_begins_with_the_answers(look: Opener, desk: Session, begun: str) -> None:
    answer(desk, begun, "OPM-1", "team", level=2)
    app = press(look("assessments"), "Copy as the next round…")
    stays = next(m.value for m in app.markdown if "stays behind" in m.value)
    for what in ("typed figures", "quick notes", "evidence requests", "Incidents", "consensus"):
        assert what in stays
    app = press(app, "Make the next round")
    assert not app.exception
    new = app.query_params["assessment"]
    assert new != begun
    assert load_state(desk, str(new)).assessment.responses[0].level == 2


def test_a_frozen_one_is_reopened_as_a_copy(look: Opener, desk: Session, begun: str) -> None:
    desk.store.freeze(desk.actor, begun)
    app = press(look("assessments"), "Reopen as a copy")
    assert not app.exception
    made = str(app.query_params["assessment"])
    assert load_state(desk, made).loaded.frozen is None
    assert load_state(desk, begun).loaded.frozen is not None
