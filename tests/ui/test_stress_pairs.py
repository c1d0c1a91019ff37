"""The matrix of pairs."""

from readiness.stress.cascade import cascade
from readiness.ui.stress_pairs import _matrix
from tests.stress.slots import parameters

SHOCKS = [
    {"kind": "release_delay", "add_days": 3, "from_day": 300, "days": 60},
    {"kind": "release_delay", "add_days": 2, "from_day": 300, "days": 60},
    {"kind": "no_starts", "from_day": 600, "days": 5},
]


def test_every_pair_stands_once_and_the_worst_is_marked() -> None:
    clinic = {"slack_days": 4, "next_opening_days": 14}
    given = parameters(replications=8, demand_per_year=20, clinic=clinic, shocks=SHOCKS)
    shown = _matrix(cascade(given), ["Slow", "Slower", "Stop"])
    assert shown.count('scope="col"') == 4
    assert shown.count("alone ") == 3
    assert shown.count("patients lost: ") == 3
    assert shown.count("▲ worst: +") == 1
