"""What a batch passes before it may start."""

from readiness.stress.gates import Gates
from readiness.stress.shocks import Shocks
from tests.stress.slots import parameters


def test_the_last_gate_to_open_is_the_cause() -> None:
    given = parameters(
        operators={"starts_per_week": 1},
        materials=[{"name": "v", "stock": 2, "lot": 9, "lead_days": 30, "reorder_at": 0}],
        shocks=[{"kind": "no_starts", "from_day": 0, "days": 3}],
    )
    gates = Gates(given, Shocks(given))
    promised = []
    for _ in range(3):
        start, cause = gates.earliest(0)
        gates.pass_through(start, 0)
        promised.append((start, cause))
    # The stop until day 3, then one start a week, then the lot ordered on day 0.
    assert promised == [(3, "no starts"), (7, "operators"), (30, "material")]
    assert gates.earliest(31) == (35, "operators")
