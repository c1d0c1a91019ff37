"""Many replications of the patient-slot model and what they say together (method 10)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import stats

from readiness.domain.base import remade
from readiness.domain.errors import Stopped
from readiness.domain.simulated import Doses, Interval, Queue, Recovery, Simulated, Slots, Waiting
from readiness.domain.simulation import Parameters
from readiness.stress.draws import draw
from readiness.stress.inventory import Inventory
from readiness.stress.journeys import (
    CAUSES,
    FAILED,
    LEFT_AFTER,
    LEFT_BEFORE,
    TREATED,
    WAITING,
    Journeys,
)
from readiness.stress.line import Line
from readiness.stress.outcomes import Outcomes, outcomes
from readiness.stress.shocks import Shocks

CONFIDENCE = 0.90
Progress = Callable[[int, int], bool]
"""Called with replications done and in all; False stops the run."""


@dataclass(frozen=True)
class Runs:
    """The replications of one set of parameters, and of the same without shocks if it has any."""

    parameters: Parameters
    shocked: tuple[Outcomes, ...]
    usual: tuple[Outcomes, ...]


def simulate(parameters: Parameters, progress: Progress | None = None) -> Simulated:
    """All replications, summed up. Deterministic: the same parameters give the same figures.

    Raises Stopped where ``progress`` says so.
    """
    return summed_up(run(parameters, progress))


def run(parameters: Parameters, progress: Progress | None = None) -> Runs:
    """Every replication once, and once more without shocks where there are shocks.

    Raises Stopped where ``progress`` says so.
    """
    calm = remade(parameters, shocks=())
    shocked, usual = [], []
    for number in range(parameters.replications):
        if progress and not progress(number, parameters.replications):
            raise Stopped(f"Stopped after {number} of {parameters.replications} replications.")
        shocked.append(replicate(parameters, number))
        if parameters.shocks:
            usual.append(replicate(calm, number))
    return Runs(parameters, tuple(shocked), tuple(usual or shocked))


def replicate(parameters: Parameters, number: int) -> Outcomes:
    """One replication; the number decides over its luck."""
    if parameters.campaign is None:
        return outcomes(parameters, journeys(parameters, number))
    shocks = Shocks(parameters)
    luck = draw(parameters, shocks, number)
    made = Inventory(parameters, parameters.campaign, shocks, luck, number)
    return outcomes(parameters, made.run(), made.stock(), made.campaigns)


def journeys(parameters: Parameters, number: int) -> Journeys:
    """What happens to each patient of one replication, where doses are not made ahead."""
    shocks = Shocks(parameters)
    return Line(parameters, shocks, draw(parameters, shocks, number)).run()


def summed_up(runs: Runs) -> Simulated:
    """Means with 90 % intervals, percentiles of all patients together, the queue by day."""
    seen, parameters = runs.shocked, runs.parameters
    shares = {kind: interval([o.shares[kind] for o in seen]) for kind in range(5)}
    use = {name: interval([o.utilisation[name] for o in seen]) for name in seen[0].utilisation}
    fullest = max(use, key=lambda name: use[name].value)
    return Simulated(
        replications=len(seen),
        requests=interval([o.requests for o in seen]),
        treated=shares[TREATED],
        dropped_before=shares[LEFT_BEFORE],
        dropped_after=shares[LEFT_AFTER],
        failed=shares[FAILED],
        still_waiting=shares[WAITING],
        access_wait=waiting([o.access_wait for o in seen]),
        vein_to_vein=waiting([o.vein_to_vein for o in seen]),
        utilisation=use,
        bottleneck=fullest if use[fullest].value > parameters.full_above else None,
        queue=_queue(parameters, seen),
        slots=_slots(parameters, seen),
        recovery_weeks=_recovery(runs),
        doses=_doses(parameters, seen),
        warnings=tuple(
            _full(name, found, parameters.full_above)
            for name, found in use.items()
            if found.value > parameters.full_above
        ),
    )


def interval(values: ArrayLike) -> Interval:
    """Mean of one value a replication with its 90 % interval by Student's t."""
    numbers = np.asarray(values, dtype=float)
    mean = float(numbers.mean())
    half = _half(numbers - mean)
    return Interval(value=mean, low=mean - half, high=mean + half)


