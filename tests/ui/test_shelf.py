"""The list of assessments: one row each, in the states empty, begun, half, full, broken."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from readiness.store import AssessmentRow
from readiness.ui import shelf
from readiness.workspace import overview
from readiness.workspace.answers import answer
from readiness.workspace.assessments import create
from readiness.workspace.session import Session
from tests.ui.desk import Opener, drawn, press


def test_empty_says_what_to_bring_and_opens_the_example(look: Opener, desk: Session) -> None:
    app = look("assessments")
    assert not app.exception
    assert "What you will need" in drawn(app)
    start = next(b for b in app.button if b.label.startswith("Start"))
    assert start.proto.type == "primary"
    app = press(app, "Open the example")
    assert not app.exception
    [row] = desk.store.assessments(desk.actor)
    assert app.query_params["assessment"] == row.id


def test_names_from_outside_never_become_markup(look: Opener, begun: str) -> None:
    app = look("assessments")
    assert "<b>Bridge</b>" not in drawn(app)
    assert "Alder &lt;b&gt;Bridge&lt;/b&gt; *x*" in drawn(app)


def test_begun_half_and_full_each_have_their_way_in(
    look: Opener, desk: Session, example: str
) -> None:
    half = create(desk, "Half", "autologous", "phase_1")
    answer(desk, half, "OPM-1", "team", level=2)
    app = look("assessments")
    html = drawn(app)
    assert "Clinical, stabilised" in html
    assert "Not enough known" in html
    labels = [b.label for b in app.button]
    assert labels.count("Open") == 1
    assert labels.count("Continue") == 1
    newest = next(b for b in app.button if b.label == "Continue")
    assert newest.proto.type == "primary"
    app = newest.click().run()
    assert app.query_params["assessment"] == half


def test_find_narrows_the_list(look: Opener, desk: Session) -> None:
    for name in ("Ash", "Birch", "Cedar", "Dogwood"):
        create(desk, name, "autologous", "phase_1")
    app = look("assessments")
    find = next(t for t in app.text_input if t.label == "Find by name or client")
    app = find.input("BIRCH").run()
    assert "Birch" in drawn(app)
    assert "Cedar" not in drawn(app)
    app = next(t for t in app.text_input if t.label.startswith("Find")).input("nobody").run()
    assert any("nobody" in m.value for m in app.markdown)


def test_one_that_cannot_be_opened_stays_and_says_why(
    look: Opener, begun: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = overview.glances

    def broken(session: Session, rows: Sequence[AssessmentRow]) -> list[overview.Glance]:
        other = next(iter(session.questionnaires.values()))
        return whole(replace(session, questionnaires={"other": other}), rows)

    monkeypatch.setattr(overview, "glances", broken)
    app = look("assessments")
    assert not app.exception
    assert "Cannot be opened" in drawn(app)
    assert "Continue" not in [b.label for b in app.button]


def test_deleting_asks_first(look: Opener, desk: Session, begun: str) -> None:
    app = press(look("assessments"), "Delete…")
    assert {"Delete it", "Keep it"} <= {b.label for b in app.button}
    assert len(desk.store.assessments(desk.actor)) == 1
    press(app, "Delete it")
    assert desk.store.assessments(desk.actor) == []


def test_the_name_of_a_row_is_its_title(desk: Session, begun: str) -> None:
    [glance] = overview.glances(desk, overview.found(desk))
    assert shelf.line_name(glance) == "Alder <b>Bridge</b> *x*"
