"""Small worlds of patient slots for the tests."""

from typing import Any

import numpy as np
from scipy import stats

from readiness.domain.simulation import Parameters


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
