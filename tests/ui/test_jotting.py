"""Under a question: notes, the mark, requests; each asks before it saves a name."""

from readiness.workspace.answers import answer
from readiness.workspace.jottings import add_note
from readiness.workspace.results import state
from readiness.workspace.session import Session
from tests.ui.desk import Opener, drawn, press


def test_a_quick_note_is_kept_and_becomes_an_answer(
    look: Opener, desk: Session, begun: str
) -> None:
    app = look("questions", begun, capability="CTL-1")
    field = next(t for t in app.text_input if t.label.startswith("Quick note"))
    app = field.set_value("printed each Friday").run()
    assert not app.exception
    [note] = state(desk, begun).assessment.notes
    assert (note.text, note.capability, note.respondent) == ("printed each Friday", "CTL-1", "team")
    assert next(t for t in app.text_input if t.label.startswith("Quick note")).value == ""
    turn = next(b for b in app.button if b.label == "Make this an answer")
    assert turn.disabled
    app = press(app, "Answer 2")
    app = press(app, "Make this an answer")
    said = state(desk, begun).assessment
    assert (said.responses[0].note, said.notes) == ("printed each Friday", ())


def test_a_note_that_names_somebody_asks_first(look: Opener, desk: Session, begun: str) -> None:
    app = look("questions", begun, capability="CTL-1")
    field = next(t for t in app.text_input if t.label.startswith("Quick note"))
    app = field.set_value("ask ada@northgate.example").run()
    assert state(desk, begun).assessment.notes == ()
    assert any("e-mail" in w.value for w in app.warning)
    app = press(app, "Next")
    assert not app.warning  # it belongs to its question, and is saved there or nowhere
    app = press(app, "Previous")
    field = next(t for t in app.text_input if t.label.startswith("Quick note"))
    assert field.value == "ask ada@northgate.example"  # still there, to be mended
    app = press(app, "It identifies nobody")
    assert len(state(desk, begun).assessment.notes) == 1
    assert not app.warning


def test_an_answer_is_marked_to_come_back_to(look: Opener, desk: Session, begun: str) -> None:
    app = look("questions", begun, capability="CTL-1")
    app = next(c for c in app.checkbox if c.label == "Follow up").check().run()
    assert [f.capability for f in state(desk, begun).assessment.follow_ups] == ["CTL-1"]
    assert any(b.label == "Come back to CTL-1 with team" for b in app.button)
    next(c for c in app.checkbox if c.label == "Follow up").uncheck().run()
    assert state(desk, begun).assessment.follow_ups == ()


def test_evidence_is_asked_for_where_the_question_is(
    look: Opener, desk: Session, begun: str
) -> None:
    app = press(look("questions", begun, capability="CTL-1"), "Ask for evidence")
    next(t for t in app.text_input if t.label == "Document or record").set_value("log")
    app = press(app, "Put it on the list")
    [request] = state(desk, begun).assessment.requests
    assert (request.what, request.capability, request.respondent) == ("log", "CTL-1", "team")
    assert "Evidence asked for</strong>: log (asked)" in drawn(app)


def test_nobody_sees_the_notes_of_others(look: Opener, desk: Session, begun: str) -> None:
    from readiness.workspace.people import add_respondent

    other = add_respondent(desk, begun, "QA", "lead")
    answer(desk, begun, "CTL-1", other, level=2)
    add_note(desk, begun, "said by quality", capability="CTL-1", respondent=other)
    assert "said by quality" not in drawn(look("questions", begun, capability="CTL-1"))
