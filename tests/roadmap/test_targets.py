"""Targets and the three separate figures by hand (method 6)."""

from fractions import Fraction

import pytest

from readiness.domain.assessment import Override
from readiness.roadmap.targets import Targets, distance, fit_for_stage
from tests.made import questionnaire
from tests.roadmap.small import at, capability, override, small

CONTENT = small(
    capability("S", 3, 3, 3, profile="S"),
    capability("F", 3, 3, 3, profile="F"),
    capability("N", 3, 3, 3, profile="N"),
    capability("X", 3, 3, 3, profile="X"),
)


@pytest.mark.parametrize(
    ("profile", "levels"),
    [
        ("S", [3, 3, 4, 4, 5]),
        ("F", [2, 3, 3, 4, 5]),
        ("G", [2, 2, 3, 4, 5]),
        ("N", [1, 2, 3, 4, 4]),
        ("X", [1, 1, 2, 3, 4]),
    ],
)
def test_target_profiles(profile: str, levels: list[int]) -> None:
    content = questionnaire()
    assert [content.targets[profile].targets[s.id] for s in content.stages] == levels


def test_the_next_stage_of_scale_is_scale() -> None:
    content = questionnaire()
    assert content.next_stage("phase_1") == "phase_2"
    assert content.next_stage("launch") == "scale"
    assert content.next_stage("scale") == "scale"


def test_fit_with_the_share_that_rests_on_proof() -> None:
    """Phase 1 asks S 3, F 2, N 1, X 1. S at 2 does not fit; F at 2, N at 1, X at 1 do: 3 of 4.

    Of these three F is proven at 2; N's proof is 0; X is proven at 1: 2 of 3.
    """
    known = [at("S", 2, 2), at("F", 2, 2), at("N", 1), at("X", 1, 1)]
    found = fit_for_stage(known, Targets(CONTENT, ()), "phase_1")
    assert (found.value, found.count, found.of) == (Fraction(3, 4), 3, 4)
    assert found.on_proof == Fraction(2, 3)


def test_distance_is_the_sum_of_gaps_over_the_sum_of_targets_less_one() -> None:
    """Phase 2 asks S 3, F 3, N 2, X 1. Gaps of S 2, F 2, N 1, X 1: 1, 1, 1, 0; 3 of 2+2+1+0 = 5."""
    known = [at("S", 2), at("F", 2), at("N", 1), at("X", 1)]
    found = distance(known, Targets(CONTENT, ()), "phase_2")
    assert (found.value, found.count, found.of) == (Fraction(3, 5), 3, 4)
    assert (found.sum_gaps, found.sum_targets) == (3, 5)


def test_what_lies_above_its_target_fills_no_other_gap() -> None:
    known = [at("S", 5), at("F", 1)]
    assert distance(known, Targets(CONTENT, ()), "phase_2").sum_gaps == 2


def test_without_room_there_is_no_figure() -> None:
    """X at Phase 2 asks for 1: the sum of (target - 1) is 0."""
    assert distance([at("X", 1)], Targets(CONTENT, ()), "phase_2").value is None
    assert distance([], Targets(CONTENT, ()), "phase_2").value is None
    nothing = fit_for_stage([], Targets(CONTENT, ()), "phase_1")
    assert (nothing.value, nothing.on_proof) == (None, None)


def test_an_override_is_the_target_of_the_gap_at_either_horizon() -> None:
    """Today's fit keeps the content's target: the change says where to go, not where one stands."""
    targets = Targets(CONTENT, [Override.model_validate(override("F", "target", 5))])
    assert (targets.at("F", "phase_2"), targets.at("F", "launch")) == (5, 5)
    assert targets.today("F", "phase_1") == 2
    assert distance([at("F", 2)], targets, "phase_2").sum_gaps == 3
