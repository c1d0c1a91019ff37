"""The queue around each shock."""

from readiness.stress.phases import phases
from tests.stress.slots import parameters

QUEUE = [9.0] * 10 + [1.0] * 10 + [4.0] * 5 + [2.0] * 15
"""Forty days: warm-up, before, during, after."""


def test_before_during_and_after() -> None:
    given = parameters(
        horizon_days=40,
        warm_up_days=10,
        shocks=[
            {"kind": "no_starts", "from_day": 20, "days": 5},
            {"kind": "demand", "factor": 2, "from_day": 20},
        ],
    )
    passing, staying = phases(given, QUEUE)
    assert (passing.before, passing.during, passing.most, passing.after) == (1, 4, 4, 2)
    assert (passing.begins, passing.until, passing.stays) == (20, 25, False)
    # (5 * 4 + 15 * 2) / 20 days until the horizon; nothing comes after it.
    assert (staying.before, staying.during, staying.after) == (1, 2.5, None)
    assert staying.stays
    assert phases(parameters(horizon_days=40), QUEUE) == ()


def test_a_shock_after_the_horizon_is_never_met() -> None:
    late = parameters(horizon_days=40, shocks=[{"kind": "no_starts", "from_day": 60, "days": 5}])
    (seen,) = phases(late, QUEUE)
    assert (seen.during, seen.most) == (None, None)
