"""Two raters, each alone: nothing is seen of the other before both are done."""

from fractions import Fraction
from typing import Any

import pytest

from readiness.domain.calibrating import Rater
from readiness.domain.errors import InputRefused
from readiness.workspace.calibrating import (
    Calibration,
    begin_again,
    calibration,
    outcome,
    rate,
)
from readiness.workspace.changes import changes
from readiness.workspace.people import set_meta, set_profile
from readiness.workspace.results import result, state
from readiness.workspace.session import Session
from tests.made import questionnaire
from tests.workspace.desk import begun

CONTENT = questionnaire()


def now(desk: Session, id: str) -> Calibration:
    return calibration(state(desk, id).assessment, CONTENT)


def score(desk: Session, id: str, rater: Rater, levels: Any) -> None:
    for question, level in zip(now(desk, id).questions, levels, strict=True):
        rate(desk, id, question.id, rater, level)


@pytest.mark.parametrize("modality", ["autologous", "allogeneic", "in_vivo"])
def test_ten_questions_for_every_modality_and_form(modality: str) -> None:
    desk, id = begun()
    set_profile(desk, id, "modality", modality)
    assert len(now(desk, id).questions) == 10
    set_meta(desk, id, "form", "short")
    assert len(now(desk, id).questions) == 10


def test_before_both_are_done_nothing_is_compared_anywhere() -> None:
    desk, id = begun()
    score(desk, id, "first", [3] * 10)
    found = now(desk, id)
    assert (found.is_done("first"), found.is_open) == (True, False)
    assert (found.pairs, found.kappa, outcome(found, CONTENT)) == ([], None, "")
    told = [c for c in changes(desk, id) if c.kind == "calibration"]
    assert len(told) == 10
    assert {c.change for c in told} == {"rated"}
    assert "by the first rater" in told[0].what


def test_then_the_ones_furthest_apart_stand_first_with_kappa() -> None:
    """First 1 1 2 2 3 3 4 4 5 5, second the same but 3 for the first: seen 4, over ten pairs.

    By chance: the sum over all hundred pairings of (a - b)^2. First: sum 30, squares 110; second:
    sum 32, squares 118. 10 * 110 + 10 * 118 - 2 * 30 * 32 = 360. 1 - 10 * 4 / 360 = 8/9.
    """
    desk, id = begun()
    first = [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]
    score(desk, id, "first", first)
    score(desk, id, "second", [3, *first[1:]])
    found = now(desk, id)
    assert found.kappa == Fraction(8, 9)
    assert found.pairs[0] == (found.questions[0].id, 1, 3)
    assert outcome(found, CONTENT).startswith("Weighted kappa 0.89 (squared distances, n = 10")
    assert CONTENT.calibration.enough in outcome(found, CONTENT)


def test_too_little_says_to_talk_the_descriptions_over() -> None:
    desk, id = begun()
    score(desk, id, "first", [1, 5] * 5)
    score(desk, id, "second", [5, 1] * 5)
    assert CONTENT.calibration.too_little in outcome(now(desk, id), CONTENT)


def test_one_level_throughout_has_no_kappa() -> None:
    desk, id = begun()
    for rater in ("first", "second"):
        score(desk, id, rater, [2] * 10)
    assert now(desk, id).kappa is None
    assert "no kappa" in outcome(now(desk, id), CONTENT)


def test_it_moves_nothing_in_the_result() -> None:
    desk, id = begun()
    before = result(desk, id)
    score(desk, id, "first", [5] * 10)
    score(desk, id, "second", [5] * 10)
    after = result(desk, id)
    assert after == before
    assert after.inputs_sha256 == before.inputs_sha256


def test_what_is_closed_stays_until_both_begin_again() -> None:
    desk, id = begun()
    score(desk, id, "first", [3] * 10)
    one = now(desk, id).questions[0].id
    with pytest.raises(InputRefused, match="done"):
        rate(desk, id, one, "first", 4)
    with pytest.raises(InputRefused, match="not rated"):
        rate(desk, id, "OPM-1", "second", 4)
    begin_again(desk, id)
    assert state(desk, id).assessment.calibration == ()
    begin_again(desk, id)
    rate(desk, id, one, "first", 4)
    assert now(desk, id).done("first") == 1
