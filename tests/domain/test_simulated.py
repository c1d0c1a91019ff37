"""The answer of a simulation as JSON (formats, *Simulation parameters*)."""

from readiness.stress.simulate import simulate
from tests.stress.slots import parameters


def test_json_has_the_keys_of_the_format() -> None:
    answer = simulate(parameters(replications=2)).model_dump(mode="json")
    shares = ("treated", "dropped_before", "dropped_after", "failed", "still_waiting")
    assert all(set(answer[share]) == {"value", "low", "high"} for share in shares)
    assert set(answer["utilisation"]) == {"suites"}
    for duration in ("access_wait", "vein_to_vein"):
        assert set(answer[duration]) == {"p50", "p80", "p90", "p95", "p50_low", "p50_high"}
    assert set(answer["queue"]) == {"mean", "p95", "by_day"}
    assert len(answer["queue"]["by_day"]) == 1095
    assert answer["replications"] == 2
    assert answer["recovery_weeks"] is None
    assert "slots" in answer
