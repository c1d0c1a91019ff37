"""What chance decides for each patient, drawn before anything happens.

One stream for each source of randomness and replication: whatever else changes between two
scenarios, patient 17 meets the same luck (common random numbers, method 10).
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import stats

from readiness.domain.simulation import Parameters, ReleaseDays
from readiness.stress.shocks import Shocks

SOURCES = ("request", "before", "after", "process", "failure", "backup", "release")
"""The sources of randomness; the position of each is part of its seed."""
CHUNK = 256
Z90 = float(stats.norm.ppf(0.9))


@dataclass(frozen=True)
class Draws:
    """Shapes: (patients,) or (patients, attempts); times in days, chances in [0, 1).

    ``request``: when each patient asks, in order; ``before``, ``after``: how long each would stay
    before and after the collection.
    """

    request: NDArray[np.float64]
    before: NDArray[np.float64]
    after: NDArray[np.float64]
    process: NDArray[np.float64]
    fails: NDArray[np.float64]
    backup: NDArray[np.float64]
    release: NDArray[np.float64]


def draw(parameters: Parameters, shocks: Shocks, replication: int) -> Draws:
    """The luck of one replication (method 10; domain 8.1 for the distributions)."""
    streams = {name: _stream(parameters.seed, replication, name) for name in SOURCES}
    request = shocks.request_days(_arrivals(streams["request"], shocks.expected_requests()))
    n, attempts = len(request), parameters.max_attempts
    leaving = parameters.dropout_per_day
    return Draws(
        request=request,
        before=_stay(streams["before"], leaving.before_collection, n),
        after=_stay(streams["after"], leaving.after_collection, n),
        process=_process(parameters, streams["process"].random((n, attempts))),
        fails=streams["failure"].random((n, attempts)),
        backup=streams["backup"].random(n),
        release=_release(parameters.release_days, streams["release"], (n, attempts)),
    )


def batches(parameters: Parameters, replication: int) -> Iterator[tuple[float, float, float]]:
    """Process days, chance of failure and release days of one batch after the other, endlessly."""
    streams = {n: _stream(parameters.seed, replication, n) for n in SOURCES[-4:]}
    while True:
        yield from zip(
            _process(parameters, streams["process"].random(CHUNK)).tolist(),
            streams["failure"].random(CHUNK).tolist(),
            _release(parameters.release_days, streams["release"], (CHUNK,)).tolist(),
            strict=True,
        )


def _stream(seed: int, replication: int, name: str) -> np.random.Generator:
    key = (replication, SOURCES.index(name))
    return np.random.default_rng(np.random.SeedSequence(seed, spawn_key=key))


def _arrivals(stream: np.random.Generator, expected: float) -> NDArray[np.float64]:
    """Arrivals of a Poisson process of rate 1 until ``expected``."""
    gaps = stream.standard_exponential(int(expected + 5 * expected**0.5) + 20)
    while gaps.sum() < expected:
        gaps = np.concatenate([gaps, stream.standard_exponential(len(gaps))])
    times = np.cumsum(gaps)
    return times[times < expected]


def _stay(stream: np.random.Generator, per_day: float, n: int) -> NDArray[np.float64]:
    drawn = stream.standard_exponential(n)
    return drawn / per_day if per_day else np.full(n, np.inf)


def _process(parameters: Parameters, chance: NDArray[np.float64]) -> NDArray[np.float64]:
    days = np.array(sorted(parameters.process_days))
    shares = np.cumsum([parameters.process_days[d] for d in days])
    at = np.searchsorted(shares, chance, side="right")
    return days[np.minimum(at, len(days) - 1)]


def _release(
    days: ReleaseDays, stream: np.random.Generator, shape: tuple[int, ...]
) -> NDArray[np.float64]:
    drawn = stream.standard_normal(shape)
    if days.median == days.minimum:
        return np.full(shape, days.minimum)
    middle = days.median - days.minimum
    spread = np.log((days.p90 - days.minimum) / middle) / Z90
    taken: NDArray[np.float64] = days.minimum + middle * np.exp(spread * drawn)
    return taken
