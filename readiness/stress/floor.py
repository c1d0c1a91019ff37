"""The suites of a simulation with their clock, and the outages that stop them."""

from collections.abc import Callable, Generator, Sequence
from typing import TypeAlias

import simpy

from readiness.domain.simulation import Parameters, SiteDown
from readiness.stress.journeys import SITE_DOWN, Journeys
from readiness.stress.suites import Suites

Steps: TypeAlias = Generator[simpy.Event, object, None]


class Floor:
    """Suites in use and free. ``then`` is called whenever suites may have become free."""

    def __init__(
        self, parameters: Parameters, journeys: Journeys, then: Callable[[], None]
    ) -> None:
        self.clock = simpy.Environment()
        self._horizon = parameters.horizon_days
        self._suites = Suites(parameters.sites)
        self._running: list[dict[simpy.Process, None]] = [{} for _ in parameters.sites]
        self._seen = journeys
        self._then = then

    def run(self, downs: Sequence[SiteDown]) -> None:
        """All events until the horizon, with these outages."""
        for down in downs:
            self.clock.process(self._outage(down))
        self.clock.run(until=self._horizon)

    def free(self) -> int | None:
        """A site with a free suite, or None."""
        return self._suites.free()

    def hold(self, site: int, days: float) -> None:
        """Keep a suite empty for some days."""
        self._suites.take(site)
        self.clock.process(self._held(site, days))

    def _held(self, site: int, days: float) -> Steps:
        yield self.clock.timeout(days)
        self.give_back(site)

    def use(self, site: int, work: Steps) -> None:
        """Begin work in a free suite; an outage that loses what runs interrupts it."""
        self._suites.take(site)
        self._running[site][self.clock.process(work)] = None

    def done(self, site: int) -> None:
        """The work that calls this can no longer be interrupted."""
        work = self.clock.active_process
        if work is not None:
            self._running[site].pop(work)

    def give_back(self, site: int) -> None:
        """A suite is free again, or stops where an outage waits for it."""
        self._suites.give(site)
        self._then()

    def _outage(self, down: SiteDown) -> Steps:
        yield self.clock.timeout(down.from_day)
        site = self._suites.place(down.site)
        stopped, busy = self._suites.stop(site, down.share)
        days = min(down.ends(), self._horizon) - down.from_day
        self._seen.stood.append((SITE_DOWN, down.from_day, stopped, days))
        if down.running == "lost":
            for work in list(self._running[site])[:busy]:
                work.interrupt()
        if down.days is not None:
            yield self.clock.timeout(down.days)
            self._suites.back(site, stopped)
            self._then()
