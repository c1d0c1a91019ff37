"""What to ask next leads to its question, whatever is filtered, and tells no witness of others."""

from readiness.workspace.answers import answer
from readiness.workspace.jottings import follow_up
from readiness.workspace.people import add_respondent
from readiness.workspace.session import Session
from tests.ui.desk import Opener, choose, press


def test_a_step_turns_to_its_question(look: Opener, desk: Session, begun: str) -> None:
    follow_up(desk, begun, "CTL-1", "team", True)
    app = choose(look("questions", begun), "Show", "RA")
    app = press(app, "Come back to CTL-1")
    assert not app.exception
    assert app.query_params["capability"] == "CTL-1"


def test_before_a_witness_nothing_is_said_of_others(
    look: Opener, desk: Session, begun: str
) -> None:
    who = add_respondent(desk, begun, "SC", "lead")
    answer(desk, begun, "CTL-1", who, level=5)
    answer(desk, begun, "CTL-1", "team", level=1)
    labels = [b.label for b in look("questions", begun).button]
    assert any("Answers lie far apart" in label for label in labels)
    app = look("questions", begun, question_mode="interview", talking_to=who)
    assert not any("far apart" in b.label or "proof" in b.label for b in app.button)
