"""Doses made ahead in campaigns and kept in stock (allogeneic, in vivo; method 10).

Requests are for doses. A campaign makes its batches one after the other in one suite, and each
batch that passes adds its doses after release. The next campaign begins, as soon as a suite is
free, once what is in stock and in the making no longer covers the planned use until a further
campaign would be through.
"""

from collections import deque

import numpy as np
import simpy
from numpy.typing import NDArray

from readiness.domain.simulation import Campaign, Parameters
from readiness.stress.draws import Draws, batches
from readiness.stress.floor import Floor, Steps
from readiness.stress.gates import Gates
from readiness.stress.journeys import LEFT_BEFORE, SITE_DOWN, TREATED, UNFIT, Journeys
from readiness.stress.outcomes import leave_those_gone
from readiness.stress.rosters import Roster
from readiness.stress.shocks import Shocks


class Inventory:
    """One replication of doses from stock; ``run`` it once."""

    def __init__(
        self,
        parameters: Parameters,
        campaign: Campaign,
        shocks: Shocks,
        draws: Draws,
        replication: int,
    ) -> None:
        self._given = parameters
        self._campaign = campaign
        self._shocks = shocks
        self.journeys = Journeys(draws.request)
        self._floor = Floor(parameters, self.journeys, self._plan)
        self._clock = self._floor.clock
        self._gates = Gates(parameters, shocks)
        self._tests = Roster(parameters.release.capacity_per_week if parameters.release else None)
        self._batches = batches(parameters, replication)
        self._leaves = (draws.request + draws.before).tolist()
        self._waiting: deque[int] = deque()
        self._stock = campaign.initial_stock
        self._coming = 0
        self._changes = [(0.0, self._stock)]
        self.campaigns: list[float] = []
        """Day on which each campaign began."""

    def run(self) -> Journeys:
        """All events until the horizon."""
        self._plan()
        self._clock.process(self._requests())
        self._floor.run(self._shocks.downs)
        self.journeys.rosters = {"operators": self._gates.operators, "release tests": self._tests}
        never = [float("inf")] * len(self._leaves)
        leave_those_gone(self.journeys, self._leaves, never)
        return self.journeys

    def stock(self) -> NDArray[np.float64]:
        """Doses on hand at the end of each day, shape (days,)."""
        at = np.array([day for day, _ in self._changes])
        doses = np.array([left for _, left in self._changes], dtype=float)
        days = np.arange(1, int(self._given.horizon_days) + 1)
        return doses[np.searchsorted(at, days, side="right") - 1]

    def _requests(self) -> Steps:
        for patient, day in enumerate(self.journeys.requested.tolist()):
            yield self._clock.timeout(day - self._clock.now)
            self._waiting.append(patient)
            self._serve()
            self._plan()

    def _serve(self) -> None:
        now, seen = self._clock.now, self.journeys
        while self._waiting and self._stock:
            patient = self._waiting.popleft()
            if self._leaves[patient] < now:
                seen.end(patient, LEFT_BEFORE, self._leaves[patient])
                continue
            self._stock -= 1
            seen.collected[patient] = now
            seen.end(patient, TREATED, now + self._given.ship_and_prepare_days)
        self._changes.append((now, self._stock))

    def _plan(self) -> None:
        """Begin a campaign where planning says so and a suite is free."""
        made = self._campaign.batch_doses * self._campaign.batches_per_campaign
        through = (
            self._given.mean_cycle() * self._campaign.batches_per_campaign
            + self._given.release_days.p90
        )
        cover = self._campaign.doses_per_day * through
        while self._stock + self._coming - len(self._waiting) <= cover:
            site = self._floor.free()
            if site is None:
                return
            self._coming += made
            self.campaigns.append(self._clock.now)
            self._floor.use(site, self._made(site))

    def _made(self, site: int) -> Steps:
        left = self._campaign.batches_per_campaign
        try:
            for number in range(left):
                start, cause = self._gates.earliest(self._clock.now)
                self._gates.pass_through(start, self._clock.now)
                if start > self._clock.now:
                    days = start - self._clock.now
                    self.journeys.stood.append((cause, self._clock.now, 1, days))
                    yield self._clock.timeout(days)
                process, chance, release = next(self._batches)
                self.journeys.batches.append((start, process))
                yield self._clock.timeout(process)
                self._ended(chance, release)
                left -= 1
                if number + 1 < self._campaign.batches_per_campaign:
                    yield self._clock.timeout(self._given.changeover_days)
        except simpy.Interrupt:
            self.journeys.lost.append((SITE_DOWN, self._clock.now))
            self._coming -= left * self._campaign.batch_doses
        self._floor.done(site)
        yield self._clock.timeout(self._given.changeover_days)
        self._floor.give_back(site)

    def _ended(self, chance: float, release: float) -> None:
        now = self._clock.now
        if chance < self._shocks.failure_rate(now):
            self.journeys.lost.append((UNFIT, now))
            self._coming -= self._campaign.batch_doses
            self._plan()
            return
        tested = self._tests.earliest(now)
        self._tests.take(tested)
        days = tested - now + release + self._shocks.release_delay(now)
        self._clock.process(self._released(days))

    def _released(self, days: float) -> Steps:
        yield self._clock.timeout(days)
        self._coming -= self._campaign.batch_doses
        self._stock += self._campaign.batch_doses
        self._serve()
