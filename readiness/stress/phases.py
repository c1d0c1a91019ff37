"""The queue before, during and after each shock (method 10)."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from readiness.domain.simulation import Parameters


@dataclass(frozen=True)
class Phases:
    """Of one shock: days on which it holds, and the mean queue around it, in patients.

    ``until``: the horizon where it stays. ``before``: from the end of warm-up to the first shock of
    all; ``most``: of the days during; ``after``: from its end to the horizon. None where there is
    no such day.
    """

    begins: float
    until: float
    stays: bool
    before: float | None
    during: float | None
    most: float | None
    after: float | None


def phases(parameters: Parameters, by_day: Sequence[float]) -> tuple[Phases, ...]:
    """One entry a shock, in their order; ``by_day``: the mean queue at the end of each day."""
    days = np.array(by_day)
    first = min((s.from_day for s in parameters.shocks), default=0.0)
    found = []
    for shock in parameters.shocks:
        until = min(shock.ends(), parameters.horizon_days)
        during = days[int(shock.from_day) : int(until)]
        found.append(
            Phases(
                begins=shock.from_day,
                until=until,
                stays=shock.ends() >= parameters.horizon_days,
                before=_mean(days[int(parameters.warm_up_days) : int(first)]),
                during=_mean(during),
                most=float(during.max()) if len(during) else None,
                after=_mean(days[int(until) :]),
            )
        )
    return tuple(found)


def _mean(days: np.ndarray) -> float | None:
    return float(days.mean()) if len(days) else None
