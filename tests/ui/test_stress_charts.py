"""The charts of a simulation and their tables."""

from readiness.stress.simulate import run
from readiness.ui.stress_charts import Outcome, _weeks
from tests.stress.slots import parameters


def test_a_run_with_shocks_has_its_world_without_them_beside_it() -> None:
    shock = {"kind": "no_starts", "from_day": 300, "days": 60}
    seen = Outcome.of(run(parameters(replications=2, shocks=[shock])), ["No starts"])
    assert seen.usual is not None
    assert seen.names == ("No starts",)
    assert Outcome.of(run(parameters(replications=2))).usual is None


def test_weeks_of_a_shock() -> None:
    assert _weeks(185, 215, False) == "from 26 to 31"
    assert _weeks(185, 730, True) == "from 26 on"
