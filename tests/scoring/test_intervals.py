"""Intervals against the published tables of domain 4.5."""

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.scoring.intervals import poisson, widened, wilson

RATES = [
    # events, batches, rate, 80 % interval, 95 % interval: domain 4.5, first table
    (0, 3, "0.00", "0.00-0.77", "0.00-1.23"),
    (3, 3, "1.00", "0.37-2.23", "0.21-2.92"),
    (5, 3, "1.67", "0.81-3.09", "0.54-3.89"),
    (12, 3, "4.00", "2.61-5.93", "2.07-6.99"),
    (20, 6, "3.33", "2.42-4.51", "2.04-5.15"),
    (37, 6, "6.17", "4.91-7.68", "4.34-8.50"),
    (74, 12, "6.17", "5.27-7.19", "4.84-7.74"),
    (31, 9, "3.44", "2.68-4.38", "2.34-4.89"),
    (120, 60, "2.00", "1.77-2.25", "1.66-2.39"),
    (1305, 1450, "0.90", "0.87-0.93", "0.85-0.95"),
]

SHARES = [
    # successes, trials, 80 % Wilson, 95 % Wilson: domain 4.5, second table
    (0, 5, "0.0-24.7", "0.0-43.4"),
    (1, 12, "2.5-24.2", "1.5-35.4"),
    (2, 5, "18.0-67.0", "11.8-76.9"),
    (4, 9, "25.8-64.8", "18.9-73.3"),
    (24, 31, "66.6-85.5", "60.2-88.6"),
    (35, 74, "40.0-54.7", "36.3-58.5"),
    (1214, 1305, "92.1-93.9", "91.5-94.3"),
]


@pytest.mark.parametrize(("events", "batches", "rate", "steering", "appendix"), RATES)
def test_poisson_reproduces_the_table(
    events: int, batches: int, rate: str, steering: str, appendix: str
) -> None:
    assert f"{events / batches:.2f}" == rate
    assert "{:.2f}-{:.2f}".format(*poisson(events, batches, 0.80)) == steering
    assert "{:.2f}-{:.2f}".format(*poisson(events, batches, 0.95)) == appendix


@pytest.mark.parametrize(("events", "trials", "steering", "appendix"), SHARES)
def test_wilson_reproduces_the_table(
    events: int, trials: int, steering: str, appendix: str
) -> None:
    low, high = wilson(events, trials, 0.80)
    assert f"{100 * low:.1f}-{100 * high:.1f}" == steering
    low, high = wilson(events, trials, 0.95)
    assert f"{100 * low:.1f}-{100 * high:.1f}" == appendix


def test_the_ends_are_exact_where_nothing_or_everything_happened() -> None:
    assert poisson(0, 7, 0.8)[0] == 0.0
    assert wilson(0, 7, 0.8)[0] == 0.0
    assert wilson(7, 7, 0.8)[1] == 1.0


@given(st.integers(0, 400), st.integers(1, 200), st.sampled_from([0.8, 0.95]))
def test_poisson_holds_its_point(events: int, exposure: int, confidence: float) -> None:
    low, high = poisson(events, exposure, confidence)
    assert 0 <= low <= events / exposure < high


@given(st.integers(1, 400), st.data(), st.sampled_from([0.8, 0.95]))
def test_wilson_holds_its_point_and_mirrors(
    trials: int, data: st.DataObject, confidence: float
) -> None:
    events = data.draw(st.integers(0, trials))
    low, high = wilson(events, trials, confidence)
    assert 0 <= low <= events / trials <= high <= 1
    mirrored = wilson(trials - events, trials, confidence)
    assert mirrored == pytest.approx((1 - high, 1 - low))


def test_widening_multiplies_both_arms_by_the_root() -> None:
    # dispersion 4: arms twice as long; 2 - 2*(2-1) = 0 and 2 + 2*(4-2) = 6
    assert widened(2.0, 1.0, 4.0, 4.0) == (0.0, 6.0)
    # the low end stops at 0: 2 - 3*(2-1) < 0
    assert widened(2.0, 1.0, 4.0, 9.0) == (0.0, 8.0)
    assert widened(2.0, 1.0, 4.0, 2.25) == pytest.approx((2 - 1.5, 2 + 1.5 * 2))
    assert widened(1.0, 0.5, 2.0, 1.6)[1] == pytest.approx(1 + sqrt(1.6))


def test_widening_never_narrows() -> None:
    assert widened(2.0, 1.0, 4.0, 0.3) == (1.0, 4.0)


@pytest.mark.parametrize(
    ("function", "arguments"),
    [
        (poisson, (-1, 3, 0.8)),
        (poisson, (1, 0, 0.8)),
        (poisson, (1, 3, 80)),
        (wilson, (4, 3, 0.8)),
        (wilson, (0, 0, 0.8)),
        (wilson, (-1, 3, 0.8)),
        (wilson, (1, 3, 1.0)),
    ],
)
def test_impossible_counts_are_refused(function: object, arguments: tuple[float, ...]) -> None:
    assert callable(function)
    with pytest.raises(ValueError, match="not"):
        function(*arguments)
