"""Keys and buttons: each answers or turns, and nothing goes past the ends."""

from typing import Any

import pytest
from sqlalchemy import event

from readiness.engine import assess
from readiness.store import Store
from readiness.ui.manner import OPTIONS
from readiness.workspace import results
from readiness.workspace.answers import answer
from readiness.workspace.interview import asked
from readiness.workspace.people import add_respondent
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


def test_an_answer_costs_one_judgement_few_statements_and_few_widgets(
    look: Opener, desk: Session, begun: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    who = add_respondent(desk, begun, "QA", "lead")
    here = state(desk, begun)
    for capability in asked(here.assessment, here.questionnaire)[:4]:
        for person in ("team", who):
            answer(desk, begun, capability.id, person, level=2)
    judged: list[int] = []
    said: list[str] = []

    def counted(*inputs: Any, **options: Any) -> object:
        judged.append(1)
        return assess(*inputs, **options)

    app = look("questions", begun, respondent="team", capability="OPM-1")
    monkeypatch.setattr(results, "assess", counted)
    assert isinstance(desk.store, Store)
    event.listen(desk.store._engine, "before_cursor_execute", lambda *all: said.append(str(all[2])))
    app = press(app, "Answer 4")
    assert not app.exception
    assert state(desk, begun).assessment.responses_of["OPM-1"][0].level == 4
    # What stands without this answer was judged when its card was drawn.
    assert len(judged) == 1
    # Look, write (7), look at what changed (3), what undo would take back (4), the test itself (4).
    assert len(said) <= 22, said
    assert not any("FROM entry" in one and "ORDER BY" in one for one in said), "all entries read"
    shown = [*app.radio, *app.selectbox, *app.text_input, *app.checkbox, *app.get("button_group")]
    hidden = len(OPTIONS)
    assert len(shown) + len(app.button) - hidden <= 20
