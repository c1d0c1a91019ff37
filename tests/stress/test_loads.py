"""The load at which waiting tips."""

import pytest

from readiness.domain.errors import Stopped
from readiness.stress.loads import _knee, loads
from tests.stress.slots import parameters


def test_the_knee_is_farthest_below_the_straight_line() -> None:
    # Brought to 0..1: x 0, .25, .5, .75, 1; y 0, .1, .2, .3, 1; the gap grows up to .45 at .75.
    assert _knee([0, 1, 2, 3, 4], [0, 1, 2, 3, 10]) == 3
    assert _knee([0, 1, 2], [0, 1, 2]) is None
    assert _knee([0, 1, 2], [5, 5, 5]) is None
    assert _knee([0, 1, 2], [0, 9, 10]) is None  # it flattens: nothing tips


def test_waiting_and_losses_rise_with_demand_and_shocks_are_left_out() -> None:
    given = parameters(
        demand_per_year=16,
        replications=8,
        warm_up_days=200,
        dropout_per_day={"before_collection": 0.004},
        shocks=[{"kind": "no_starts", "from_day": 0}],
    )
    found = loads(given)
    lost = [load.lost.value for load in found.loads]
    waits = [load.access_wait.p90 or 0 for load in found.loads]
    assert lost[2] < lost[4] < lost[6] < lost[8]
    assert waits == sorted(waits)
    assert found.knee is not None
    # 33 slots a year: at twice 16 the line is full.
    assert 1.5 <= found.loads[found.knee].factor <= 2.5
    assert found.loads[-1].utilisation.value == pytest.approx(10 / 11, abs=0.02)


def test_a_sweep_can_be_stopped() -> None:
    with pytest.raises(Stopped, match="after 3 of 36"):
        loads(parameters(replications=4), lambda done, of: done < 3)
