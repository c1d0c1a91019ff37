"""Replications summed up (method 10)."""

import numpy as np
import pytest
from scipy import stats

from readiness.domain.base import remade
from readiness.domain.errors import Stopped
from readiness.stress.simulate import interval, replicate, simulate, waiting
from tests.stress.slots import parameters

BUSY = parameters(
    replications=10,
    horizon_days=730,
    warm_up_days=90,
    demand_per_year=26,
    failure_rate=0.1,
    backup=0.3,
    recollection_days=14,
    lead_days={"request": 7, "collection": 2},
    release_days={"minimum": 14, "median": 21, "p90": 34},
    dropout_per_day={"before_collection": 0.004, "after_collection": 0.003},
    shocks=[{"kind": "site_down", "site": "A", "from_day": 200, "days": 30}],
)


def test_the_same_seed_gives_the_same_bytes() -> None:
    once = simulate(BUSY).model_dump_json()
    assert simulate(BUSY).model_dump_json() == once
    assert simulate(remade(BUSY, seed=8)).model_dump_json() != once


def test_every_request_ends_in_one_of_five_ways() -> None:
    seen = simulate(BUSY)
    ways = (seen.treated, seen.dropped_before, seen.dropped_after, seen.failed, seen.still_waiting)
    assert sum(way.value for way in ways) == pytest.approx(1)
    assert min(way.value for way in ways) > 0


def test_interval_of_a_mean() -> None:
    # Mean 3, standard deviation 1, n = 3: t(0.95, 2) = 2.920, half = 2.920 / sqrt(3) = 1.686.
    found = interval([2, 3, 4])
    assert (found.value, found.low, found.high) == pytest.approx((3, 1.3141, 4.6859), abs=1e-4)


def test_percentiles_of_all_and_the_interval_of_the_median() -> None:
    # All: 0..10, median 5; medians of the parts 2 and 8: deviations of 3 each way, so that
    # s = sqrt(18), half = t(0.95, 1) * s / sqrt(2) = 6.314 * 3.
    found = waiting([np.arange(0.0, 5), np.arange(5.0, 11) + 0])
    assert found.p50 == 5
    assert found.p80 == 8
    assert found.p50_low == pytest.approx(5 - _half([2 - 5, 7.5 - 5]))
    nobody = waiting([np.array([]), np.array([])])
    assert nobody.p50 is None
    assert nobody.p50_low is None


def _half(apart: list[float]) -> float:
    squares = sum(d * d for d in apart) / (len(apart) - 1)
    return float(stats.t.ppf(0.95, len(apart) - 1) * (squares / len(apart)) ** 0.5)


def test_the_fullest_resource_is_named_above_85_per_cent() -> None:
    # 60 requests a year on 365 / 11 = 33 slots: never idle, 10 of 11 days are process days.
    full = simulate(parameters(demand_per_year=60, replications=3, warm_up_days=180))
    assert full.bottleneck == "suites"
    assert full.warnings[0].startswith("suites: used 91 % of the time")
    calm = simulate(parameters(demand_per_year=6, replications=3))
    assert calm.bottleneck is None
    assert calm.warnings == ()


def test_progress_is_told_and_a_run_can_be_stopped() -> None:
    told: list[tuple[int, int]] = []

    def twice(done: int, of: int) -> bool:
        told.append((done, of))
        return done < 2

    with pytest.raises(Stopped, match="after 2 of 10"):
        simulate(BUSY, twice)
    assert told == [(0, 10), (1, 10), (2, 10)]


def test_recovery_is_told_only_where_there_is_something_to_recover_from() -> None:
    calm = simulate(remade(BUSY, shocks=()))
    assert calm.recovery_weeks is None
    stays = parameters(replications=2, shocks=[{"kind": "demand", "factor": 2, "from_day": 90}])
    assert simulate(stays).recovery_weeks is None
    shocked = simulate(BUSY).recovery_weeks
    assert shocked is not None
    assert shocked.weeks is not None
    assert 0 < shocked.share <= 1


def test_common_luck_shows_a_difference_with_a_third_of_the_variance_or_less() -> None:
    given = remade(BUSY, shocks=(), horizon_days=1_825.0)
    faster = remade(
        given, release_days=given.release_days.model_copy(update={"minimum": 9.0, "median": 16.0})
    )
    faster = remade(faster, release_days=faster.release_days.model_copy(update={"p90": 29.0}))

    def means(world, seed):
        return np.array(
            [replicate(remade(world, seed=seed), n).vein_to_vein.mean() for n in range(40)]
        )

    common = means(given, 1) - means(faster, 1)
    apart = means(given, 1) - means(faster, 2)
    assert common.mean() == pytest.approx(5, abs=1)
    assert common.var(ddof=1) <= apart.var(ddof=1) / 3
