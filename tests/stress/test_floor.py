"""Outages of suites, and the work in them."""

from contextlib import suppress

import numpy as np
import pytest
import simpy

from readiness.domain.simulation import SiteDown
from readiness.stress.floor import Floor, Steps
from readiness.stress.journeys import Journeys
from tests.stress.slots import parameters


@pytest.mark.parametrize(("running", "ends"), [("finished", 10), ("lost", 4)])
def test_what_runs_is_finished_or_lost(running: str, ends: float) -> None:
    seen = Journeys(np.array([]))
    free: list[float] = []
    floor = Floor(parameters(), seen, lambda: free.append(floor.clock.now))
    over: list[float] = []

    def work() -> Steps:
        with suppress(simpy.Interrupt):
            yield floor.clock.timeout(10)
        over.append(floor.clock.now)
        floor.done(0)
        floor.give_back(0)

    floor.use(0, work())
    down = {"kind": "site_down", "site": "A", "from_day": 4, "days": 30, "running": running}
    floor.run([SiteDown.model_validate(down)])
    assert over == [ends]
    assert free == [ends, 34]
    assert floor.free() == 0
    assert seen.stood == [("site down", 4, 1, 30)]


def test_a_suite_held_is_nobodys() -> None:
    floor = Floor(parameters(horizon_days=5), Journeys(np.array([])), lambda: None)
    floor.hold(0, 2)
    assert floor.free() is None
    floor.run([])
    assert floor.free() == 0
