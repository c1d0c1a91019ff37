"""The builders: units, both confidences, trends by half, reasons kept."""

from fractions import Fraction
from typing import Any

import pytest

from readiness.metrics.observations import (
    Shown,
    at_quantile,
    by_half,
    census,
    days_between,
    rate,
    resampled,
    share,
)
from readiness.metrics.statistics import bootstrap_mean
from readiness.scoring.intervals import poisson, wilson
from tests.metrics.made import batches, inputs

DAYS = [Fraction(day) for day in (1, 2, 3, 4, 100)]


def test_a_rate_is_in_the_unit_of_its_metric() -> None:
    # B1 counts per ten batches: 10 * 3 / 4
    seen = rate(inputs("B1"), 3, 4, Shown())
    low, high = poisson(3, 4, 0.80)
    low95, high95 = poisson(3, 4, 0.95)
    assert seen.value == Fraction(15, 2)
    assert (seen.low, seen.high) == pytest.approx((10 * low, 10 * high))
    assert (seen.low95, seen.high95) == pytest.approx((10 * low95, 10 * high95))
    assert seen.dispersion is None


@pytest.mark.parametrize(
    ("clusters", "ratio", "wider"),
    [
        ([0, 2, 4], 2.0, True),  # mean 2, variance 4
        ([1, 4], 1.8, True),  # mean 2.5, variance 4.5
        ([0, 3], 3.0, True),  # mean 1.5, variance 4.5
        ([1, 3, 2], 0.5, False),  # mean 2, variance 1
        ([0, 0, 1, 3, 2], 17 / 12, False),  # mean 1.2, variance 1.7: under 1.5
        ([0, 3, 3], 1.5, False),  # mean 2, variance 3: exactly 1.5 is not more than 1.5
    ],
)
def test_clusters_widen_above_the_limit(clusters: list[int], ratio: float, wider: bool) -> None:
    seen = rate(inputs("D1"), sum(clusters), len(clusters), Shown(), clusters)
    assert seen.dispersion == pytest.approx(ratio)
    assert seen.high is not None
    plain = poisson(sum(clusters), len(clusters), 0.80)[1]
    assert (seen.high > plain) is wider


def test_a_share_is_in_the_unit_of_its_metric() -> None:
    seen = share(inputs("D5"), 35, 74, Shown())
    low, high = wilson(35, 74, 0.80)
    assert seen.value == Fraction(3500, 74)
    assert (seen.low, seen.high) == pytest.approx((100 * low, 100 * high))


def test_a_census_has_no_interval() -> None:
    seen: Any = census(inputs("S4"), 3, 200, Shown())
    assert (seen.value, seen.low, seen.high95) == (15, None, None)


def test_a_median_by_resampling_and_a_percentile_by_order() -> None:
    median: Any = at_quantile(inputs("D7"), DAYS, Fraction(1, 2), Shown())
    assert (median.value, median.n, median.beside) == (3, 5, {})
    percentile = at_quantile(inputs("B7"), DAYS, Fraction(9, 10), Shown(beside={"longest": 100.0}))
    # position 3.6: 4 + 0.6 * 96
    assert percentile.value == Fraction("61.6")
    assert set(percentile.beside) == {
        "longest",
        "confidence reached of 0.8",
        "confidence reached of 0.95",
    }


def test_resampling_is_repeatable_and_carries_its_counts() -> None:
    def once() -> object:
        return resampled(
            inputs("B6"),
            Fraction(4, 3),
            3,
            lambda draws, seed: bootstrap_mean([0, 1, 3], draws, seed),
            Shown(not_scored="because"),
            events=4,
        )

    one, other = once(), once()
    assert one == other
    assert getattr(one, "events", None) == 4
    assert getattr(one, "not_scored", None) == "because"


def test_dates_fall_into_halves_and_blanks_into_none() -> None:
    given = inputs("D1", batches=batches(10, "2025-07-07", 35))
    assert by_half(given, given.batches["started"]) == (6, 4)
    assert by_half(given, given.batches["started"].mask(lambda dates: dates.index < 5)) == (1, 4)


def test_days_between_two_dates_are_exact() -> None:
    register = batches(2)
    register["completed"] = register["started"] + (register["started"].diff() / 14)
    given = inputs("B7", batches=register)
    rows = given.batches.iloc[[1]]
    # seven days over 14: half a day; with one half of the window empty there is no trend
    assert days_between(given, rows, "started", "completed", "started") == ([Fraction(1, 2)], None)
