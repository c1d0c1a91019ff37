"""The sentence under the verdict names what failed, most binding first."""

from collections.abc import Mapping
from typing import Any

import pytest

from readiness.domain.questionnaire import Questionnaire
from readiness.domain.result import Result
from readiness.engine import assess
from readiness.report.sentences import (
    drills_now,
    index_allows,
    plain,
    telling_questions,
    verdict_reason,
)
from tests.made import assessment, everywhere, people, said

GATES = 25


def judged(content: Questionnaire, levels: Mapping[str, int], **more: Any) -> Result:
    """Records for every capability at level 3, except those given."""
    responses = [
        said(str(r["capability"]), levels.get(str(r["capability"]), 3), basis="record")
        for r in everywhere(3)
    ]
    made = assessment(respondents=people("QA"), responses=responses, **more)
    return assess(made, content, robustness=False)


@pytest.fixture(scope="module")
def gates(content: Questionnaire) -> list[str]:
    return [c.id for c in content.capabilities.values() if c.gate]


def test_heroic_gates_hold_a_good_average_down(content: Questionnaire, gates: list[str]) -> None:
    # 25 gates apply to this maker: six at level 1 leave 19 of 25 = 76 %, under the 80 % of step 2.
    result = judged(content, dict.fromkeys(gates[:6], 1))
    text = plain(verdict_reason(result, content))
    assert len(gates) == GATES
    assert text.startswith("Overall level 1 of 5, whatever the average says: six gate capabilities")
    assert "are still heroic" in text
    assert text.endswith(f"The index alone would allow level {index_allows(result)}.")


def test_lifting_the_gate_changes_the_sentence(content: Questionnaire, gates: list[str]) -> None:
    before = plain(verdict_reason(judged(content, dict.fromkeys(gates[:6], 1)), content))
    after = plain(verdict_reason(judged(content, dict.fromkeys(gates[:5], 1)), content))
    assert before != after
    assert after.startswith("Overall level 2 of 5")
    assert "five gate capabilities stand below level 2." in after


def test_drills_and_parties_are_told_at_level_3(content: Questionnaire) -> None:
    # Everything at 3: the index of step 4 fails too, so that three conditions are told.
    text = plain(verdict_reason(judged(content, {}), content))
    assert text.startswith("Overall level 3 of 5: 25 gate capabilities are below level 4")
    assert "the drill demand doubled has not been held" in text


def test_too_little_known_says_how_much(content: Questionnaire) -> None:
    result = assess(assessment(), content, robustness=False)
    text = plain(verdict_reason(result, content))
    assert text.startswith("0 of 50 questions are known, a verdict needs 60 %. Provisional: ")
    assert "25 gate capabilities are not known" in text


def test_gates_are_asked_first_where_too_little_is_known(
    content: Questionnaire, gates: list[str]
) -> None:
    result = assess(assessment(), content, robustness=False)
    telling = telling_questions(result, content)
    assert len(telling) == 9
    assert set(telling) <= set(gates)


def test_a_critical_fail_is_said_with_the_points(content: Questionnaire) -> None:
    drill = {
        "scenario": "site_down",
        "held_on": "2026-09-01",
        "points": 22,
        "critical_fail": True,
    }
    result = judged(content, {}, drills=[drill])
    said_so = drills_now(result, content, ["site_down"])
    assert said_so == "the drill site down stands at 22 points with a critical fail"


def test_the_highest_level_needs_nothing(content: Questionnaire) -> None:
    five = [said(str(r["capability"]), 5, basis="record") for r in everywhere(5)]
    held = [
        {"scenario": s.id, "held_on": "2026-09-01", "points": 95}
        for s in content.drills.scenarios
        if s.mandatory
    ]
    made = assessment(respondents=people("QA"), responses=five, drills=held, profile={"parties": 1})
    result = assess(made, content, robustness=False)
    # Measurable capabilities stop at 3 without records, so that the climb ends below 5.
    assert result.level < 5
    assert "Overall level" in plain(verdict_reason(result, content))
