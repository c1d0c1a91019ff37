"""What several voices come to, in sentences."""

from typing import Any

import pytest

from readiness.domain.questionnaire import Questionnaire
from readiness.domain.result import Agreement, CapabilityResult, Result
from readiness.engine import assess
from readiness.report.sentences import plain
from readiness.report.voices import meaning, seniority, standing
from tests.made import assessment, people, questionnaire, said


@pytest.fixture(scope="module")
def content() -> Questionnaire:
    return questionnaire()


def judged(*responses: dict[str, object], **more: Any) -> Result:
    known = {"respondents": people("SC", "QA", "EXEC"), "responses": responses} | more
    return assess(assessment(**known), questionnaire(), robustness=False)


def one(result: Result, id: str = "OPM-1") -> CapabilityResult:
    return next(c for c in result.capabilities if c.id == id)


@pytest.mark.parametrize(
    ("alpha", "word"),
    [
        (0.8, "can be relied on"),
        (0.799, "tentative"),
        (0.667, "tentative"),
        (0.41, "different organisations"),
        (0.0, "different organisations"),
        (-0.01, "more than by chance"),
    ],
)
def test_what_an_agreement_means(alpha: float, word: str, content: Questionnaire) -> None:
    assert word in meaning(Agreement(alpha=alpha, n=5, respondents=2), content)


def test_no_figure_means_nothing(content: Questionnaire) -> None:
    assert meaning(Agreement(alpha=None, n=0, respondents=1), content) == ""


def test_claimed_backing_and_evidenced_of_three(content: Questionnaire) -> None:
    """2, 3, 5: lower median 3; a document carries min(3, 4) = 3; told 5 is corroborated: 3."""
    result = judged(
        said("OPM-1", 2),
        said("OPM-1", 3, "r2", basis="document"),
        said("OPM-1", 5, "r3"),
    )
    assert plain(standing(one(result), content)) == (
        "Claimed 3 (lower median of 3) · backing 3 (best: document, Quality assurance, lead) · "
        "evidenced 3 · records not known · answers three levels apart."
    )


def test_one_voice_is_not_apart_from_itself(content: Questionnaire) -> None:
    assert plain(standing(one(judged(said("OPM-1", 4))), content)) == (
        "Claimed 4 · backing 2 (best: only told, Supply chain, lead) · evidenced 2 · "
        "records not known."
    )


def test_a_consensus_says_what_it_replaces(content: Questionnaire) -> None:
    agreed = {"capability": "OPM-1", "level": 3, "basis": "document", "reason": "paper seen"}
    result = judged(
        said("OPM-1", 2),
        said("OPM-1", 2, "r2"),
        consensus=[agreed | {"by": "assessor", "on": "2026-11-20"}],
    )
    text = plain(standing(one(result), content))
    assert text.startswith("Claimed 3 (a consensus, in place of two answers)")
    assert "backing 3 (on the consensus)" in text
    assert text.endswith("answers no level apart.")


RANKED = [
    {"id": "r1", "function": "MFG", "seniority": "floor"},
    {"id": "r2", "function": "QA", "seniority": "floor"},
    {"id": "r3", "function": "EXEC", "seniority": "executive"},
    {"id": "r4", "function": "TEAM", "seniority": "floor"},
]


def test_executives_beside_the_floor() -> None:
    """OPM-1: 4 against the lower median 1 of 1 and 3; OPM-2: 2 against 3; mean (3 - 1)/2 = 1."""
    result = judged(
        said("OPM-1", 1, "r1"),
        said("OPM-1", 3, "r2"),
        said("OPM-1", 4, "r3"),
        said("OPM-2", 3, "r1"),
        said("OPM-2", 2, "r3"),
        said("OPM-3", 1, "r4"),
        said("OPM-3", 5, "r3"),
        respondents=RANKED,
    )
    assert seniority(result) == (
        "Two questions answered by executives and by the floor: executives stand above the floor "
        "on one, below it on one, 1.00 levels above on average."
    )


def test_without_both_there_is_no_pattern() -> None:
    assert seniority(judged(said("OPM-1", 3, "r3"))) == ""
    level = [said("OPM-1", 3, "r1"), said("OPM-1", 3, "r3")]
    assert "level with it on average" in seniority(judged(*level, respondents=RANKED))
