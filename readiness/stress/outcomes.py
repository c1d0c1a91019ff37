"""The figures of one replication (method 10; domain 8.2)."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from readiness.domain.simulation import Parameters
from readiness.stress.journeys import (
    CAUSES,
    LEFT_AFTER,
    LEFT_BEFORE,
    NEVER,
    TREATED,
    WAITING,
    Journeys,
)

SUITES = "suites"


@dataclass(frozen=True)
class Outcomes:
    """Of the requests after warm-up. Days are shape (patients,), ``queue`` shape (days,).

    ``shares``: by outcome, of ``requests``; ``used`` and ``lost`` in slots after warm-up.
    """

    requests: int
    shares: NDArray[np.float64]
    access_wait: NDArray[np.float64]
    vein_to_vein: NDArray[np.float64]
    utilisation: dict[str, float]
    queue: NDArray[np.float64]
    used: int
    lost: dict[str, float]
    stock: NDArray[np.float64] | None = None
    """Doses on hand at the end of each day, shape (days,), where doses are made ahead."""
    campaigns: int = 0
    """Begun after warm-up."""


def outcomes(
    parameters: Parameters,
    journeys: Journeys,
    stock: NDArray[np.float64] | None = None,
    campaigns: Sequence[float] = (),
) -> Outcomes:
    """What the journeys of one replication come to; nothing after the horizon is known.

    ``campaigns``: the days on which campaigns began.
    """
    horizon, warm = parameters.horizon_days, parameters.warm_up_days
    requested = journeys.requested
    collected, ended = np.array(journeys.collected), np.array(journeys.ended)
    outcome = np.where(ended > horizon, WAITING, np.array(journeys.outcome, dtype=int))
    measured = requested >= warm
    reached = measured & (collected <= horizon)
    treated = measured & (outcome == TREATED)
    counts = np.bincount(outcome[measured], minlength=5)
    return Outcomes(
        requests=int(measured.sum()),
        shares=counts / max(1, measured.sum()),
        access_wait=collected[reached] - requested[reached],
        vein_to_vein=ended[treated] - collected[treated],
        utilisation=_utilisation(parameters, journeys),
        queue=_queue(parameters, requested, collected, ended, outcome),
        used=sum(start >= warm for start, _ in journeys.batches),
        lost=_lost(parameters, journeys),
        stock=stock,
        campaigns=sum(day >= warm for day in campaigns),
    )


def leave_those_gone(journeys: Journeys, leaves: list[float], stays: list[float]) -> None:
    """Who was still in a queue when the horizon came, and had left it meanwhile.

    The queue looks at a patient only when it is their turn. ``leaves``: the day on which each
    would go before a collection; ``stays``: the days after it.
    """
    for patient, outcome in enumerate(journeys.outcome):
        if outcome != WAITING:
            continue
        collected = journeys.collected[patient]
        if collected == NEVER:
            journeys.end(patient, LEFT_BEFORE, leaves[patient])
        else:
            journeys.end(patient, LEFT_AFTER, collected + stays[patient])


def _queue(
    parameters: Parameters,
    requested: NDArray[np.float64],
    collected: NDArray[np.float64],
    ended: NDArray[np.float64],
    outcome: NDArray[np.int64],
) -> NDArray[np.float64]:
    """Patients due for collection and not collected, at the end of each day, shape (days,)."""
    due = requested + parameters.lead_days.request
    left = np.where(outcome == LEFT_BEFORE, ended, NEVER)
    out = np.maximum(due, np.minimum(collected, left))
    days = np.arange(1, int(parameters.horizon_days) + 1)
    came = np.searchsorted(due, days, side="right")
    gone = np.searchsorted(np.sort(out), days, side="right")
    return (came - gone).astype(float)


def _utilisation(parameters: Parameters, journeys: Journeys) -> dict[str, float]:
    horizon, warm = parameters.horizon_days, parameters.warm_up_days
    batches = np.array(journeys.batches).reshape(-1, 2)
    begins = np.clip(batches[:, 0], warm, horizon)
    ends = np.clip(batches[:, 0] + batches[:, 1], warm, horizon)
    days = parameters.suites() * (horizon - warm)
    limits = {n: r.used(warm, horizon) for n, r in journeys.rosters.items() if r.per_week}
    return {SUITES: float((ends - begins).sum() / days)} | limits


def _lost(parameters: Parameters, journeys: Journeys) -> dict[str, float]:
    horizon, warm = parameters.horizon_days, parameters.warm_up_days
    lost = dict.fromkeys(CAUSES, 0.0)
    for cause, day in journeys.lost:
        lost[cause] += day >= warm
    for cause, day, suites, days in journeys.stood:
        seen = max(0.0, min(day + days, horizon) - max(day, warm))
        lost[cause] += suites * seen / parameters.mean_cycle()
    return lost
