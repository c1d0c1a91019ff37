"""A new assessment: four fields, then the first question."""

from readiness.store import AssessmentStore
from readiness.workspace.session import Session
from tests.ui.desk import Opener, choose, press


def only(store: AssessmentStore, desk: Session) -> str:
    [row] = store.assessments(desk.actor)
    return row.id


def test_start_leads_to_the_first_question(look: Opener, desk: Session) -> None:
    app = look("assessments")
    app.text_input[0].input("Maker *x*")
    app = press(app, "Start with question 1")
    assert not app.exception
    said = desk.store.load(desk.actor, only(desk.store, desk)).assessment
    assert said.profile.organisation == "Maker *x*"
    assert [p.function for p in said.respondents] == ["TEAM"]
    assert app.query_params["capability"] == "OPM-1"


def test_modality_stage_and_form_are_taken(look: Opener, desk: Session) -> None:
    app = choose(look("assessments"), "What do you make?", "in_vivo")
    app = choose(app, "Where are you today?", "pivotal")
    app = choose(app, "Form", "short")
    press(app, "Start with question 1")
    said = desk.store.load(desk.actor, only(desk.store, desk)).assessment
    assert (said.profile.modality, said.profile.stage, said.form) == ("in_vivo", "pivotal", "short")


def test_an_interviewer_says_first_whom_they_talk_to(look: Opener, desk: Session) -> None:
    app = choose(look("assessments"), "How will you", "interviews")
    app = press(app, "Start with the first person")
    assert not app.exception
    assert app.session_state["question_mode"] == "interview"
    assert "Say first whom you talk to" in app.info[0].value
    assert desk.store.load(desk.actor, only(desk.store, desk)).assessment.respondents == ()
    press(app, "Talk to this person")
    [who] = desk.store.load(desk.actor, only(desk.store, desk)).assessment.respondents
    assert who.function != "TEAM"


def test_counts_follow_the_modality(look: Opener, desk: Session) -> None:
    app = look("assessments")
    full = next(r for r in app.radio if r.label == "Form").options[0]
    fewer = choose(app, "What do you make?", "in_vivo")
    assert full != next(r for r in fewer.radio if r.label == "Form").options[0]


def test_each_choice_says_at_once_what_it_changes(look: Opener) -> None:
    app = look("assessments")
    first = " ".join(c.value for c in app.caption)
    assert "50 questions are asked" in first
    assert "clauses cited" in first
    app = choose(app, "What do you make?", "in_vivo")
    app = choose(app, "Where are you today?", "launch")
    then = " ".join(c.value for c in app.caption)
    assert "CTL-5" in then
    assert then != first
