"""Whom one talks to, and which questions are shown."""

from readiness.workspace.people import add_respondent
from readiness.workspace.results import state
from readiness.workspace.session import Session
from tests.ui.desk import Opener, choose, drawn, press


def test_somebody_new_gets_a_code_and_their_guide(look: Opener, desk: Session, begun: str) -> None:
    app = look("questions", begun, question_mode="interview")
    app = choose(app, "Function", "EXEC")
    app = choose(app, "Seniority", "executive")
    app = press(app, "Talk to this person")
    assert not app.exception
    new = state(desk, begun).assessment.respondents[-1]
    assert (new.id, new.function, new.seniority) == ("r1", "EXEC", "executive")
    assert "<strong>0 of 10</strong>" in drawn(app)
    assert "Begin with:" in drawn(app)
    assert app.query_params["capability"] == "CTL-4"


def test_another_respondent_keeps_the_question(look: Opener, desk: Session, begun: str) -> None:
    quality = add_respondent(desk, begun, "QA", "lead")
    executive = add_respondent(desk, begun, "EXEC", "executive")
    app = look("questions", begun, question_mode="interview", capability="DIG-4")
    assert app.query_params["capability"] == "DIG-4"
    app = choose(app, "Whom you talk to", quality)
    app = choose(app, "Whom you talk to", executive)
    # Nobody asks an executive for audit trails: the guide gives way, the question stays.
    assert app.query_params["capability"] == "DIG-4"
    assert next(s for s in app.selectbox if s.label == "Show").value == "all"


def test_the_team_is_nobody_to_interview(look: Opener, begun: str) -> None:
    app = look("questions", begun, question_mode="interview")
    who = next(s for s in app.selectbox if s.label == "Whom you talk to")
    assert who.options == ["Somebody new …"]


def test_a_filter_without_questions_says_that_all_are_shown(look: Opener, begun: str) -> None:
    app = choose(look("questions", begun), "Show", "disputed")
    assert "No answers lie two levels apart: all questions are shown instead." in drawn(app)
    assert "<strong>0 of 50</strong>" in drawn(app)


def test_an_interview_does_not_offer_where_others_differ(
    look: Opener, desk: Session, begun: str
) -> None:
    quality = add_respondent(desk, begun, "QA", "lead")
    app = look("questions", begun, question_mode="interview")
    app = choose(app, "Whom you talk to", quality)
    shown = next(s for s in app.selectbox if s.label == "Show").options
    assert not [o for o in shown if o.startswith("Disputed")]
    assert "Unanswered" in shown


def test_the_first_one_begins_inside_their_guide(look: Opener, desk: Session, begun: str) -> None:
    executive = add_respondent(desk, begun, "EXEC", "executive")
    app = look("questions", begun, question_mode="interview", capability="DIG-4")
    app = choose(app, "Whom you talk to", executive)
    assert next(s for s in app.selectbox if s.label == "Show").value == "mine"
    assert app.query_params["capability"] == "CTL-4"
