"""The simulator against the same queue built with another library (Ciw), mean wait and use."""

from typing import Any

import ciw
import numpy as np
import pytest
from scipy import stats

from readiness.stress.simulate import replicate
from tests.stress.slots import exponential, parameters

UNTIL, WARM, TIMES = 6_000, 500, 24


def ciws_way(rate: float, service: ciw.dists.Distribution, servers: Any) -> tuple[Any, Any]:
    """Mean wait and busy share of each replication, shape (TIMES,) both."""
    network = ciw.create_network(
        arrival_distributions=[ciw.dists.Exponential(rate)],
        service_distributions=[service],
        number_of_servers=[servers],
    )
    waits, busy = [], []
    for seed in range(TIMES):
        ciw.seed(seed)
        queue = ciw.Simulation(network)
        queue.simulate_until_max_time(UNTIL, progress_bar=False)
        seen = [r for r in queue.get_all_records() if r.arrival_date >= WARM]
        waits.append(np.mean([r.waiting_time for r in seen]))
        busy.append(sum(r.service_time for r in seen) / (UNTIL - WARM))
    return np.array(waits), np.array(busy)


def our_way(**given: Any) -> tuple[Any, Any]:
    """The same from the simulator; busy in suites."""
    world = parameters(
        changeover_days=0, horizon_days=UNTIL, warm_up_days=WARM, replications=TIMES, **given
    )
    seen = [replicate(world, n) for n in range(TIMES)]
    waits = [o.access_wait.mean() for o in seen]
    busy = [o.utilisation["suites"] * world.suites() for o in seen]
    return np.array(waits), np.array(busy)


def agree(one: Any, other: Any) -> bool:
    """Whether two sets of replications have the same mean, at 99 %."""
    return bool(stats.ttest_ind(one, other, equal_var=False).pvalue > 0.01)


@pytest.mark.parametrize(
    ("a_year", "suites", "service", "process"),
    [
        (24, 1, ciw.dists.Deterministic(11), {11: 1.0}),
        (80, 3, ciw.dists.Exponential(0.1), exponential(10)),
        (
            200,
            6,
            ciw.dists.Empirical([8] * 7 + [9] * 2 + [14]),
            {8: 0.7, 9: 0.2, 14: 0.1},
        ),
    ],
    ids=["one suite", "exponential service", "six suites, three lengths"],
)
def test_wait_and_use(a_year: int, suites: int, service: Any, process: dict[float, float]) -> None:
    theirs = ciws_way(a_year / 365, service, suites)
    ours = our_way(
        demand_per_year=a_year, sites=[{"name": "A", "suites": suites}], process_days=process
    )
    assert agree(ours[0], theirs[0])
    assert agree(ours[1], theirs[1])


def test_wait_and_use_with_a_site_that_goes_down() -> None:
    # Three of five suites stand still from day 2,000 for 100 days; what runs is finished.
    roster = ciw.Schedule(
        numbers_of_servers=[5, 2, 5],
        shift_end_dates=[2_000, 2_100, 10 * UNTIL],
        preemption=False,
    )
    theirs = ciws_way(120 / 365, ciw.dists.Deterministic(10), roster)
    ours = our_way(
        demand_per_year=120,
        sites=[{"name": "A", "suites": 2}, {"name": "B", "suites": 3}],
        process_days={10: 1.0},
        shocks=[{"kind": "site_down", "site": "B", "from_day": 2_000, "days": 100}],
    )
    assert agree(ours[0], theirs[0])
    assert agree(ours[1], theirs[1])
    assert (
        ours[0].mean()
        > 1.5 * our_way(demand_per_year=120, sites=[{"name": "A", "suites": 5}])[0].mean()
    )
