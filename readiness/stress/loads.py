"""The load at which waiting tips: the same world under demand from half to three times."""

from collections.abc import Sequence

import numpy as np

from readiness.domain.base import remade
from readiness.domain.errors import Stopped
from readiness.domain.simulated import Interval, Load, Loads, Simulated
from readiness.domain.simulation import Parameters
from readiness.stress.journeys import FAILED, LEFT_AFTER, LEFT_BEFORE
from readiness.stress.simulate import Progress, Runs, interval, replicate, summed_up

FACTORS = (0.5, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0)
LOST = [LEFT_BEFORE, LEFT_AFTER, FAILED]


def loads(
    parameters: Parameters,
    progress: Progress | None = None,
    factors: Sequence[float] = FACTORS,
) -> Loads:
    """Waiting, use and losses by demand, rising; shocks are left out.

    Raises Stopped where ``progress`` says so.
    """
    rows, total = [], parameters.replications * len(factors)
    for position, factor in enumerate(factors):
        demand = parameters.demand_per_year * factor
        given = remade(parameters, shocks=(), demand_per_year=demand)
        seen = []
        for number in range(parameters.replications):
            done = position * parameters.replications + number
            if progress and not progress(done, total):
                raise Stopped(f"Stopped after {done} of {total} replications.")
            seen.append(replicate(given, number))
        lost = interval([o.shares[LOST].sum() for o in seen])
        rows.append(_load(factor, summed_up(Runs(given, tuple(seen), tuple(seen))), lost))
    waits = [row.access_wait.p50 for row in rows]
    known = [w for w in waits if w is not None]
    knee = _knee(factors, known) if len(known) == len(waits) else None
    return Loads(loads=tuple(rows), knee=knee)


def _load(factor: float, seen: Simulated, lost: Interval) -> Load:
    return Load(
        factor=factor,
        access_wait=seen.access_wait,
        utilisation=max(seen.utilisation.values(), key=lambda use: use.value),
        lost=lost,
    )


def _knee(x: Sequence[float], y: Sequence[float]) -> int | None:
    """The position farthest below the straight line from the first point to the last.

    Both axes are first brought to 0..1 (the idea of Satopaa et al., *Finding a "Kneedle" in a
    Haystack*, 2011). None where the curve does not bend upwards.
    """
    across, up = np.array(x, dtype=float), np.array(y, dtype=float)
    if len(across) < 3 or up[-1] <= up[0]:
        return None
    across = (across - across[0]) / (across[-1] - across[0])
    below = across - (up - up[0]) / (up[-1] - up[0])
    position = int(below.argmax())
    return position if below[position] > 0 else None
