"""The ledger against closed results: sum and maximum of triangular variables."""

from datetime import date
from graphlib import CycleError

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import quad
from scipy.optimize import brentq
from scipy.stats import triang

from readiness.operating_model.lock_in import critical_path, ledger, longest_path, time_to_undo
from tests.operating_model.ledgers import choice, rules, weeks

AS_OF, LAUNCH = date(2026, 11, 22), date(2029, 1, 1)
DRAWS = 10_000


def triangle(low: float, mode: float, high: float):
    """The same variable out of a library that the ledger does not use."""
    return triang((mode - low) / (high - low), loc=low, scale=high - low)


def test_one_area_has_the_mean_and_the_percentile_of_its_triangle() -> None:
    # Mean (4 + 6 + 20) / 3 = 10. Variance (16 + 36 + 400 - 24 - 80 - 120) / 18 = 12.67, sigma 3.56:
    # four standard errors of 10,000 draws are 4 * 3.56 / 100 = 0.14.
    times = time_to_undo(rules(), choice(weeks("analytics", 4, 6, 20)))
    assert times.shape == (DRAWS,)
    assert times.mean() == pytest.approx(10, abs=0.14)
    # P90: high - sqrt(0.1 * (high - low) * (high - mode)) = 20 - sqrt(0.1 * 16 * 14) = 15.267.
    assert np.quantile(times, 0.9) == pytest.approx(15.267, abs=0.25)


def test_a_chain_is_the_sum_of_its_areas() -> None:
    # Comparability follows analytics: mean 10 + (2 + 3 + 7) / 3 = 14.
    first, second = triangle(4, 6, 20), triangle(2, 3, 7)
    undone = choice(weeks("analytics", 4, 6, 20), weeks("comparability", 2, 3, 7))
    times = time_to_undo(rules(), undone)
    assert times.mean() == pytest.approx(14, abs=0.15)

    def below(t: float) -> float:
        """P(first + second <= t) by integrating over the second."""
        return float(quad(lambda y: first.cdf(t - y) * second.pdf(y), 2, 7, points=[3])[0])

    for share in (0.05, 0.5, 0.9):
        closed = brentq(lambda t, s=share: below(t) - s, 6, 27)
        assert np.quantile(times, share) == pytest.approx(closed, abs=0.25)


def test_areas_side_by_side_take_the_longer_one() -> None:
    # Analytics and digital wait for nothing: P(max <= t) = F1(t) * F2(t).
    first, second = triangle(4, 6, 20), triangle(3, 9, 18)
    times = time_to_undo(rules(), choice(weeks("analytics", 4, 6, 20), weeks("digital", 3, 9, 18)))

    def both(t: float) -> float:
        return first.cdf(t) * second.cdf(t)

    # E[max] of what is never negative is the integral of 1 - F from 0.
    mean = quad(lambda t: 1 - both(t), 0, 20, points=[3, 4, 6, 9, 18])[0]
    assert times.mean() == pytest.approx(mean, abs=0.14)
    for share in (0.05, 0.5, 0.9):
        closed = brentq(lambda t, s=share: both(t) - s, 4, 20)
        assert np.quantile(times, share) == pytest.approx(closed, abs=0.25)


def test_the_longest_path_by_hand() -> None:
    # a 2, b 3, c after both 4, d after a 9: c ends at 3 + 4 = 7, d at 2 + 9 = 11.
    after = {"a": (), "b": (), "c": ("a", "b"), "d": ("a",)}
    durations = {"a": np.array([2.0, 8.0]), "b": np.array([3.0, 3.0]), "c": np.array([4.0, 4.0])}
    durations["d"] = np.array([9.0, 1.0])
    # Second draw: c ends at 8 + 4 = 12, d at 8 + 1 = 9.
    assert longest_path(durations, after, 2).tolist() == [11.0, 12.0]
    assert longest_path({}, after, 2).tolist() == [0.0, 0.0]
    with pytest.raises(CycleError):
        longest_path({}, {"a": ("b",), "b": ("a",)}, 2)


def test_an_area_that_is_not_touched_passes_the_wait_on() -> None:
    # Regulatory waits for comparability, that for analytics; comparability itself takes nothing.
    undone = choice(weeks("analytics", 5, 5, 5), weeks("regulatory", 7, 7, 7))
    assert set(time_to_undo(rules(), undone)) == {12.0}
    after = {a.id: a.after for a in rules().areas}
    assert critical_path(undone.areas, after) == ("analytics", "regulatory")
    # Transfer after digital: 30 weeks are more than 12.
    longer = (*undone.areas, weeks("transfer", 30, 30, 30))
    assert critical_path(longer, after) == ("transfer",)


def test_net_weeks_and_the_last_responsible_moment_with_fixed_durations() -> None:
    # Undoing takes 10 + 20 = 30 weeks for sure; half a chance: 0.5 * 30 - 13 = 2 weeks net.
    undone = choice(
        weeks("analytics", 10, 10, 10), weeks("comparability", 20, 20, 20), saved=13, chance=0.5
    )
    found = ledger(rules(), [undone], LAUNCH, AS_OF)
    assert found is not None
    [one] = found.choices
    assert (one.undo, one.net, one.net_low, one.net_high) == (30, 2, 2, 2)
    # 2029-01-01 less 210 days is 2028-06-05.
    assert one.last_moment == date(2028, 6, 5)
    assert not one.is_passed
    # Five months to launch are 21 weeks, too few for 30.
    late = ledger(rules(), [undone], date(2027, 4, 20), AS_OF)
    assert late is not None
    assert late.choices[0].is_passed


def test_the_ledger_adds_what_is_saved_and_what_it_costs_later() -> None:
    short = choice(weeks("digital", 6, 6, 6), saved=10, chance=0.5, id="a")
    long = choice(weeks("analytics", 78, 78, 78), saved=13, id="b")
    found = ledger(rules(), [short, long], None, AS_OF)
    assert found is not None
    # Saved 10 + 13 = 23; later 0.5 * 6 + 78 = 81; net 58. The panellist's 3 against 18 months.
    assert (found.weeks_saved, found.weeks_later, found.net) == (23, 81, 58)
    assert found.choices[0].last_moment is None
    assert ledger(rules(), [], LAUNCH, AS_OF) is None


def test_the_same_choice_gives_the_same_figures_whatever_stands_beside_it() -> None:
    mine, other = choice(weeks("analytics", 4, 6, 20)), choice(weeks("digital", 1, 2, 3), id="d")
    alone, both = (ledger(rules(), found, None, AS_OF) for found in ([mine], [other, mine]))
    assert alone is not None
    assert both is not None
    assert alone.choices[0] == both.choices[1]


@given(st.lists(st.floats(0, 50), min_size=3, max_size=3), st.floats(0, 50))
def test_a_longer_area_never_shortens_the_path(three, more) -> None:
    after = {"a": (), "b": ("a",), "c": ("a",)}
    durations = dict(zip("abc", (np.array([d]) for d in three), strict=True))
    before = longest_path(durations, after, 1)[0]
    longer = longest_path(durations | {"b": durations["b"] + more}, after, 1)[0]
    assert before <= longer <= before + more + 1e-9
    assert before <= sum(three) + 1e-9
