"""Rounds of questions: filters, what is open, what comes next."""

from datetime import UTC, datetime, timedelta
from fractions import Fraction

import pytest

from readiness.domain.assessment import Response
from readiness.store import EntryKey, EntryStamp, Loaded
from readiness.workspace.interview import MINE, asked, mark_of, own_pace, round_of
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
    assert found.minutes_left == 57  # 47 open at 1.2 minutes: 56.4


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


def test_a_question_outside_the_filter_leads_to_its_first() -> None:
    base = assessment(respondents=people("SC"))
    found = round_of(base, CONTENT, "r1", "QC")
    assert "OPM-1" not in {q.id for q in found.questions}
    assert found.beside("OPM-1", 1) == found.questions[0].id == "OPM-3"


def test_an_interview_follows_the_guide_of_the_function() -> None:
    base = assessment(respondents=people("EXEC"))
    found = [q.id for q in round_of(base, CONTENT, "r1", MINE, talking=True).questions]
    # Scheduling, operating model, materials, people: as the guide for EXEC says.
    assert found[:2] == ["CTL-4", "CTL-5"]
    assert found[2:6] == ["OPM-1", "OPM-3", "OPM-4", "OPM-5"]
    assert found[6:] == ["MAT-5", "PPL-1", "PPL-4", "PPL-5"]


def test_unbacked_is_what_says_more_than_its_basis_carries() -> None:
    # A statement carries 2, a document 4, a record 5 (method 2).
    responses = [
        said("OPM-1", 3),
        said("OPM-2", 2, basis="statement"),
        said("OPM-3", 5, basis="document"),
        said("OPM-4", 4, basis="document"),
        said("OPM-5", 5, basis="record"),
        said("OPM-6", "unknown"),
    ]
    base = assessment(respondents=people("SC"), responses=responses)
    found = round_of(base, CONTENT, "r1", "unbacked")
    assert [q.id for q in found.questions] == ["OPM-1", "OPM-3"]


def test_disputed_is_two_levels_apart_until_a_consensus() -> None:
    responses = [
        *(said("CTL-1", level, who) for level, who in ((1, "r1"), (3, "r2"))),
        *(said("CTL-2", level, who) for level, who in ((2, "r1"), (3, "r2"))),
        *(said("CTL-3", level, who) for level, who in ((1, "r1"), (5, "r2"))),
    ]
    agreed = {"capability": "CTL-3", "level": 3, "reason": "seen", "by": "a", "on": "2026-11-20"}
    base = assessment(respondents=people("SC", "QA"), responses=responses, consensus=[agreed])
    assert [q.id for q in round_of(base, CONTENT, "r1", "disputed").questions] == ["CTL-1"]


def test_an_empty_filter_shows_all_and_says_so() -> None:
    base = assessment(respondents=people("SC"))
    found = round_of(base, CONTENT, "r1", "disputed")
    assert found.is_empty
    assert len(found.questions) == 50
    assert not round_of(base, CONTENT, "r1", "open").is_empty


@pytest.mark.parametrize(
    ("seconds", "minutes"),
    [
        ([0, 30, 120, 180], Fraction(6, 5)),  # four answers: the content's 1.2
        ([0, 30, 120, 180, 3780], Fraction(75, 60)),  # gaps 30, 90, 60, 3600: median 75 s
        ([0, 0, 0, 0, 0, 0], Fraction(6, 5)),  # imported at one instant
    ],
)
def test_the_pace_is_ones_own_from_five_answers_on(seconds: list[int], minutes: Fraction) -> None:
    base = assessment(respondents=people("SC"))
    began = datetime(2026, 11, 22, 9, tzinfo=UTC)
    entries = {
        EntryKey("response", f"{id}|r1"): EntryStamp(1, "me", began + timedelta(seconds=after))
        for id, after in zip(CONTENT.capabilities, seconds, strict=False)
    }
    entries[EntryKey("response", "CTL-1|r11")] = EntryStamp(1, "me", began + timedelta(hours=9))
    loaded = Loaded(base, 1, 1, began, entries)
    assert own_pace(loaded, CONTENT, "r1") == minutes
