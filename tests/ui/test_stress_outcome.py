"""What a simulation showed."""

from readiness.stress.simulate import run
from readiness.ui.stress_charts import Outcome
from readiness.ui.stress_outcome import _rows, _sentence
from tests.stress.slots import parameters

SHOCK = {"kind": "no_starts", "from_day": 300, "days": 60}


def test_with_shocks_the_same_luck_without_them_stands_beside() -> None:
    seen = Outcome.of(run(parameters(replications=3, shocks=[SHOCK])))
    assert seen.usual is not None
    rows = {name: cells for name, *cells in _rows([seen.shocked, seen.usual])}
    assert rows["Slots lost: no starts"][1] == "0.0 (0.0 to 0.0)"
    assert rows["Slots lost: no starts"][0] != "0.0 (0.0 to 0.0)"
    assert rows["Treated"][0].endswith("%)")
    assert Outcome.of(run(parameters(replications=2))).usual is None


def test_the_sentence_names_what_is_full() -> None:
    full = parameters(replications=2, demand_per_year=60, warm_up_days=100)
    words = _sentence(Outcome.of(run(full)).shocked)
    assert words.endswith("The bottleneck is suites: used 91 % of the time.")


def test_weeks_to_recover_stand_in_the_table_with_their_reason() -> None:
    def said(**shock: object) -> str:
        seen = Outcome.of(run(parameters(replications=3, shocks=[shock])))
        assert seen.usual is not None
        return {name: cells[0] for name, *cells in _rows([seen.shocked, seen.usual])}[
            "Weeks to recover"
        ]

    assert said(**SHOCK)[0].isdigit()
    assert "a shock stays" in said(kind="demand", factor=2, from_day=300)
    assert "not within" in said(kind="no_starts", from_day=300, days=790)


def test_doses_made_ahead_have_their_rows() -> None:
    ahead = {"batch_doses": 9, "batches_per_campaign": 1, "doses_per_day": 0.1, "initial_stock": 9}
    seen = Outcome.of(run(parameters(replications=2, campaign=ahead)))
    assert "Weeks without a dose" in [row[0] for row in _rows([seen.shocked])]
