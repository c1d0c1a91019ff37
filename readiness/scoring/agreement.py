"""Krippendorff's alpha for ordinal data (method 2, *Agreement across respondents*).

Source: Krippendorff, *Computing Krippendorff's Alpha-Reliability* (2011): coincidences of the
values within each unit, with the ordinal difference
``delta(c, k)^2 = (sum of n_g for g from c to k, less (n_c + n_k) / 2)^2``.
"""

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from itertools import accumulate, product
from math import lcm

from readiness.domain.result import Agreement
from readiness.domain.rules import ClaimRules


def ordinal_alpha(units: Sequence[Sequence[int]]) -> Fraction | None:
    """Alpha over units that hold two or more values; None where it is undefined.

    Undefined: nothing to pair, or every value the same, so that no disagreement could be expected.
    """
    pairable = [unit for unit in units if len(unit) >= 2]
    counts = Counter(value for unit in pairable for value in unit)
    values = sorted(counts)
    reached = dict(zip(values, accumulate(counts[v] for v in values), strict=True))
    whole = lcm(*(len(unit) - 1 for unit in pairable))
    coincidences = _coincidences(pairable, whole)
    observed = expected = 0
    for c, k in product(values, repeat=2):
        low, high = min(c, k), max(c, k)
        # Twice the ordinal distance, so that it is a whole number; the factor cancels out.
        twice = 2 * (reached[high] - reached[low] + counts[low]) - counts[c] - counts[k]
        observed += coincidences[c, k] * twice**2
        expected += counts[c] * counts[k] * twice**2
    if expected == 0:
        return None
    return 1 - Fraction((counts.total() - 1) * observed, whole * expected)


def _coincidences(units: Sequence[Sequence[int]], whole: int) -> Counter[tuple[int, int]]:
    """How often two values meet in a unit, each unit weighing as much as it has values.

    In parts of ``whole``, a common multiple of the units' sizes less one, so that they are whole.
    """
    found: Counter[tuple[int, int]] = Counter()
    for unit in units:
        weight = whole // (len(unit) - 1)
        levels = Counter(unit)
        for c, k in product(levels, repeat=2):
            found[c, k] += levels[c] * (levels[k] - (c == k)) * weight
    return found


def agreement(units: Sequence[Sequence[int]], respondents: int, rules: ClaimRules) -> Agreement:
    """Alpha with its n, or the reason why none is shown."""
    pairable = [unit for unit in units if len(unit) >= 2]
    n = len(pairable)
    if respondents < rules.agreement_min_respondents:
        reason = "one person has answered: agreement needs two"
    elif n < rules.agreement_min_capabilities:
        reason = (
            f"two people gave a level on {n} of the capabilities: agreement needs "
            f"{rules.agreement_min_capabilities}"
        )
    else:
        alpha = ordinal_alpha(pairable)
        if alpha is not None:
            return Agreement(alpha=float(alpha), n=n, respondents=respondents)
        reason = "undefined: everybody gave the same level everywhere"
    return Agreement(alpha=None, n=n, respondents=respondents, reason=reason)
