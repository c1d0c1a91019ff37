"""Statistics against textbook values, scipy's own tests, and resampling done the long way."""

from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from readiness.metrics.statistics import (
    binomial_p,
    bootstrap_mean,
    bootstrap_median,
    bootstrap_shares,
    concentration,
    dispersion,
    fisher_p,
    order_interval,
    percentile_interval,
    quantile,
    top_two,
)

HALF = Fraction(1, 2)


def whole(*values: int) -> list[Fraction]:
    return [Fraction(value) for value in values]


def test_quantiles_lie_between_ranks_in_proportion() -> None:
    assert quantile(whole(3, 1, 2), HALF) == 2
    assert quantile(whole(4, 1, 2, 3), HALF) == Fraction(5, 2)
    # position 3 * 0.9 = 2.7 from 0: 3 + 0.7 * (10 - 3)
    assert quantile(whole(1, 2, 3, 10), Fraction(9, 10)) == Fraction("7.9")
    assert quantile(whole(5), Fraction(9, 10)) == 5
    with pytest.raises(ValueError, match="at least one"):
        quantile([], HALF)


@given(st.lists(st.integers(0, 50), min_size=1, max_size=40), st.integers(0, 20))
def test_quantiles_are_those_of_numpy(values: list[int], twentieths: int) -> None:
    share = Fraction(twentieths, 20)
    expected = np.quantile(values, float(share))
    assert float(quantile(whole(*values), share)) == pytest.approx(expected)


def order(values: list[Fraction], share: Fraction, confidence: float) -> Any:
    """Untyped, to compare fractions with whole numbers."""
    return order_interval(values, share, confidence)


def test_order_interval_of_a_median() -> None:
    # n = 10, p = 1/2: P(Bin <= 2) = 56/1024 = 0.0547, P(Bin <= 3) = 0.1719, so that the 80 %
    # interval begins at rank 3 and by symmetry ends at rank 8 (P(Bin <= 7) = 0.945 >= 0.9);
    # reached 968/1024 - 56/1024 = 0.8906
    low, high, reached = order(whole(*range(1, 11)), HALF, 0.80)
    assert (low, high) == (3, 8)
    assert reached == pytest.approx(912 / 1024)
    # the textbook's 95 % interval of a median of 10: ranks 2 and 9, 97.9 %
    low, high, reached = order(whole(*range(10, 0, -1)), HALF, 0.95)
    assert (low, high) == (2, 9)
    assert reached == pytest.approx(1002 / 1024)


def test_order_interval_says_where_few_values_cannot_reach() -> None:
    # P90 of 12: P(Bin <= 11) = 1 - 0.9^12 = 0.7176 < 0.9: the longest stands; P(Bin <= 8) =
    # 0.0256, P(Bin <= 9) = 0.1109: rank 9
    low, high, reached = order(whole(*range(1, 13)), Fraction(9, 10), 0.80)
    assert (low, high) == (9, 12)
    assert reached == pytest.approx(0.7176 - 0.0256, abs=1e-4)
    assert order(whole(7), HALF, 0.80)[:2] == (7, 7)


@pytest.mark.parametrize("n", [1, 2, 5, 6, 12, 31])
def test_the_median_is_resampled_as_by_hand(n: int) -> None:
    """The short way draws from the distribution of the long way: compared at five quantiles."""
    values = [Fraction(value * value) for value in range(n)]
    short = bootstrap_median(values, 40_000, 1)
    generator = np.random.default_rng(2)
    table = np.array([float(value) for value in values])
    long = np.median(table[generator.integers(0, n, (40_000, n))], axis=1)
    # Kolmogorov-Smirnov distance of two samples of 40,000: 1.63 * sqrt(2/40,000) at 1 %
    points = np.unique(np.concatenate([short, long]))
    distance = max(abs(np.mean(short <= point) - np.mean(long <= point)) for point in points)
    assert distance < 1.63 * (2 / 40_000) ** 0.5


def test_the_mean_is_resampled_about_itself() -> None:
    drawn = bootstrap_mean([0, 0, 1, 3], 40_000, 1)
    # mean 1; variance of the values (1 + 1 + 0 + 4)/4 = 1.5, of a mean of four 0.375
    assert drawn.mean() == pytest.approx(1, abs=0.02)
    assert drawn.var() == pytest.approx(0.375, abs=0.02)


def test_shares_are_resampled_by_person() -> None:
    drawn = bootstrap_shares([1, 2, 5], concentration, 40_000, 1)
    # of n draws E(HHI*) = HHI + (1 - HHI)/n: 30/64 + 34/64/8
    assert drawn.mean() == pytest.approx(30 / 64 + 34 / 512, abs=0.005)
    same = bootstrap_shares([5, 1, 2], concentration, 40_000, 1)
    assert (drawn == same).all()


def test_statistics_of_shares() -> None:
    shares = np.array([[0.5, 0.3, 0.2], [1.0, 0.0, 0.0]])
    assert top_two(shares) == pytest.approx([0.8, 1.0])
    assert concentration(shares) == pytest.approx([0.38, 1.0])
    assert top_two(np.array([[1.0]])) == pytest.approx([1.0])


def test_the_interval_of_draws_holds_its_point() -> None:
    drawn = np.linspace(0, 1, 101)
    assert percentile_interval(drawn, 0.5, 0.80) == pytest.approx((0.1, 0.9))
    assert percentile_interval(drawn, 0.02, 0.80) == pytest.approx((0.02, 0.9))


def test_dispersion_is_variance_over_mean() -> None:
    # 0 2 4: mean 2, variance (4 + 0 + 4)/2 = 4
    assert dispersion([0, 2, 4]) == pytest.approx(2)
    assert dispersion([3, 3, 3]) == 0
    assert dispersion([5]) is None
    assert dispersion([0, 0]) is None


@given(st.integers(0, 60), st.data(), st.sampled_from([0.1, 0.25, 0.5, 0.9]))
def test_binomial_p_is_that_of_scipy(of: int, data: st.DataObject, share: float) -> None:
    events = data.draw(st.integers(0, of))
    expected = stats.binomtest(events, of, share).pvalue if of else 1.0
    assert binomial_p(events, of, share) == pytest.approx(expected, rel=1e-6)


@given(st.integers(1, 40), st.integers(1, 40), st.data())
def test_fisher_p_is_that_of_scipy(older: int, newer: int, data: st.DataObject) -> None:
    one, other = data.draw(st.integers(0, older)), data.draw(st.integers(0, newer))
    expected = stats.fisher_exact(np.array([[one, older - one], [other, newer - other]])).pvalue
    assert fisher_p((one, other), (older, newer)) == pytest.approx(expected, rel=1e-6)


def test_the_lady_tasting_tea() -> None:
    # Fisher's own example: 3 of 4 against 1 of 4, two-sided 34/70
    assert fisher_p((3, 1), (4, 4)) == pytest.approx(34 / 70)
