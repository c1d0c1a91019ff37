"""A reload comes back to the mode and the person of its window; a new window to the last ones."""

from readiness.workspace.people import add_respondent
from readiness.workspace.session import Session
from tests.ui.desk import Opener, choose, drawn


def test_a_new_session_comes_back_to_the_interview(look: Opener, desk: Session, begun: str) -> None:
    executive = add_respondent(desk, begun, "EXEC", "executive")
    app = choose(look("questions", begun), "Mode", "interview")
    app = choose(app, "Whom you talk to", executive)
    here = {"assessment": begun, "mode": "interview", "who": executive}
    assert dict(app.query_params) == here | {"capability": "OPM-1"}

    app = look("questions", begun, capability="CTL-5")
    assert not app.exception
    assert next(s for s in app.selectbox if s.label == "Whom you talk to").value == executive
    assert "<strong>0 of 10</strong>" in drawn(app)
    assert dict(app.query_params) == here | {"capability": "CTL-5"}
    assert not any(b.label == "Answer 1" for b in app.button)
    # A link to a question outside the guide is followed all the same.
    app = look("questions", begun, capability="DIG-4")
    assert app.query_params["capability"] == "DIG-4"
    assert next(s for s in app.selectbox if s.label == "Show").value == "all"


def test_each_assessment_has_a_place_of_its_own(look: Opener, desk: Session, begun: str) -> None:
    add_respondent(desk, begun, "QA", "lead")
    choose(look("questions", begun), "Mode", "compare")
    app = look("questions", begun)
    assert app.session_state["question_mode"] == "compare"
    app = choose(app, "Mode", "team")
    choose(app, "Who answers", "r1")
    app = look("questions", begun)
    assert app.session_state["question_mode"] == "team"
    assert next(s for s in app.selectbox if s.label == "Who answers").value == "r1"


def test_somebody_who_has_gone_is_not_talked_to(look: Opener, desk: Session, begun: str) -> None:
    desk.store.keep_place(desk.actor, begun, {"mode": "interview", "talking_to": "r9"})
    app = look("questions", begun, capability="CTL-1")
    assert not app.exception
    assert "Say first whom you talk to" in app.info[0].value


def test_the_address_of_a_window_comes_before_what_was_left_last(
    look: Opener, desk: Session, begun: str
) -> None:
    first, second = (add_respondent(desk, begun, code, "lead") for code in ("QA", "SC"))
    for told, mode, who in (
        ({"mode": "interview", "who": first}, "interview", first),
        ({"mode": "interview"}, "interview", None),
        ({"mode": "compare", "who": first}, "compare", second),
        ({"mode": "<b>", "who": first}, "interview", second),
    ):
        desk.store.keep_place(desk.actor, begun, {"mode": "interview", "talking_to": second})
        app = look("assessments", begun).switch_page("readiness/ui/pages/questions.py")
        for name, value in told.items():
            app.query_params[name] = value
        app.run()
        assert app.session_state["question_mode"] == mode
        assert app.session_state["talking_to"] == who, told


def test_the_address_forgets_whom_one_no_longer_talks_to(
    look: Opener, desk: Session, begun: str
) -> None:
    who = add_respondent(desk, begun, "QA", "lead")
    app = choose(look("questions", begun), "Mode", "interview")
    app = choose(app, "Whom you talk to", who)
    assert app.query_params["who"] == who
    app = choose(app, "Mode", "compare")
    assert app.query_params["mode"] == "compare"
    assert "who" not in app.query_params
