"""The question card: stored answers, reasons, consensus, and what asks before it saves."""

from readiness.ui.manner import INTERVIEW
from readiness.ui.question import WHY, key_of
from readiness.workspace.answers import answer
from readiness.workspace.results import state
from readiness.workspace.session import Session
from tests.ui.conftest import Opener, drawn
from tests.ui.desk import press


def test_keys_carry_mode_question_and_respondent() -> None:
    assert key_of("level", "CTL-1", "r5") == "level_tm_CTL-1_r5"
    assert key_of("level", "CTL-1", "r5", INTERVIEW) == "level_iv_CTL-1_r5"


def test_a_click_is_stored_at_once(open_page: Opener, bench: Session, bare: str) -> None:
    app = open_page("questions", bare, capability="CTL-1")
    radio = next(r for r in app.radio if "CTL-1" in r.label)
    radio.set_value(2).run()
    assert not app.exception
    given = state(bench, bare).assessment.responses_of["CTL-1"][0]
    assert (given.level, given.basis) == (2, None)


def test_not_knowing_on_a_visibility_capability_says_what_it_counts(
    open_page: Opener, bench: Session, bare: str
) -> None:
    who = state(bench, bare).assessment.respondents[0].id
    answer(bench, bare, "CTL-2", who, level="unknown")
    app = open_page("questions", bare, capability="CTL-2", respondent=who)
    assert any("Not knowing counts as level 1" in i.value for i in app.info)


def test_a_gate_falls_away_only_by_agreement(open_page: Opener, bench: Session, bare: str) -> None:
    who = state(bench, bare).assessment.respondents[0].id
    answer(bench, bare, "MAT-5", who, level="not_applicable")
    app = open_page("questions", bare, capability="MAT-5", respondent=who)
    agree = next(b for b in app.button if b.label == "We agree that it does not apply")
    assert agree.disabled
    assert "Open until the reason is there" in drawn(app)
    answer(bench, bare, "MAT-5", who, reason="no contractor")
    app.run()
    next(b for b in app.button if b.label == "We agree that it does not apply").click().run()
    assert state(bench, bare).assessment.consensus_of["MAT-5"].level == "not_applicable"
    assert "Agreed: it does not apply" in drawn(app)


def test_clauses_of_other_regions_stay_away(open_page: Opener, bench: Session, full: str) -> None:
    from readiness.workspace.people import set_profile

    set_profile(bench, full, "regions", ["EU"])
    app = open_page("questions", full, capability="QMS-1")
    assert "Applies from" not in drawn(app)
    app = open_page("questions", full, capability="QMS-1", **{WHY: True})
    assert "Applies from" in drawn(app)
    assert "21 CFR" not in drawn(app)


def test_a_refused_text_waits_in_its_field_with_the_reason(
    open_page: Opener, bench: Session, bare: str
) -> None:
    who = state(bench, bare).assessment.respondents[0].id
    answer(bench, bare, "CTL-1", who, level=2)
    app = open_page("questions", bare, capability="CTL-1", respondent=who)
    key = key_of("note", "CTL-1", who)
    app = app.text_input(key=key).set_value("ask ada@northgate.example").run()
    app = press(press(app, "Next"), "Answer 3")
    assert not app.warning
    app = press(app, "Previous")
    assert app.text_input(key=key).value == "ask ada@northgate.example"
    assert any("e-mail" in w.value for w in app.warning)
    app = app.text_input(key=key).set_value("ask the scheduler").run()
    assert not app.warning
    assert state(bench, bare).assessment.responses_of["CTL-1"][0].note == "ask the scheduler"


def test_what_a_browser_falls_back_on_is_the_stored_answer(
    open_page: Opener, bench: Session, bare: str
) -> None:
    """A run that is overtaken can lose the value that it sent; the first level must not stay."""
    who = state(bench, bare).assessment.respondents[0].id
    answer(bench, bare, "CTL-1", who, level="not_applicable")
    app = open_page("questions", bare, capability="CTL-1", respondent=who)
    shown = next(r for r in app.radio if r.label.startswith("Which describes you today? CTL-1"))
    assert shown.proto.default == 6
    app = press(app, "Next")
    shown = next(r for r in app.radio if r.label.startswith("Which describes"))
    assert not shown.proto.HasField("default")  # nothing was answered
    rail = next(r for r in app.radio if r.label == "Dimensions")
    assert rail.options[rail.proto.default].startswith("Scheduling")
