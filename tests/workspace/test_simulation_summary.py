"""What a simulation says on the command line."""

from readiness.domain.base import remade
from readiness.domain.simulated import Interval
from readiness.stress.simulate import simulate
from readiness.workspace.simulation_summary import simulation_lines
from tests.stress.slots import parameters

SHOCK = {"kind": "site_down", "site": "A", "from_day": 200, "days": 30}


def test_every_share_has_its_interval() -> None:
    seen = simulate(parameters(replications=3, shocks=[SHOCK]))
    seen = seen.model_copy(update={"treated": Interval(value=0.975, low=0.951, high=1.001)})
    lines = simulation_lines(seen)
    assert "Treated: 97.5 % (95.1 to 100.0)" in lines
    assert lines[0].startswith("3 replications, ")
    assert any(line.startswith("Vein to vein: median 17.0 days (17.0 to 17.0)") for line in lines)
    assert any("lost: site down 2.7 (2.7 to 2.7)" in line for line in lines)  # 30 days / 11
    assert any(line.startswith("Recovery: ") and "100 %" in line for line in lines)


def test_what_did_not_happen_is_said() -> None:
    none = simulate(parameters(replications=2, demand_per_year=0))
    assert "Vein to vein: nobody got there" in simulation_lines(none)
    never = {"kind": "demand", "factor": 9, "from_day": 1, "days": 1090}
    lost = simulation_lines(simulate(parameters(replications=2, shocks=[never])))
    assert "Recovery: the queue never came back to its usual length" in lost
    assert any(line.startswith("Warning: suites: used") for line in lost)


def test_doses_are_told_where_they_are_made_ahead() -> None:
    given = parameters(replications=2)
    ahead = {"batch_doses": 9, "batches_per_campaign": 1, "doses_per_day": 0.1, "initial_stock": 9}
    made = remade(given, campaign=parameters(campaign=ahead).campaign)
    assert any(
        line.startswith("Weeks without a dose: ") for line in simulation_lines(simulate(made))
    )
