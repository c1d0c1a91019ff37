"""The form of a consensus: nothing is recorded before all of it is there."""

from typing import Any

from streamlit.testing.v1 import AppTest

from readiness.workspace.answers import answer
from readiness.workspace.people import add_respondent
from readiness.workspace.results import state
from readiness.workspace.session import Session
from tests.ui.conftest import Opener, drawn
from tests.ui.desk import press


def apart(bench: Session, assessment: str) -> None:
    """Two people, two levels apart on OPM-1."""
    for level in (1, 3):
        who = add_respondent(bench, assessment, "QA", "lead")
        answer(bench, assessment, "OPM-1", who, level=level)


def fill(app: AppTest, level: Any, basis: str, reason: str) -> AppTest:
    app.button_group(key="consensus_level_OPM-1").set_value(level)
    app.button_group(key="consensus_basis_OPM-1").set_value(basis)
    return app.text_input(key="consensus_reason_OPM-1").set_value(reason).run()


def test_it_is_recorded_shown_and_taken_back(open_page: Opener, bench: Session, bare: str) -> None:
    apart(bench, bare)
    app = open_page("questions", bare, question_mode="compare", capability="OPM-1")
    record = next(b for b in app.button if b.label == "Record")
    assert record.disabled
    app = fill(app, 3, "document", "the memo was read")
    app = press(app, "Record")
    assert not app.exception
    (agreed,) = state(bench, bare).assessment.consensus
    assert (agreed.level, agreed.basis, agreed.by) == (3, "document", "assessor")
    assert "the memo was read" in drawn(app)
    assert len(state(bench, bare).assessment.responses_of["OPM-1"]) == 2
    app = press(app, "Take it back")
    assert state(bench, bare).assessment.consensus == ()


def test_a_reason_that_names_somebody_is_refused(
    open_page: Opener, bench: Session, bare: str
) -> None:
    apart(bench, bare)
    app = open_page("questions", bare, question_mode="compare", capability="OPM-1")
    app = press(fill(app, 3, "document", "ask jane.doe@clinic.example"), "Record")
    assert "an e-mail address" in app.error[0].value
    assert state(bench, bare).assessment.consensus == ()
    assert app.text_input(key="consensus_reason_OPM-1").value == "ask jane.doe@clinic.example"


def test_a_form_that_was_recorded_is_empty_again(
    open_page: Opener, bench: Session, bare: str
) -> None:
    apart(bench, bare)
    app = open_page("questions", bare, question_mode="compare", capability="OPM-1")
    app = press(fill(app, 3, "document", "the memo was read"), "Record")
    assert [g.value for g in app.button_group if g.label in ("Level", "Basis")] == [None, None]
    assert next(t for t in app.text_input if t.label.startswith("Reason")).value == ""
    assert next(b for b in app.button if b.label == "Record").disabled


def test_does_not_apply_needs_a_reason_and_no_basis(
    open_page: Opener, bench: Session, bare: str
) -> None:
    for _ in range(2):
        who = add_respondent(bench, bare, "QA", "lead")
        answer(bench, bare, "CTL-1", who, level="not_applicable", reason="one product")
    app = open_page("questions", bare, question_mode="compare", capability="CTL-1")
    app.button_group(key="consensus_level_CTL-1").set_value("not_applicable").run()
    assert not app.caption  # everybody says so: it stands
    app.text_input(key="consensus_reason_CTL-1").set_value("one product, one site").run()
    app = press(app, "Record")
    assert not app.exception
    (agreed,) = state(bench, bare).assessment.consensus
    assert (agreed.level, agreed.reason) == ("not_applicable", "one product, one site")
    assert "does not apply" in drawn(app)
    assert state(bench, bare).assessment.consensus_of["CTL-1"].level == "not_applicable"
    press(app, "Take it back")
    assert state(bench, bare).assessment.consensus == ()


def test_does_not_apply_against_a_level_says_that_it_does_not_stand(
    open_page: Opener, bench: Session, bare: str
) -> None:
    apart(bench, bare)
    app = open_page("questions", bare, question_mode="compare", capability="OPM-1")
    app.button_group(key="consensus_level_OPM-1").set_value("not_applicable").run()
    assert "Stands only where nobody gave a level" in app.caption[0].value
