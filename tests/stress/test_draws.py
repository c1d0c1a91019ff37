"""One stream for each source of chance (method 10)."""

import numpy as np
import pytest

from readiness.stress.draws import batches, draw
from readiness.stress.shocks import Shocks
from tests.stress.slots import parameters


def drawn(number: int = 0, **changes: object):
    """The luck of one replication."""
    given = parameters(**{"demand_per_year": 400, "horizon_days": 3_650} | changes)
    return draw(given, Shocks(given), number)


def test_the_same_patient_meets_the_same_luck_in_another_world() -> None:
    calm = drawn()
    other = drawn(
        shocks=[{"kind": "demand", "factor": 2, "from_day": 1_000}],
        dropout_per_day={"before_collection": 0.004},
    )
    n = len(calm.request)
    assert len(other.request) > n
    early = calm.request < 1_000
    assert calm.request[early] == pytest.approx(other.request[:n][early])
    for name in ("process", "fails", "backup", "release"):
        assert np.array_equal(getattr(calm, name), getattr(other, name)[:n])
    assert not np.array_equal(calm.backup, drawn(1).backup[:n])


def test_the_distributions_are_those_asked_for() -> None:
    # 4,000 patients; the standard error of a share is below 0.008, of the median of the
    # lognormal below 0.15.
    luck = drawn(
        process_days={10: 0.7, 11: 0.2, 12: 0.1},
        release_days={"minimum": 14, "median": 21, "p90": 34},
        dropout_per_day={"before_collection": 0.004, "after_collection": 0.003},
    )
    assert len(luck.request) == pytest.approx(4_000, abs=200)
    shares = [(luck.process == days).mean() for days in (10, 11, 12)]
    assert shares == pytest.approx([0.7, 0.2, 0.1], abs=0.03)
    assert np.percentile(luck.release, [50, 90]) == pytest.approx([21, 34], rel=0.03)
    assert luck.release.min() > 14
    assert luck.before.mean() == pytest.approx(250, rel=0.06)
    assert luck.after.mean() == pytest.approx(1 / 0.003, rel=0.06)


def test_batches_of_campaigns_never_end() -> None:
    given = parameters(release_days={"minimum": 14, "median": 21, "p90": 34})
    luck = batches(given, 0)
    seen = [next(luck) for _ in range(600)]
    assert {process for process, _, _ in seen} == {10}
    assert len({release for _, _, release in seen}) == 600
    assert np.mean([chance for _, chance, _ in seen]) == pytest.approx(0.5, abs=0.05)
