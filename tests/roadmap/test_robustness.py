"""Robustness against areas of the simplex that one can compute (method 7)."""

from fractions import Fraction
from math import sqrt
from typing import Any

import numpy as np
import pytest

from readiness.roadmap.gaps import Open, ranked_gaps
from readiness.roadmap.priority import Alarm
from readiness.roadmap.robustness import rank_counts, weightings
from tests.made import questionnaire
from tests.roadmap.small import at, capability, ranking, small

RULES = questionnaire().priority
FREE, ORDERED = weightings(RULES.draws, RULES.seed)


def error(share: float) -> float:
    """Four standard errors of a share over the draws."""
    return 4 * sqrt(share * (1 - share) / RULES.draws)


def first(weights: Any, one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    """How often the first gap stands before the second, both one level."""
    table = np.array([one, other], dtype=float)
    counts = rank_counts(np.ones(2), table, weights)
    assert counts.sum(axis=0).tolist() == counts.sum(axis=1).tolist() == [RULES.draws] * 2
    return float(counts[0, 0]) / RULES.draws


def test_weights_lie_on_the_simplex_and_the_second_set_is_ordered() -> None:
    for weights in (FREE, ORDERED):
        assert weights.shape == (10_000, 3)
        assert np.allclose(weights.sum(axis=1), 1)
        assert (weights >= 0).all()
    assert (np.diff(ORDERED, axis=1) <= 0).all()
    # Uniform: each weight has mean 1/3 and variance 1/18.
    assert np.allclose(FREE.mean(axis=0), 1 / 3, atol=4 * sqrt(1 / 18 / RULES.draws))
    # The largest, middle and smallest of three uniform parts: 11/18, 5/18 and 2/18.
    assert np.allclose(ORDERED.mean(axis=0), [11 / 18, 5 / 18, 2 / 18], atol=0.01)


@pytest.mark.parametrize(
    ("one", "other", "free", "ordered"),
    [
        # 5P + R + L against P + 5R + L: first where P > R. Half; always where P >= R.
        ((5, 1, 1), (1, 5, 1), 1 / 2, 1.0),
        # 5P + R + L = 1 + 4P against 3: first where P > 1/2, a corner of (1/2)^2.
        # Some weight is above 1/2 in three such corners: 3/4 of the ordered draws.
        ((5, 1, 1), (3, 3, 3), 1 / 4, 3 / 4),
        # 1 + 4L against 2: first where L > 1/4, a corner of (3/4)^2. The smallest of three parts is
        # above 1/4 in the inner triangle of (1 - 3/4)^2 = 1/16.
        ((1, 1, 5), (2, 2, 2), 9 / 16, 1 / 16),
        # 5P + R + L - (3P + 2R + 3L) = 4P + R - 2. Its complement in the plane of P and R:
        # R from 0 to 2/3 of (2 - R)/4 = 5/18, from 2/3 to 1 of 1 - R = 1/18; 1/3 of the area 1/2.
        ((5, 1, 1), (3, 2, 3), 1 / 3, None),
    ],
)
def test_share_of_weightings_is_an_area(
    one: tuple[int, int, int], other: tuple[int, int, int], free: float, ordered: float | None
) -> None:
    assert first(FREE, one, other) == pytest.approx(free, abs=error(free))
    if ordered is not None:
        assert first(ORDERED, one, other) == pytest.approx(ordered, abs=error(ordered) + 1e-12)


def test_equal_priorities_keep_the_order_given() -> None:
    """Gap 2 of (1, 1, 1) and gap 1 of (2, 2, 2) tie under every weighting."""
    counts = rank_counts(np.array([2.0, 1.0]), np.array([[1.0] * 3, [2.0] * 3]), FREE)
    assert counts.tolist() == [[10_000, 0], [0, 10_000]]


def test_counts_equal_a_plain_sort() -> None:
    """Against a stable sort of rounded priorities, weighting by weighting."""
    draw = np.random.default_rng(3)
    gaps, ratings = (
        draw.integers(1, 4, 12).astype(float),
        draw.integers(1, 6, (12, 3)).astype(float),
    )
    few = FREE[:200]
    plain = np.zeros((12, 12), dtype=int)
    for weights in few:
        points = [
            round(100 * g / 4 * float(weights @ r) / 5, 6)
            for g, r in zip(gaps, ratings, strict=True)
        ]
        for rank, gap in enumerate(sorted(range(12), key=lambda n: -points[n])):
            plain[gap, rank] += 1
    assert rank_counts(gaps, ratings, few).tolist() == plain.tolist()


def ranked(*capabilities: dict[str, Any], alarms: Any = ()) -> dict[str, Any]:
    """Their gaps to Phase 2 from level 2, with the weightings."""
    found = ranking(small(*capabilities), *alarms)
    known = [at(c["id"], 2) for c in capabilities]
    return {g.capability: g for g in ranked_gaps(found, known, "phase_2")}


def test_few_gaps_are_always_among_the_first_five() -> None:
    found = ranked(capability("A", 5, 1, 1), capability("B", 3, 3, 3))
    assert {(g.in_first_5, g.robust) for g in found.values()} == {(1.0, "robust")}
    # B first in three of four weightings: mean rank of B 5/4, of A 7/4.
    assert found["A"].mean_rank == pytest.approx(7 / 4, abs=error(1 / 4))
    assert (found["A"].rank_low, found["A"].rank_high) == (1, 2)
    assert found["A"].mean_rank_ordered == pytest.approx(5 / 4, abs=error(1 / 4))


def test_labels() -> None:
    """Nine gaps of (5, 5, 5) lead under every weighting; the tenth place is open.

    A (5, 1, 1) leads B (3, 2, 3) by the shipped weights, 2.80 to 2.70, yet under a third of the
    weightings only: in the first ten one time in three, ranked there: uncertain. B, eleventh, is
    there two times in three and labelled nothing. In the first five: the first five of nine equals.
    """
    strong = [capability(f"S{n}", 5, 5, 5) for n in range(9)]
    found = ranked(*strong, capability("A", 5, 1, 1), capability("B", 3, 2, 3))
    assert [found[f"S{n}"].robust for n in range(9)] == ["robust"] * 5 + [None] * 4
    assert (found["A"].rank, found["A"].robust) == (10, "rank uncertain")
    assert found["A"].in_first_10 == pytest.approx(1 / 3, abs=error(1 / 3))
    assert (found["B"].rank, found["B"].robust) == (11, None)
    assert found["B"].in_first_10 == pytest.approx(2 / 3, abs=error(2 / 3))


def test_by_rule_is_fixed_in_both_runs_and_ranked_by_its_number() -> None:
    found = ranked(
        capability("A", 1, 1, 1),
        *[capability(f"S{n}", 5, 5, 5) for n in range(5)],
        alarms=[Alarm("A", "custody gap")],
    )
    first_gap = found["A"]
    assert (first_gap.rank, first_gap.robust, first_gap.robust_ordered) == (
        1,
        *["fixed by rule"] * 2,
    )
    assert (first_gap.in_first_5, first_gap.mean_rank) == (0.0, 6.0)


def test_a_share_on_the_threshold_counts() -> None:
    """Exactly 9,500 of 10,000 is at least 95 %, though the float 0.95 is below 19/20."""
    from readiness.roadmap import robustness

    assert Fraction(0.95) < Fraction(19, 20)
    counts = np.zeros(6, dtype=np.int64)
    counts[0], counts[5] = 9_500, 500
    assert robustness._row(counts, 1, False, RULES)["robust"] == "robust"
    counts[0], counts[5] = 9_499, 501
    assert robustness._row(counts, 1, False, RULES)["robust"] is None


def test_no_gaps_no_shares() -> None:
    from readiness.roadmap.robustness import stability

    nothing: list[Open] = []
    assert stability(nothing, {}, RULES) == []
