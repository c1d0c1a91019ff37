"""Rounds of questions: filters, what is open, what comes next."""

from readiness.domain.assessment import Response
from readiness.workspace.interview import asked, mark_of, round_of
from tests.made import assessment, people, questionnaire, said

CONTENT = questionnaire()


def test_counts_marks_and_minutes() -> None:
    base = assessment(
        respondents=people("SC"),
        responses=[
            said("CTL-1", 2),
            said("CTL-2", "unknown"),
            said("CTL-5", "not_applicable", reason="no slots"),
            said("CTL-4", "not_applicable"),
        ],
    )
    found = round_of(base, CONTENT, "r1")
    assert (len(found.questions), found.done) == (50, 3)
    assert found.marks["CTL-4"] == "open"  # the reason is missing
    assert found.minutes_left == 56  # 47 open at 1.2 minutes: 56.4


def test_a_function_sees_its_own_questions() -> None:
    base = assessment(respondents=people("SC"))
    mine = round_of(base, CONTENT, "r1", "SC").questions
    assert mine
    assert all("SC" in q.functions for q in mine)
    assert len(mine) < 50


def test_open_only_falls_back_to_all_when_nothing_is_open() -> None:
    answered = [said(c, 2) for c in CONTENT.capabilities]
    base = assessment(respondents=people("SC"), responses=answered)
    assert len(round_of(base, CONTENT, "r1", "open").questions) == 50
    assert round_of(base, CONTENT, "r1", "open").next_open("OPM-1") is None


def test_next_stays_inside_the_filter_and_open_goes_round() -> None:
    base = assessment(respondents=people("SC"), responses=[said("OPM-2", 2)])
    found = round_of(base, CONTENT, "r1")
    assert found.beside("OPM-1", 1) == "OPM-2"
    assert found.beside("OPM-1", -1) == "OPM-1"
    assert found.next_open("OPM-1") == "OPM-3"
    assert found.next_open("PPL-5") == "OPM-1"


def test_the_short_form_asks_its_own() -> None:
    base = assessment(form="short", respondents=people("SC"))
    assert {q.id for q in asked(base, CONTENT)} == CONTENT.short_capabilities


def test_an_answer_of_another_counts_nothing() -> None:
    base = assessment(respondents=people("SC", "QA"), responses=[said("CTL-1", 3, "r2")])
    assert round_of(base, CONTENT, "r1").done == 0
    assert mark_of(Response(capability="CTL-1", respondent="r2", level=3)) == "answered"
