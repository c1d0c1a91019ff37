"""Charts of a simulation and their words."""

import numpy as np
import pytest

from readiness.domain.base import remade
from readiness.report.stress_figures import (
    Span,
    load_figure,
    queue_figure,
    stock_figure,
    waiting_figure,
)
from readiness.stress.loads import loads
from readiness.stress.simulate import simulate
from tests.stress.slots import parameters

SHOCK = {"kind": "site_down", "site": "A", "from_day": 400, "days": 60}
GIVEN = parameters(replications=4, demand_per_year=20, warm_up_days=100, shocks=[SHOCK])
SHOCKED, USUAL = simulate(GIVEN), simulate(remade(GIVEN, shocks=()))


def test_the_queue_by_week_with_and_without_the_shock() -> None:
    figure = queue_figure(SHOCKED, USUAL, 100, [Span("A site down", 400, 460)])
    calm, heavy = figure.data
    assert (calm.name, heavy.name) == ("without shocks", "as simulated")
    # 995 days after warm-up are 142 whole weeks.
    assert len(heavy.x) == 142
    first = np.mean(SHOCKED.queue.by_day[100:107])
    assert heavy.y[0] == pytest.approx(first)
    begins, bar = figure.layout.shapes
    assert begins.x0 == bar.x0 == pytest.approx(300 / 7)
    assert bar.x1 == pytest.approx(360 / 7)
    assert bar.y0 > max(heavy.y)  # over the curves, never on them
    assert figure.layout.annotations[0].text.strip() == "A site down"
    alone = queue_figure(USUAL, None, 100)
    assert len(alone.data) == 1
    assert not alone.layout.shapes


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
    assert figure_names(found) == ["one in ten waits longer", "median", "where waiting tips"]
    flat = found.model_copy(update={"knee": None})
    assert figure_names(flat) == ["one in ten waits longer", "median"]


def figure_names(found):
    """Names of the traces."""
    return [trace.name for trace in load_figure(found).data]


def test_the_stock_of_doses_by_week() -> None:
    ahead = {"batch_doses": 9, "batches_per_campaign": 1, "doses_per_day": 0.1, "initial_stock": 9}
    given = parameters(replications=2, warm_up_days=100, campaign=ahead)
    seen = simulate(given)
    assert seen.doses is not None
    figure = stock_figure(seen, None, 100)
    assert figure.data[0].y[0] == pytest.approx(np.mean(seen.doses.stock_by_day[100:107]))
    assert len(stock_figure(seen, seen, 100).data) == 2
