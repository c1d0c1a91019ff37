"""Doses from stock, made ahead in campaigns (method 10)."""

from typing import Any

import numpy as np
import pytest

from readiness.domain.simulation import Parameters
from readiness.stress.draws import draw
from readiness.stress.inventory import Inventory
from readiness.stress.shocks import Shocks
from readiness.stress.simulate import simulate
from tests.stress.slots import parameters


def world(**changes: Any) -> Parameters:
    """Two doses a day; a campaign of two batches with 100 doses each takes 21 days."""
    plain: dict[str, Any] = {
        "demand_per_year": 730,
        "campaign": {
            "batch_doses": 100,
            "batches_per_campaign": 2,
            "doses_per_day": 2,
            "initial_stock": 100,
        },
        "ship_and_prepare_days": 3,
        "replications": 5,
    }
    return parameters(**plain | changes)


def run(given: Parameters) -> Inventory:
    """The first replication."""
    assert given.campaign is not None
    shocks = Shocks(given)
    made = Inventory(given, given.campaign, shocks, draw(given, shocks, 0), 0)
    made.run()
    return made


def test_a_campaign_begins_once_the_cover_is_gone() -> None:
    # A campaign is through after 2 * 11 days and release of 7: cover 2 * 29 = 58 doses. With 100
    # doses the first campaign begins at the request that leaves 58.
    made = run(world())
    first = made.campaigns[0]
    assert first == made.journeys.requested[41]
    # Its batches start then and eleven days later, and add 100 doses each 17 days after that.
    starts = [start for start, _ in made.journeys.batches[:2]]
    assert starts == pytest.approx([first, first + 11])
    before, after = int(first + 17), int(first + 17) + 1
    served = np.sum((made.journeys.requested > before) & (made.journeys.requested <= after))
    assert made.stock()[after - 1] == made.stock()[before - 1] + 100 - served


def test_who_finds_no_dose_waits_for_the_next_batch() -> None:
    empty = {"batch_doses": 100, "batches_per_campaign": 1, "doses_per_day": 2, "initial_stock": 0}
    made = run(world(campaign=empty))
    # The campaign of day 0 gives its doses on day 17; whoever asked before gets one then.
    early = made.journeys.requested < 17
    assert early.sum() > 10
    assert all(day == 17 for day in np.array(made.journeys.collected)[early])
    assert made.stock()[15] == 0


def test_what_stands_in_the_answer() -> None:
    seen = simulate(world())
    assert seen.doses is not None
    assert len(seen.doses.stock_by_day) == 1095
    # 730 doses a year are 3.65 campaigns of 200 a year.
    assert seen.doses.campaigns.value == pytest.approx(3 * 3.65, abs=1)
    assert seen.treated.value > 0.95
    assert seen.vein_to_vein.p50 == 3


def test_stock_runs_out_when_batches_fail_and_a_site_stands_still() -> None:
    calm = simulate(world())
    poor = simulate(
        world(
            failure_rate=0.5,
            shocks=[
                {
                    "kind": "site_down",
                    "site": "A",
                    "from_day": 300,
                    "days": 120,
                    "running": "lost",
                }
            ],
        )
    )
    assert calm.doses is not None
    assert poor.doses is not None
    assert poor.doses.stock_out_weeks.low > calm.doses.stock_out_weeks.high + 5
    assert poor.slots.lost["site down"].value >= 120 / 11
    assert poor.slots.lost["failed batch"].value > 5
