"""Trends between the halves of the window."""

from fractions import Fraction

import pytest

from readiness.metrics.trends import median_trend, rate_trend, share_trend
from tests.metrics.made import RULES


def test_counts_are_compared_over_their_exposures() -> None:
    # 2 in 6 batches, then 12 in 6: of 14 by chance half; p = 2 * P(Bin(14, 1/2) <= 2) =
    # 2 * (1 + 14 + 91)/16384 = 0.0129
    trend = rate_trend((2, 12), (6, 6), RULES)
    assert trend is not None
    assert trend.p == pytest.approx(2 * 106 / 16384)
    assert (trend.direction, trend.significant) == ("rising", True)
    assert trend.text == "older half 2 in 6, newer half 12 in 6: rising (p 0.01)"


def test_more_events_in_more_batches_are_no_rise() -> None:
    trend = rate_trend((4, 8), (5, 10), RULES)
    assert trend is not None
    assert (trend.direction, trend.significant) == ("level", False)
    assert "no clear change" in trend.text


def test_a_fall_too_small_to_tell() -> None:
    # 3 against 1 in equal halves: p = 10/16
    trend = rate_trend((3, 1), (Fraction(150), Fraction(150)), RULES)
    assert trend is not None
    assert trend.p == pytest.approx(10 / 16)
    assert (trend.direction, trend.significant) == ("falling", False)


def test_no_events_at_all_are_level() -> None:
    trend = rate_trend((0, 0), (3, 4), RULES)
    assert trend is not None
    assert (trend.direction, trend.p) == ("level", 1)


def test_a_half_without_exposure_tells_nothing() -> None:
    assert rate_trend((3, 1), (4, 0), RULES) is None
    assert share_trend((3, 0), (4, 0), RULES) is None
    assert median_trend([], [Fraction(1)], RULES) is None


def test_shares_are_compared_by_fishers_test() -> None:
    trend = share_trend((3, 1), (4, 4), RULES)
    assert trend is not None
    assert trend.p == pytest.approx(34 / 70)
    assert trend.text == "older half 3 of 4, newer half 1 of 4: no clear change (p 0.49)"


def test_durations_are_compared_about_their_common_median() -> None:
    older, newer = [Fraction(day) for day in range(6)], [Fraction(day) for day in range(10, 16)]
    # common median 7.5: 0 of 6 above against 6 of 6: p = 2 / C(12, 6) = 2/924
    trend = median_trend(older, newer, RULES)
    assert trend is not None
    assert trend.p == pytest.approx(2 / 924)
    assert (trend.direction, trend.significant) == ("rising", True)
    assert trend.text.startswith("above the common median: older half 0 of 6")
