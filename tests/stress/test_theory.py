"""The simulator against closed formulas (domain 8.3, 8.5; method 10)."""

from math import factorial
from typing import Any

import numpy as np
import pytest

from readiness.domain.simulation import Parameters
from readiness.stress.draws import Draws
from readiness.stress.line import Line
from readiness.stress.outcomes import Outcomes
from readiness.stress.shocks import Shocks
from readiness.stress.simulate import replicate, run, summed_up
from tests.stress.slots import exponential, holds, parameters


def replications(given: Parameters) -> list[Outcomes]:
    """Every replication of a world."""
    return [replicate(given, n) for n in range(given.replications)]


def waits(seen: list[Outcomes]) -> list[float]:
    """Mean wait of each replication; without leads the access wait is the wait in the queue."""
    return [float(o.access_wait.mean()) for o in seen]


@pytest.mark.parametrize(("a_year", "expected"), [(12, 3.12), (24, 14.38)])
def test_waiting_of_poisson_requests_at_one_suite(a_year: int, expected: float) -> None:
    # M/D/1: rho = rate * 11 / 365; wait = rho * 11 / (2 * (1 - rho)).
    rho = a_year * 11 / 365
    assert rho * 11 / (2 * (1 - rho)) == pytest.approx(expected, abs=0.005)
    given = parameters(
        demand_per_year=a_year, replications=40, horizon_days=20_000, warm_up_days=1_000
    )
    seen = replications(given)
    assert holds(waits(seen), rho * 11 / (2 * (1 - rho)))
    # Process days only: 10 of the 11 days.
    assert holds([o.utilisation["suites"] for o in seen], rho * 10 / 11)


def test_waiting_at_several_suites() -> None:
    # M/M/3, service 10 days, 80 a year: a = 80 / 365 * 10 = 2.19 suites busy; Erlang C.
    a, c = 80 / 365 * 10, 3
    last = a**c / factorial(c) * c / (c - a)
    busy = last / (sum(a**k / factorial(k) for k in range(c)) + last)
    given = parameters(
        demand_per_year=80,
        sites=[{"name": "A", "suites": 2}, {"name": "B", "suites": 1}],
        process_days=exponential(10),
        changeover_days=0,
        replications=30,
        horizon_days=12_000,
        warm_up_days=1_000,
    )
    seen = replications(given)
    assert holds(waits(seen), busy * 10 / (c - a))
    assert holds([o.utilisation["suites"] for o in seen], a / c)


def test_littles_law() -> None:
    # Mean number waiting = rate * mean wait, in each replication but for its edges.
    given = parameters(demand_per_year=24, replications=40, horizon_days=20_000, warm_up_days=1_000)
    seen = replications(given)
    rates = [o.requests / 19_000 for o in seen]
    apart = [
        o.queue[1_000:].mean() - r * o.access_wait.mean() for o, r in zip(seen, rates, strict=True)
    ]
    assert holds(apart, 0)
    assert np.abs(apart).max() < 0.05 * np.mean([o.queue[1_000:].mean() for o in seen])


@pytest.mark.parametrize("rate", [0.1, 0.3])
def test_two_attempts_fail_with_the_square(rate: float) -> None:
    given = parameters(
        failure_rate=rate,
        backup=0.5,
        recollection_days=14,
        sites=[{"name": "A", "suites": 5}],
        demand_per_year=100,
        horizon_days=5_000,
    )
    settled = [o.shares[4] / (o.shares[1] + o.shares[4]) for o in replications(given)]
    assert holds(settled, rate**2)


def test_recovery_from_an_outage_in_the_fluid_limit() -> None:
    # D * rho / (1 - rho): 60 days down at 0.6 of five one-day suites leave 180 requests, which the
    # spare two a day work off in 90 days.
    given = parameters(
        sites=[{"name": "A", "suites": 5}],
        process_days={1: 1.0},
        changeover_days=0,
        demand_per_year=3 * 365,
        warm_up_days=100,
        horizon_days=900,
        replications=60,
        shocks=[{"kind": "site_down", "site": "A", "from_day": 400, "days": 60}],
    )
    runs = run(given)
    usual = np.mean([o.queue[100:].mean() for o in runs.usual])
    days = [int(np.flatnonzero(o.queue[459:] <= usual)[0]) for o in runs.shocked]
    assert holds(days, 60 * 0.6 / (1 - 0.6))
    told = summed_up(runs).recovery_weeks
    assert told is not None
    assert told.share == 1
    assert told.weeks is not None
    assert told.weeks.value == pytest.approx(np.mean(days) / 7)


X, Y = 0, 1
LATE_REAGENT = {"kind": "no_starts", "from_day": 0, "days": 3}
ANALYST_AWAY = {"kind": "release_delay", "add_days": 2, "from_day": 0, "days": 20}


def infusions(*shocks: dict[str, Any]) -> list[float]:
    """Days of the two patients of the cascade example (domain 8.5)."""
    given = parameters(clinic={"slack_days": 4, "next_opening_days": 14}, shocks=shocks)
    never = np.full(2, np.inf)
    luck = Draws(
        request=np.zeros(2),
        before=never,
        after=never,
        process=np.full((2, 2), 10.0),
        fails=np.ones((2, 2)),
        backup=np.ones(2),
        release=np.full((2, 2), 7.0),
    )
    return list(Line(given, Shocks(given), luck).run().ended)


def test_two_small_delays_that_cost_fourteen_days_more_together() -> None:
    calm = infusions()
    assert calm == [21, 32]  # X: day 0 + 10 + 7 + slack 4; Y starts on day 11

    def harm(*shocks: dict[str, Any]) -> float:
        return sum(infusions(*shocks)) - sum(calm)

    assert infusions(LATE_REAGENT) == [24 - 3, 35]  # X within its slack, Y starts 3 days late
    assert infusions(ANALYST_AWAY) == calm
    both = infusions(LATE_REAGENT, ANALYST_AWAY)
    assert both == [35, 35]  # X ready on day 22, one too late: the next opening is day 35
    assert harm(LATE_REAGENT) == 3
    assert harm(ANALYST_AWAY) == 0
    assert harm(LATE_REAGENT, ANALYST_AWAY) == 17
    assert 17 - 3 - 0 + harm() == 14
