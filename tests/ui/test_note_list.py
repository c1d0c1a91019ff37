"""Notes get a question and a person; marked answers are listed."""

from readiness.workspace.jottings import add_note, follow_up
from readiness.workspace.people import add_respondent
from readiness.workspace.results import state
from readiness.workspace.session import Session
from tests.ui.desk import Opener, choose, drawn, press


def test_a_note_is_placed_and_removed(look: Opener, desk: Session, begun: str) -> None:
    add_note(desk, begun, "moved in May")
    follow_up(desk, begun, "QMS-1", "team", True)
    app = look("requests", begun)
    assert "moved in May" in drawn(app)
    assert "Deviation detection" in drawn(app)
    questions = [s for s in app.selectbox if s.label == "Question"]
    app = questions[-1].set_value("CTL-1").run()
    app = choose(app, "Who said it", "team")
    assert not app.exception
    [note] = state(desk, begun).assessment.notes
    assert (note.capability, note.respondent) == ("CTL-1", "team")
    press(app, "Remove n1")
    assert state(desk, begun).assessment.notes == ()


def test_what_waits_is_followed_to_the_person_it_is_with(
    look: Opener, desk: Session, begun: str
) -> None:
    who = add_respondent(desk, begun, "QA", "lead")
    add_note(desk, begun, "printed each Friday", capability="CTL-1", respondent=who)
    follow_up(desk, begun, "QMS-1", who, True)
    shown = drawn(look("requests", begun))
    for capability in ("CTL-1", "QMS-1"):
        assert f"capability={capability}&amp;mode=interview&amp;who={who}" in shown


def test_empty_lists_say_what_to_do(look: Opener, begun: str) -> None:
    shown = drawn(look("requests", begun))
    assert "Nothing is marked" in shown
    assert "No notes." in shown
