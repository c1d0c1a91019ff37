"""Patients gained, replication by replication."""

from types import SimpleNamespace
from typing import Any

from readiness.stress.gains import treated_more
from tests.stress.slots import parameters


def runs(*treated: int) -> Any:
    """Replications with ten requests and so many treated."""
    return [SimpleNamespace(requests=10, shares=[0, n / 10, 0, 0, 0]) for n in treated]


def test_more_patients_a_year() -> None:
    # Two years are counted; 2 and 4 patients more, 1 and 2 a year.
    given = parameters(horizon_days=910, warm_up_days=180)
    found = treated_more(given, runs(4, 5), runs(6, 9))
    assert found.value == 1.5
    assert found.low < 1
    assert found.high > 2
