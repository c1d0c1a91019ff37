"""The ranking as a table with bars."""

from fractions import Fraction

import pytest

from readiness.domain.gaps import Gap
from readiness.domain.questionnaire import Questionnaire
from readiness.ui.ranking import not_assessed, other_weights, ranking, with_stability


def gap(rank: int, capability: str, **changed: object) -> Gap:
    ratings = {r: {"value": 5, "content": 5, "reason": "because"} for r in "PRL"}
    base: dict[str, object] = {
        "rank": rank,
        "capability": capability,
        "final": 1,
        "target": 3,
        "gap": 2,
        "severity": Fraction(5),
        "priority": Fraction(50),
        "band": "act now",
        "act_now": False,
        "ratings": ratings,
        "wave": 4,
    }
    return Gap.model_validate(base | changed)


def test_a_dotted_rule_parts_rules_from_numbers(content: Questionnaire) -> None:
    gaps = [gap(1, "CTL-1", act_now=True), gap(2, "CTL-2"), gap(3, "CTL-3", band="next")]
    html = ranking("a1", gaps, content, {}, 12)
    assert html.count('class="rd-rule"') == 1
    assert html.index("rd-rule") < html.index("CTL-1") < html.index("CTL-2")
    assert html.count("by rule") == 1
    assert "◐ Next" in html


def test_without_rules_there_is_no_dotted_line(content: Questionnaire) -> None:
    assert "rd-rule" not in ranking("a1", [gap(1, "CTL-1")], content, {}, 12)


def test_moves_are_told_against_the_shipped_weights(content: Questionnaire) -> None:
    gaps = [gap(1, "CTL-1"), gap(2, "CTL-2"), gap(3, "CTL-3")]
    html = ranking("a1", gaps, content, {"CTL-1": 3, "CTL-2": 2, "CTL-3": 1}, 12)
    assert "▲2" in html
    assert "▼2" in html
    assert "2 places up against the shipped weights" in html


def test_only_so_many_rows_as_asked_for(content: Questionnaire) -> None:
    gaps = [gap(n, id) for n, id in enumerate(list(content.capabilities)[:20], 1)]
    assert ranking("a1", gaps, content, {}, 12).count("<tr") == 13


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"robust": "robust", "rank_low": 1, "rank_high": 2}, "robust"),
        ({"rank_low": 7, "rank_high": 10}, "7 to 10"),
        ({"rank_low": 7, "rank_high": 7}, "always 7"),
        ({}, "—"),
    ],
)
def test_other_weights_are_a_word_or_an_interval(changed: dict[str, object], said: str) -> None:
    assert other_weights(gap(1, "CTL-1", **changed)) == said


def test_stability_is_kept_when_a_slider_moves() -> None:
    known = [gap(1, "CTL-1", rank_low=1, rank_high=4, robust=None)]
    (moved,) = with_stability([gap(5, "CTL-1")], known)
    assert (moved.rank, moved.rank_low, moved.rank_high) == (5, 1, 4)


def test_an_override_stands_beside_its_rating(content: Questionnaire) -> None:
    ratings = {r: {"value": 5, "content": 5, "reason": "because"} for r in "RL"}
    changed = {"value": 3, "content": 5, "reason": "because", "override_reason": "seen <i>"}
    html = ranking("a1", [gap(1, "CTL-1", ratings={"P": changed, **ratings})], content, {}, 12)
    assert "3*" in html
    assert "content says 5: seen &lt;i&gt;" in html


def test_the_second_list_has_no_rank(content: Questionnaire) -> None:
    html = not_assessed("a1", ["CTL-1"], content)
    assert "rd-unknown" in html
    assert "Answer it" in html


def test_a_long_second_list_folds(content: Questionnaire) -> None:
    html = not_assessed("a1", list(content.capabilities), content)
    assert "<summary>38 more rows</summary>" in html
    assert html.count("Answer it") == 50
