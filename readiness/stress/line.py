"""The journey of patients through collection, suite and release, as discrete events (method 10).

The clock is SimPy's. What a batch waits for beside a suite (people, materials, a stop) is promised
in the order in which suites are given, and so needs no events of its own.
"""

from collections import deque
from math import ceil

import simpy

from readiness.domain.simulation import Parameters
from readiness.stress.draws import Draws
from readiness.stress.floor import Floor, Steps
from readiness.stress.gates import Gates
from readiness.stress.journeys import (
    FAILED,
    LATE,
    LEFT_AFTER,
    LEFT_BEFORE,
    SITE_DOWN,
    TREATED,
    UNFIT,
    Journeys,
)
from readiness.stress.outcomes import leave_those_gone
from readiness.stress.rosters import Roster
from readiness.stress.shocks import Shocks


class Line:
    """One replication; ``run`` it once."""

    def __init__(self, parameters: Parameters, shocks: Shocks, draws: Draws) -> None:
        self._given = parameters
        self._shocks = shocks
        self.journeys = Journeys(draws.request)
        self._floor = Floor(parameters, self.journeys, self._give_suites)
        self._clock = self._floor.clock
        self._gates = Gates(parameters, shocks)
        self._tests = Roster(parameters.release.capacity_per_week if parameters.release else None)
        self._reviews = Roster(
            parameters.reviewers.records_per_week if parameters.reviewers else None
        )
        self._firsts: deque[int] = deque()
        self._repeats: deque[int] = deque()
        self._tries = [0] * len(draws.request)
        self._leaves = (draws.request + draws.before).tolist()
        self._stays = draws.after.tolist()
        self._process = draws.process.tolist()
        self._fails = draws.fails.tolist()
        self._backup = draws.backup.tolist()
        self._release = draws.release.tolist()
        self._planned = _median(parameters.process_days) + parameters.release_days.median

    def run(self) -> Journeys:
        """All events until the horizon."""
        self._clock.process(self._arrivals())
        self._floor.run(self._shocks.downs)
        self.journeys.rosters = {
            "operators": self._gates.operators,
            "release tests": self._tests,
            "record review": self._reviews,
        }
        leave_those_gone(self.journeys, self._leaves, self._stays)
        return self.journeys

    def _arrivals(self) -> Steps:
        lead = self._given.lead_days.request + self._given.lead_days.collection
        for patient, day in enumerate((self.journeys.requested + lead).tolist()):
            yield self._clock.timeout(day - self._clock.now)
            self._firsts.append(patient)
            self._give_suites()

    def _give_suites(self) -> None:
        """To who is first, repeats before all, as long as there are suites and patients."""
        while (self._firsts or self._repeats) and (site := self._floor.free()) is not None:
            patient = (self._repeats or self._firsts).popleft()
            now = self._clock.now
            start, cause = self._gates.earliest(now)
            late = self._called(patient, start)
            if late is None:
                continue
            if late:
                # Nobody else can be collected so soon.
                self.journeys.lost.append((LATE, now))
                self._floor.hold(site, self._given.lead_days.collection)
                continue
            self._gates.pass_through(start, now)
            if start > now:
                self.journeys.stood.append((cause, now, 1, start - now))
            self._floor.use(site, self._batch(patient, site, start))

    def _called(self, patient: int, start: float) -> bool | None:
        """False: the patient comes; True: called off after collection; None: was gone before."""
        seen = self.journeys
        if seen.collected[patient] <= self._clock.now:
            gone = seen.collected[patient] + self._stays[patient]
            if gone < start:
                seen.end(patient, LEFT_AFTER, gone)
                return None
            return False
        collected = start - self._given.lead_days.collection
        if self._leaves[patient] < collected:
            seen.end(patient, LEFT_BEFORE, self._leaves[patient])
            return None
        seen.collected[patient] = collected
        gone = collected + self._stays[patient]
        if gone < start:
            seen.end(patient, LEFT_AFTER, gone)
            return True
        return False

    def _batch(self, patient: int, site: int, start: float) -> Steps:
        clock, seen = self._clock, self.journeys
        booked = clock.now + self._planned
        attempt = self._tries[patient]
        try:
            if start > clock.now:
                yield clock.timeout(start - clock.now)
            self._tries[patient] += 1
            seen.starts(patient, start, self._process[patient][attempt])
            yield clock.timeout(self._process[patient][attempt])
            stopped = False
        except simpy.Interrupt:
            stopped = True
        self._floor.done(site)
        if stopped and self._tries[patient] == attempt:
            self._repeats.appendleft(patient)
        else:
            self._ended(patient, attempt, booked, stopped=stopped)
        if self._given.changeover_days and not stopped:
            yield clock.timeout(self._given.changeover_days)
        self._floor.give_back(site)

    def _ended(self, patient: int, attempt: int, booked: float, *, stopped: bool) -> None:
        now, seen = self._clock.now, self.journeys
        gone = seen.collected[patient] + self._stays[patient]
        unfit = self._fails[patient][attempt] < self._shocks.failure_rate(now)
        if gone <= now:
            seen.lost.append((LATE, now))
            seen.end(patient, LEFT_AFTER, gone)
        elif stopped or unfit:
            seen.lost.append((SITE_DOWN if stopped else UNFIT, now))
            self._again(patient)
        else:
            self._to_release(patient, attempt, booked)

    def _again(self, patient: int) -> None:
        if self._tries[patient] >= self._given.max_attempts:
            self.journeys.end(patient, FAILED, self._clock.now)
        elif self._backup[patient] < self._given.backup:
            self._repeats.append(patient)
        else:
            self._clock.process(self._collected_again(patient))

    def _collected_again(self, patient: int) -> Steps:
        yield self._clock.timeout(self._given.recollection_days)
        self._repeats.append(patient)
        self._give_suites()

    def _to_release(self, patient: int, attempt: int, booked: float) -> None:
        now = self._clock.now
        tested = self._tests.earliest(now)
        self._tests.take(tested)
        days = self._release[patient][attempt] + self._shocks.release_delay(now)
        if self._given.reviewers:
            self._clock.process(self._reviewed(patient, tested + days - now, booked))
        else:
            self._infuse(patient, tested + days, booked)

    def _reviewed(self, patient: int, days: float, booked: float) -> Steps:
        yield self._clock.timeout(days)
        day = self._reviews.earliest(self._clock.now)
        self._reviews.take(day)
        self._infuse(patient, day, booked)

    def _infuse(self, patient: int, released: float, booked: float) -> None:
        clinic, begins = self._given.clinic, released
        if clinic:
            begins = booked + clinic.slack_days
            missed = ceil(max(0.0, released - begins) / clinic.next_opening_days)
            begins += missed * clinic.next_opening_days
        infused = begins + self._given.ship_and_prepare_days
        gone = self.journeys.collected[patient] + self._stays[patient]
        if gone < infused:
            self.journeys.end(patient, LEFT_AFTER, gone)
        else:
            self.journeys.end(patient, TREATED, infused)


def _median(days: dict[float, float]) -> float:
    """The smallest number of days that half of the batches need at most."""
    total = 0.0
    for day in sorted(days):
        total += days[day]
        if total >= 0.5 - 1e-9:
            return day
    return max(days)
