"""What an answer comes to, worked out by hand."""

from typing import Any

import pytest

from readiness.domain.questionnaire import Questionnaire
from readiness.domain.result import CapabilityResult, Result
from readiness.engine import assess
from readiness.report.answered import effect, log_says, log_shows
from readiness.report.sentences import plain
from tests.made import assessment, people, questionnaire, said

# D1 at 74 in 12 batches is 6.17 per batch: level 2 (above 4); it informs QMS-1.
LOGGED: dict[str, Any] = {
    "window": {"from": "2025-11-22", "to": "2026-11-22", "batches": 12},
    "measurements": [{"metric": "D1", "events": 74, "exposure": 12}],
}


@pytest.fixture(scope="module")
def content() -> Questionnaire:
    return questionnaire()


def judged(*responses: dict[str, object], **more: Any) -> Result:
    case = assessment(respondents=people("SC"), responses=responses, **more)
    return assess(case, questionnaire(), robustness=False)


def one(result: Result, id: str) -> CapabilityResult:
    return next(c for c in result.capabilities if c.id == id)


def test_the_effect_of_an_answer_on_its_dimension(content: Questionnaire) -> None:
    """OPM-1 told 4 counts 2; with OPM-2 at 1: (2 + 1)/2 = 1.50, without it 1.00."""
    other = said("OPM-2", 1)
    after, before = judged(said("OPM-1", 4), other), judged(other)
    assert plain(effect(one(after, "OPM-1"), after, before, content)) == (
        "Counts as 2 of the 4 claimed · Operating model 1.50, 1.00 without this answer · index 1.50"
    )


def test_an_answer_that_scores_nothing_says_so(content: Questionnaire) -> None:
    other = said("OPM-2", 1)
    after, before = judged(said("OPM-1", "unknown"), other), judged(other)
    text = plain(effect(one(after, "OPM-1"), after, before, content))
    assert text == "Not scored yet · Operating model 1.00, unmoved by this answer · index 1.00"


def test_the_records_speak_with_their_distance(content: Questionnaire) -> None:
    result = judged(said("QMS-1", 4, basis="record"), **LOGGED)
    text = plain(log_says(one(result, "QMS-1"), result, content))
    assert text.startswith("Your typed figures say level 2, people say 4: two levels apart. ")
    assert "6.17" in text
    assert text.endswith("(D1).")


def test_one_level_apart_is_not_worth_a_word(content: Questionnaire) -> None:
    result = judged(said("QMS-1", 3), **LOGGED)
    assert "apart" not in plain(log_says(one(result, "QMS-1"), result, content))


def test_somebody_who_looks_on_sees_figures_and_no_level(content: Questionnaire) -> None:
    result = judged(said("QMS-1", 4), **LOGGED)
    text = plain(log_shows(one(result, "QMS-1"), result, content))
    assert text.startswith("Your typed figures show: ")
    assert "level" not in text


def test_a_figure_that_is_a_level_is_named_alone(content: Questionnaire) -> None:
    """S6 is counted as a level; it informs CTL-1."""
    typed = [{"metric": "S6", "level": 1, "source": "scan"}]
    result = judged(said("CTL-1", 4), window=LOGGED["window"], measurements=typed)
    told = plain(log_shows(one(result, "CTL-1"), result, content))
    assert "level" not in told
    assert told.endswith("(S6).")
    assert "level 1 (S6)" in plain(log_says(one(result, "CTL-1"), result, content))


def test_where_no_record_speaks_nothing_is_said(content: Questionnaire) -> None:
    result = judged(said("QMS-1", 4))
    assert log_says(one(result, "QMS-1"), result, content) == ()
    assert log_shows(one(result, "QMS-1"), result, content) == ()
