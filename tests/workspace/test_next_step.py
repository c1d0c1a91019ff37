"""What is worth doing next, from an empty assessment to a finished one."""

from typing import Any

import pytest

from readiness.engine import assess
from readiness.workspace.next_step import NextStep, worth_doing
from tests.made import assessment, everywhere, people, questionnaire, said

CONTENT = questionnaire()
EVERY_KIND = [
    {"metric": m.id, "value": 1, "n": 5, "source": "typed"}
    | ({"level": 2} if m.interval == "ordinal" else {})
    for m in CONTENT.metrics
]
WINDOW = {"from": "2025-11-22", "to": "2026-11-22", "batches": 12}
HELD = [
    {"scenario": s.id, "held_on": "2026-10-01", "points": 60, "critical_fail": False}
    for s in CONTENT.drills.scenarios
    if s.mandatory
]


def step(**more: Any) -> NextStep:
    case = assessment(**({"respondents": people("QA", "SC")} | more))
    return worth_doing(assess(case, CONTENT, robustness=False), CONTENT, case)


def test_an_empty_one_begins_at_the_first_question() -> None:
    found = step()
    assert (found.answered, found.of) == (0, 50)
    assert (found.page, found.capability) == ("questions", "OPM-1")


def test_without_a_verdict_the_most_telling_question_comes_next() -> None:
    found = step(responses=[said("OPM-1", 2)])
    assert found.answered == 1
    assert CONTENT.capabilities[found.capability].gate


def test_an_answer_that_lacks_its_reason_is_none() -> None:
    assert step(responses=[said("OPM-1", "not_applicable")]).answered == 0


def test_what_the_form_leaves_out_is_not_counted() -> None:
    found = step(form="short", responses=everywhere(2))
    assert found.answered == found.of == len(CONTENT.short_capabilities)


@pytest.mark.parametrize(
    ("change", "page", "words"),
    [
        ({"profile": {"parties": None}}, "profile", "how many parties"),
        ({"responses": everywhere(2)[:-2]}, "questions", "two open questions"),
        ({"measurements": []}, "evidence", "add the "),
        ({"responses": [*everywhere(2), said("PRC-1", 4, "r2")]}, "questions", "answers to PRC-1"),
        ({"incidents": {}}, "profile", "incidents of the last 12 months"),
        ({"drills": HELD[:1]}, "drill", "first-hour drill"),
        ({}, "result", "read what level"),
    ],
)
def test_then_the_first_gap_in_this_order(change: dict[str, Any], page: str, words: str) -> None:
    whole = {
        "responses": everywhere(2),
        "measurements": EVERY_KIND,
        "window": WINDOW,
        "drills": HELD,
    }
    found = step(**(whole | change))
    assert words in found.text
    assert found.page == page


def test_what_was_agreed_is_not_asked_again() -> None:
    agreed = {"capability": "PRC-1", "level": 3, "reason": "seen", "by": "r1", "on": "2026-11-20"}
    found = step(
        responses=[*everywhere(2), said("PRC-1", 4, "r2")],
        measurements=EVERY_KIND,
        window=WINDOW,
        consensus=[agreed],
        drills=HELD,
    )
    assert found.page == "result"


def test_one_figure_needs_a_log_and_two_need_it() -> None:
    """All is typed but rebookings (S8), which a list of bookings alone can give."""
    typed = [m for m in EVERY_KIND if m["metric"] != "S8"]
    case = {
        "respondents": people("QA", "SC"),
        "responses": everywhere(3),
        "window": WINDOW,
        "measurements": typed,
        "drills": HELD,
    }
    assert step(**case).text.endswith(": one figure needs it")
