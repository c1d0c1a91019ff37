"""The simulator beside a bare SimPy loop of the same process, in patients a second.

The bare loop has one process a patient with the resource of the library, no shocks, no limits, and
sums up nothing; it meets the same luck. Goal: at most 1.5 times its time.
"""

import time
from collections.abc import Iterator

import simpy

from readiness.domain.simulation import Parameters
from readiness.stress.draws import Draws, draw
from readiness.stress.shocks import Shocks
from readiness.stress.simulate import replicate, simulate

COMMERCIAL = {
    "replications": 200,
    "horizon_days": 910,
    "warm_up_days": 180,
    "demand_per_year": 1_450,
    "sites": [{"name": "A", "suites": 42}],
    "lead_days": {"request": 7, "collection": 2},
    "process_days": {7: 0.7, 8: 0.2, 9: 0.1},
    "changeover_days": 1,
    "failure_rate": 0.05,
    "recollection_days": 14,
    "release_days": {"minimum": 5, "median": 7, "p90": 10},
    "ship_and_prepare_days": 7,
    "dropout_per_day": {"before_collection": 0.004, "after_collection": 0.003},
}
PHASE_1 = COMMERCIAL | {
    "demand_per_year": 12,
    "sites": [{"name": "A", "suites": 1}],
    "process_days": {10: 0.7, 11: 0.2, 12: 0.1},
    "release_days": {"minimum": 14, "median": 21, "p90": 34},
}
COMPARED = 12


def bare(given: Parameters, luck: Draws) -> int:
    """Patients treated."""
    clock = simpy.Environment()
    suites = simpy.Resource(clock, given.suites())
    treated = 0

    def patient(n: int) -> Iterator[simpy.Event]:
        nonlocal treated
        yield clock.timeout(given.lead_days.request + given.lead_days.collection)
        for attempt in range(given.max_attempts):
            with suites.request() as suite:
                yield suite
                if luck.request[n] + luck.before[n] < clock.now:
                    return
                yield clock.timeout(luck.process[n, attempt] + given.changeover_days)
            if luck.fails[n, attempt] >= given.failure_rate:
                yield clock.timeout(luck.release[n, attempt] + given.ship_and_prepare_days)
                treated += 1
                return
            yield clock.timeout(given.recollection_days)

    def requests() -> Iterator[simpy.Event]:
        for n, day in enumerate(luck.request):
            yield clock.timeout(day - clock.now)
            clock.process(patient(n))

    clock.process(requests())
    clock.run(until=given.horizon_days)
    return treated


def main() -> None:
    """Both in turns on the same replications, then the two whole runs."""
    given = Parameters.model_validate(COMMERCIAL)
    ours = theirs = 0.0
    patients = 0
    for number in range(COMPARED):
        shocks = Shocks(given)
        luck = draw(given, shocks, number)
        patients += len(luck.request)
        begun = time.process_time()
        bare(given, luck)
        theirs += time.process_time() - begun
        begun = time.process_time()
        replicate(given, number)
        ours += time.process_time() - begun
    print(f"bare SimPy loop        {patients / theirs:10,.0f} patients a second")
    print(f"simulator              {patients / ours:10,.0f} patients a second")
    print(f"time of the simulator  {ours / theirs:10.2f} of the bare loop (goal: at most 1.5)")
    for name, world in (("1,450 patients a year, 42 suites", given), ("Phase 1", PHASE_1)):
        begun = time.perf_counter()
        simulate(Parameters.model_validate(world) if isinstance(world, dict) else world)
        print(f"200 replications, {name}: {time.perf_counter() - begun:.1f} s")
