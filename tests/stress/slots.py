"""Small worlds of patient slots for the tests."""

from typing import Any

import numpy as np
from scipy import stats

from readiness.domain.simulated import Assumption, KeptRun
from readiness.domain.simulation import Parameters
from readiness.stress.simulate import simulate
from tests.made import AS_OF


def parameters(**changes: Any) -> Parameters:
    """One suite, ten days of process and one of changeover; nobody leaves, nothing fails."""
    plain: dict[str, Any] = {
        "seed": 7,
        "replications": 20,
        "horizon_days": 1095,
        "demand_per_year": 12,
        "sites": [{"name": "A", "suites": 1}],
        "process_days": {10: 1.0},
        "changeover_days": 1,
        "release_days": {"minimum": 7, "median": 7, "p90": 7},
    }
    return Parameters.model_validate(plain | changes)


def exponential(mean: float) -> dict[float, float]:
    """An exponential service, cut into steps of 1 % of its mean, each at the middle of its step."""
    step = 0.01
    edges = np.arange(0, 12, step)
    shares = np.exp(-edges) - np.exp(-edges - step)
    shares[-1] += np.exp(-12)
    return {float(mean * (e + step / 2)): float(p) for e, p in zip(edges, shares, strict=True)}


def holds(values: Any, expected: float, confidence: float = 0.99) -> bool:
    """Whether the interval of the mean of one value a replication contains the figure expected."""
    numbers = np.asarray(values, dtype=float)
    half = stats.t.ppf((1 + confidence) / 2, len(numbers) - 1) * stats.sem(numbers)
    return bool(abs(numbers.mean() - expected) <= half)


def kept(a_year: float, suites: int = 1, *, stated: bool = True) -> KeptRun:
    """A simulation of so many requests a year, kept on the as-of date."""
    given = parameters(
        demand_per_year=a_year,
        sites=[{"name": "A", "suites": suites}],
        replications=4,
        warm_up_days=300,
    )
    number = Assumption(id="suites", label="Suites", value=suites, origin="said", known=stated)
    other = Assumption(id="backup", label="Back-up", value=0, origin="typical")
    return KeptRun(
        on=AS_OF,
        engine_version="1",
        content_version="1",
        parameters=given,
        assumptions=(number, other),
        shocked=simulate(given),
    )