def _half(deviations: NDArray[np.float64]) -> float:
    """Half the width of the interval from one deviation a replication."""
    n = len(deviations)
    if n < 2:
        return 0.0
    error = float(np.sqrt((deviations**2).sum() / (n - 1) / n))
    return float(stats.t.ppf((1 + CONFIDENCE) / 2, n - 1)) * error


def waiting(days: Sequence[NDArray[np.float64]]) -> Waiting:
    """Percentiles of all replications together.

    The interval of the median is that of sectioning: the medians of the replications scatter
    around the median of all (Nakayama, ACM TOMACS 24(4), 2014).
    """
    together = np.concatenate(days)
    if not len(together):
        return Waiting(p50=None, p80=None, p90=None, p95=None, p50_low=None, p50_high=None)
    p50, p80, p90, p95 = (float(v) for v in np.percentile(together, [50, 80, 90, 95]))
    half = _half(np.array([np.median(d) - p50 for d in days if len(d)]))
    return Waiting(p50=p50, p80=p80, p90=p90, p95=p95, p50_low=p50 - half, p50_high=p50 + half)


def _queue(parameters: Parameters, seen: Sequence[Outcomes]) -> Queue:
    warm = int(parameters.warm_up_days)
    after = [o.queue[warm:] for o in seen]
    return Queue(
        mean=interval([q.mean() if len(q) else 0.0 for q in after]),
        p95=float(np.percentile(np.concatenate(after), 95)) if len(after[0]) else 0.0,
        by_day=tuple(np.mean([o.queue for o in seen], axis=0).tolist()),
    )


def _slots(parameters: Parameters, seen: Sequence[Outcomes]) -> Slots:
    days = parameters.horizon_days - parameters.warm_up_days
    return Slots(
        offered=parameters.suites() * days / parameters.mean_cycle(),
        used=interval([o.used for o in seen]),
        lost={cause: interval([o.lost[cause] for o in seen]) for cause in CAUSES},
    )


def _doses(parameters: Parameters, seen: Sequence[Outcomes]) -> Doses | None:
    stocks = [o.stock for o in seen if o.stock is not None]
    if not stocks:
        return None
    after = [stock[int(parameters.warm_up_days) :] for stock in stocks]
    return Doses(
        stock_by_day=tuple(np.mean(stocks, axis=0).tolist()),
        stock_out_weeks=interval([(stock == 0).sum() / 7 for stock in after]),
        campaigns=interval([o.campaigns for o in seen]),
    )


def _recovery(runs: Runs) -> Recovery | None:
    """Weeks until the queue is back at the mean of the same luck without shocks (domain 8.2)."""
    parameters = runs.parameters
    if not parameters.shocks or any(s.days is None for s in parameters.shocks):
        return None
    over = max(s.ends() for s in parameters.shocks)
    warm, first = int(parameters.warm_up_days), int(np.ceil(over))
    usual = np.mean([o.queue[warm:].mean() for o in runs.usual])
    weeks = []
    for outcome in runs.shocked:
        # The end of day n stands at position n - 1.
        back = np.flatnonzero(outcome.queue[max(0, first - 1) :] <= usual)
        if len(back):
            weeks.append((first + int(back[0]) - over) / 7)
    share = len(weeks) / len(runs.shocked)
    return Recovery(weeks=interval(weeks) if weeks else None, share=share)


def _full(name: str, use: Interval, line: float) -> str:
    return (
        f"{name}: used {100 * use.value:.0f} % of the time; above {100 * line:.0f} % every bad "
        "week becomes a queue"
    )
