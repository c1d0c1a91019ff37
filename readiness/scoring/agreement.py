"""Krippendorff's alpha for ordinal data (method 2, *Agreement across respondents*).

Source: Krippendorff, *Computing Krippendorff's Alpha-Reliability* (2011): coincidences of the
values within each unit, with the ordinal difference
``delta(c, k)^2 = (sum of n_g for g from c to k, less (n_c + n_k) / 2)^2``.
"""

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from itertools import accumulate, product

from readiness.domain.questionnaire import ClaimRules
from readiness.domain.result import Agreement


def ordinal_alpha(units: Sequence[Sequence[int]]) -> Fraction | None:
    """Alpha over units that hold two or more values; None where it is undefined.

    Undefined: nothing to pair, or every value the same, so that no disagreement could be expected.
    """
    coincidences = _coincidences([unit for unit in units if len(unit) >= 2])
    values = sorted({value for pair in coincidences for value in pair})
    counts = {c: sum(coincidences[c, k] for k in values if (c, k) in coincidences) for c in values}
    reached = dict(zip(values, accumulate(counts[v] for v in values), strict=True))
    observed = expected = Fraction(0)
    for c, k in product(values, repeat=2):
        low, high = min(c, k), max(c, k)
        between = reached[high] - reached[low] + counts[low]
        squared = (between - Fraction(counts[c] + counts[k]) / 2) ** 2
        observed += coincidences.get((c, k), Fraction(0)) * squared
        expected += counts[c] * counts[k] * squared
    if expected == 0:
        return None
    return 1 - (sum(counts.values()) - 1) * observed / expected


def _coincidences(units: Sequence[Sequence[int]]) -> dict[tuple[int, int], Fraction]:
    """How often two values meet in a unit, each unit weighing as much as it has values."""
    meetings: Counter[tuple[int, int, int]] = Counter()
    for unit in units:
        counts = Counter(unit)
        for c, k in product(counts, repeat=2):
            meetings[c, k, len(unit) - 1] += counts[c] * (counts[k] - (c == k))
    found: dict[tuple[int, int], Fraction] = {}
    for (c, k, others), times in meetings.items():
        found[c, k] = found.get((c, k), Fraction(0)) + Fraction(times, others)
    return found


def agreement(units: Sequence[Sequence[int]], respondents: int, rules: ClaimRules) -> Agreement:
    """Alpha with its n, or the reason why none is shown."""
    pairable = [unit for unit in units if len(unit) >= 2]
    n = len(pairable)
    if respondents < rules.agreement_min_respondents:
        reason = "one person has answered: agreement needs two"
    elif n < rules.agreement_min_capabilities:
        reason = (
            f"{n} capabilities have two or more levels: agreement needs "
            f"{rules.agreement_min_capabilities}"
        )
    else:
        alpha = ordinal_alpha(pairable)
        if alpha is not None:
            return Agreement(alpha=float(alpha), n=n, respondents=respondents)
        reason = "undefined: everybody gave the same level everywhere"
    return Agreement(alpha=None, n=n, respondents=respondents, reason=reason)
