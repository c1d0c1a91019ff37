"""Intervals for small numbers (method 3; tables in domain 4.5)."""

from math import sqrt
from types import ModuleType


def _alpha(confidence: float) -> float:
    if not 0 < confidence < 1:
        raise ValueError(f"a confidence between 0 and 1 was expected, not {confidence!r}")
    return 1 - confidence


def _special() -> ModuleType:
    """The library's quantiles, loaded by the first interval: not every run has one."""
    from scipy import special  # noqa: PLC0415 - a fifth of a second on a start of 0.7 s

    return special


def poisson(events: int, exposure: float, confidence: float) -> tuple[float, float]:
    """Exact interval of a rate: ``chi2(a/2; 2n)/(2B)`` to ``chi2(1-a/2; 2n+2)/(2B)``.

    ``events``: count n, 0 or more; ``exposure``: B above 0, in batches or another unit;
    ``confidence``: 0.8 for steering. Returns (low, high) in events per unit of exposure; with no
    event the low end is 0. Raises ValueError outside these ranges. Source: method 3.
    """
    chdtri = _special().chdtri
    alpha = _alpha(confidence)
    if events < 0 or exposure <= 0:
        raise ValueError(f"events of 0 or more over an exposure above 0, not {events}/{exposure}")
    # chdtri takes the upper tail: the quantile at p is chdtri(df, 1 - p).
    low = float(chdtri(2 * events, 1 - alpha / 2)) if events else 0.0
    high = float(chdtri(2 * events + 2, alpha / 2))
    return low / (2 * exposure), high / (2 * exposure)


def wilson(events: int, trials: int, confidence: float) -> tuple[float, float]:
    """Wilson score interval of a share, 0 to 1.

    With z the normal quantile at 1 - a/2, p = events/trials and n = trials:
    ``(p + z²/2n ± z sqrt(p(1-p)/n + z²/4n²)) / (1 + z²/n)``. ``events``: 0 to ``trials``;
    ``trials``: 1 or more. The low end at 0 of n and the high end at n of n are exactly 0 and 1.
    Raises ValueError outside these ranges. Source: method 3.
    """
    alpha = _alpha(confidence)
    if trials < 1 or not 0 <= events <= trials:
        raise ValueError(f"0 to n events out of 1 or more trials, not {events} of {trials}")
    z = float(_special().ndtri(1 - alpha / 2))
    share = events / trials
    centre = share + z * z / (2 * trials)
    half = z * sqrt(share * (1 - share) / trials + z * z / (4 * trials * trials))
    scale = 1 + z * z / trials
    low = 0.0 if events == 0 else (centre - half) / scale
    high = 1.0 if events == trials else (centre + half) / scale
    return low, high


def widened(point: float, low: float, high: float, dispersion: float) -> tuple[float, float]:
    """The interval widened about its point by ``sqrt(dispersion)``, never below 0.

    For counts that cluster in batches: ``dispersion`` is their variance over mean. Under 1 it
    narrows nothing; from which ratio on it is applied is content. Units as given.
    Source: method 3, *Interval*.
    """
    factor = sqrt(max(1.0, dispersion))
    return max(0.0, point - (point - low) * factor), point + (high - point) * factor
