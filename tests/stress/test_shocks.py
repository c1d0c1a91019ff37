"""What shocks make of demand, failure, release and starts."""

import numpy as np
import pytest

from readiness.stress.shocks import Shocks
from tests.stress.slots import parameters


def test_twice_the_demand_from_a_day_on() -> None:
    # One request a day, two a day from day 100 to 200: 100 + 200 + 100 in 300 days.
    shock = {"kind": "demand", "factor": 2, "from_day": 100, "days": 100}
    shocks = Shocks(parameters(demand_per_year=365, horizon_days=300, shocks=[shock]))
    assert shocks.expected_requests() == 400
    days = shocks.request_days(np.array([50.0, 100, 150, 300, 399]))
    assert days == pytest.approx([50, 100, 125, 200, 299])


def test_no_starts_until_the_stop_is_over() -> None:
    stops = [
        {"kind": "no_starts", "from_day": 20, "days": 5},
        {"kind": "no_starts", "from_day": 10, "days": 12},
    ]
    shocks = Shocks(parameters(shocks=stops))
    assert [shocks.start_from(d) for d in (9, 10, 21.9, 22, 25)] == [9, 25, 25, 25, 25]


def test_failure_and_release_while_a_shock_holds() -> None:
    shocks = Shocks(
        parameters(
            failure_rate=0.1,
            shocks=[
                {"kind": "failure", "rate": 0.3, "from_day": 5, "days": 5},
                {"kind": "failure", "rate": 0.2, "from_day": 5},
                {"kind": "release_delay", "add_days": 5, "from_day": 5, "days": 5},
                {"kind": "release_delay", "add_days": 2, "from_day": 8},
            ],
        )
    )
    assert [shocks.failure_rate(d) for d in (4, 5, 10)] == [0.1, 0.3, 0.2]
    assert [shocks.release_delay(d) for d in (4, 5, 9, 10)] == [0, 5, 7, 2]
