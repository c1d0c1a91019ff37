"""Charts of a simulation and their words."""

import numpy as np
import pytest

from readiness.domain.base import remade
from readiness.report.stress_figures import (
    load_figure,
    loads_in_words,
    queue_figure,
    queue_in_words,
    waiting_figure,
)
from readiness.stress.loads import loads
from readiness.stress.simulate import simulate
from tests.stress.slots import parameters

SHOCK = {"kind": "site_down", "site": "A", "from_day": 400, "days": 60}
GIVEN = parameters(replications=4, demand_per_year=20, warm_up_days=100, shocks=[SHOCK])
SHOCKED, USUAL = simulate(GIVEN), simulate(remade(GIVEN, shocks=()))


def test_the_queue_by_week_with_and_without_the_shock() -> None:
    figure = queue_figure(SHOCKED, USUAL, 100, 400)
    calm, heavy = figure.data
    assert (calm.name, heavy.name) == ("without shocks", "as simulated")
    # 995 days after warm-up are 142 whole weeks.
    assert len(heavy.x) == 142
    first = np.mean(SHOCKED.queue.by_day[100:107])
    assert heavy.y[0] == pytest.approx(first)
    assert figure.layout.shapes[0].x0 == pytest.approx(300 / 7)
    alone = queue_figure(USUAL, None, 100, 0)
    assert len(alone.data) == 1
    assert not alone.layout.shapes


def test_words_of_the_queue() -> None:
    words = queue_in_words(SHOCKED, USUAL)
    assert "Without shocks" in words
    assert "weeks after the last shock has ended" in words
    assert "shock" not in queue_in_words(USUAL, None)
    lost = SHOCKED.model_copy(
        update={"recovery_weeks": SHOCKED.recovery_weeks.model_copy(update={"weeks": None})}  # type: ignore[union-attr]  # every shock of this world ends
    )
    assert queue_in_words(lost, USUAL).endswith("never comes back to its usual length.")


def test_shares_within_so_many_days() -> None:
    figure = waiting_figure("Vein to vein", np.arange(101.0), np.array([]))
    assert [trace.name for trace in figure.data] == ["as simulated"]
    curve = figure.data[0]
    assert curve.y[0] == 0
    assert curve.x[-1] == pytest.approx(99.5)
    assert not waiting_figure("Vein to vein", np.array([]), None).data


def test_the_load_at_which_waiting_tips_has_a_mark_and_a_sentence() -> None:
    found = loads(parameters(replications=4, demand_per_year=16, warm_up_days=100))
    assert found.knee is not None
    knee = found.loads[found.knee]
    assert figure_names(found) == ["one in ten waits longer", "median", "where waiting tips"]
    assert f"at about {knee.factor:g} times" in loads_in_words(found)
    flat = found.model_copy(update={"knee": None})
    assert figure_names(flat) == ["one in ten waits longer", "median"]
    assert loads_in_words(flat).startswith("Waiting does not tip")


def figure_names(found):
    """Names of the traces."""
    return [trace.name for trace in load_figure(found).data]
