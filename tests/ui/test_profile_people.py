"""Respondents: codes, functions, seniority; never a name."""

from readiness.workspace.results import state
from readiness.workspace.session import Session
from tests.ui.desk import Opener, choose, drawn, press


def test_somebody_is_added_by_function_and_named_by_a_code(
    look: Opener, desk: Session, begun: str
) -> None:
    app = choose(look("profile", begun), "Part", "People")
    app = press(choose(app, "Function", "QA"), "Add")
    people = state(desk, begun).assessment.respondents
    assert [(p.id, p.function) for p in people] == [("team", "TEAM"), ("r1", "QA")]
    assert "r1" in drawn(app)


def test_who_has_answers_stays(look: Opener, desk: Session, example: str) -> None:
    app = choose(look("profile", example), "Part", "People")
    remove = next(b for b in app.button if b.label == "Remove r1")
    assert remove.disabled


def test_a_new_one_is_changed_and_removed(look: Opener, desk: Session, begun: str) -> None:
    app = press(choose(look("profile", begun), "Part", "People"), "Add")
    seniority = [g for g in app.segmented_control if g.label == "Seniority"][-1]
    app = seniority.set_value("executive").run()
    assert state(desk, begun).assessment.respondents[-1].seniority == "executive"
    press(app, "Remove r1")
    assert [p.id for p in state(desk, begun).assessment.respondents] == ["team"]
