"""Order statistics, resampling and exact tests for small numbers (method 3, *Interval*)."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from math import floor

import numpy as np
import numpy.typing as npt
from scipy.special import bdtr, gammaln

Floats = npt.NDArray[np.float64]

# Two outcomes equally likely by symmetry differ in their last bits when computed.
TIE = 1 + 1e-7


def quantile(values: Sequence[Fraction], share: Fraction) -> Fraction:
    """The value under which ``share`` (0..1) of the values lie, between ranks in proportion.

    Position ``(n - 1) * share`` from 0 in the sorted values, as a spreadsheet's PERCENTILE: the
    middle value, or the mean of the two middle ones, at 1/2. Raises ValueError without values.
    """
    if not values:
        raise ValueError("a quantile needs at least one value")
    ordered = sorted(values)
    position = (len(ordered) - 1) * share
    below = floor(position)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (position - below) * (ordered[above] - ordered[below])


def order_interval(
    values: Sequence[Fraction], share: Fraction, confidence: float
) -> tuple[Fraction, Fraction, float]:
    """Distribution-free interval of a quantile from the sorted values, and the confidence reached.

    Ends are the values at ranks l and u with ``P(Bin(n, share) <= l - 1) <= a/2`` (largest l) and
    ``P(Bin(n, share) <= u - 1) >= 1 - a/2`` (smallest u). Where few values allow no such rank the
    extreme value stands, and the confidence reached, ``P(l <= Bin <= u - 1)``, says how little
    that is. Source: method 3, *order statistics*; domain 4.2, B7.
    """
    ordered = sorted(values)
    n, p, tail = len(ordered), float(share), (1 - confidence) / 2
    cumulative = [float(bdtr(k, n, p)) for k in range(n)]
    low = max((rank for rank in range(1, n + 1) if cumulative[rank - 1] <= tail), default=1)
    high = min((rank for rank in range(1, n + 1) if cumulative[rank - 1] >= 1 - tail), default=n)
    reached = cumulative[high - 1] - cumulative[low - 1]
    return ordered[low - 1], ordered[high - 1], reached


def bootstrap_median(values: Sequence[Fraction], draws: int, seed: int) -> Floats:
    """``draws`` medians of resamples with replacement, in the unit of the values.

    The k-th smallest of n uniform numbers follows a beta distribution, and a resample is a row of
    uniform numbers read as positions. Drawing that number directly gives the same distribution
    as resampling without n random numbers for each draw.
    """
    ordered = np.array([float(value) for value in sorted(values)])
    n = len(ordered)
    generator = np.random.default_rng(seed)
    lower = (n + 1) // 2
    first = generator.beta(lower, n + 1 - lower, draws)
    picked = ordered[_position(first, n)]
    if n % 2:
        return np.asarray(picked)
    # The next one above it: the smallest of the n - lower uniform numbers that remain.
    second = first + (1 - first) * generator.beta(1, n - lower, draws)
    return np.asarray((picked + ordered[_position(second, n)]) / 2)


def _position(uniform: Floats, n: int) -> npt.NDArray[np.int64]:
    return np.minimum((uniform * n).astype(np.int64), n - 1)


def bootstrap_mean(values: Sequence[int], draws: int, seed: int) -> Floats:
    """``draws`` means of resamples with replacement of whole numbers."""
    distinct, counts = np.unique(np.array(sorted(values)), return_counts=True)
    n = int(counts.sum())
    generator = np.random.default_rng(seed)
    return np.asarray(generator.multinomial(n, counts / n, draws) @ distinct / n, dtype=float)


def bootstrap_shares(
    counts: Sequence[int], statistic: Callable[[Floats], Floats], draws: int, seed: int
) -> Floats:
    """``draws`` values of a statistic of shares, interventions drawn again with replacement.

    ``counts``: interventions by person; ``statistic``: from an array (draws, persons) of shares
    to (draws,). Persons stand in the order of their counts, so that names move nothing.
    """
    ordered = np.array(sorted(counts, reverse=True))
    n = int(ordered.sum())
    drawn = np.random.default_rng(seed).multinomial(n, ordered / n, draws)
    return statistic(drawn / n)


def top_two(shares: Floats) -> Floats:
    """Share of the two largest, along the last axis."""
    return np.asarray(np.sort(shares, axis=-1)[..., -2:].sum(axis=-1))


def concentration(shares: Floats) -> Floats:
    """Sum of squared shares (Herfindahl-Hirschman), along the last axis."""
    return np.asarray((shares**2).sum(axis=-1))


def percentile_interval(drawn: Floats, point: float, confidence: float) -> tuple[float, float]:
    """The middle ``confidence`` of the draws, stretched to hold the point where it lies outside.

    Resampled concentrations lie higher than the one observed, so that the bare percentiles of a
    few interventions can miss it.
    """
    tail = (1 - confidence) / 2
    low, high = (float(end) for end in np.quantile(drawn, [tail, 1 - tail]))
    return min(low, point), max(high, point)


def dispersion(counts: Sequence[int]) -> float | None:
    """Variance over mean of counts per batch: 1 for unrelated events, more where they cluster.

    Variance with n - 1. None under two batches or without any event. Source: domain 4.0, rule 3.
    """
    n, total = len(counts), sum(counts)
    if n < 2 or total == 0:
        return None
    mean = Fraction(total, n)
    squares: Fraction = sum(((count - mean) ** 2 for count in counts), start=Fraction(0))
    return float(squares / (n - 1) / mean)


def binomial_p(events: int, of: int, share: float) -> float:
    """Two-sided exact p of ``events`` out of ``of`` at an expected share: outcomes no likelier."""
    k = np.arange(of + 1)
    log = gammaln(of + 1) - gammaln(k + 1) - gammaln(of - k + 1)
    return _no_likelier(np.exp(log + k * np.log(share) + (of - k) * np.log1p(-share)), events)


def fisher_p(events: tuple[int, int], trials: tuple[int, int]) -> float:
    """Two-sided exact p that two shares are one: Fisher's test, outcomes no likelier."""
    total, n = sum(events), sum(trials)
    lowest, highest = max(0, total - trials[1]), min(total, trials[0])
    k = np.arange(lowest, highest + 1)
    log = _ways(trials[0], k) + _ways(trials[1], total - k) - _ways(n, np.array([total]))
    return _no_likelier(np.exp(log), events[0] - lowest)


def _ways(of: int, k: npt.NDArray[np.int64]) -> Floats:
    return np.asarray(gammaln(of + 1) - gammaln(k + 1) - gammaln(of - k + 1))


def _no_likelier(probabilities: Floats, at: int) -> float:
    return min(1.0, float(probabilities[probabilities <= probabilities[at] * TIE].sum()))
