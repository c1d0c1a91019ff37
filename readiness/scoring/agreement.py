"""Krippendorff's alpha for ordinal data (method 2, *Agreement across respondents*).

Source: Krippendorff, *Computing Krippendorff's Alpha-Reliability* (2011): coincidences of the
values within each unit, with the ordinal difference
``delta(c, k)^2 = (sum of n_g for g from c to k, less (n_c + n_k) / 2)^2``.
"""

from collections.abc import Sequence
from fractions import Fraction
from itertools import permutations

from readiness.domain.questionnaire import ClaimRules
from readiness.domain.result import Agreement


def ordinal_alpha(units: Sequence[Sequence[int]]) -> Fraction | None:
    """Alpha over units that hold two or more values; None where it is undefined.

    Undefined: nothing to pair, or every value the same, so that no disagreement could be expected.
    """
    pairable = [unit for unit in units if len(unit) >= 2]
    coincidences: dict[tuple[int, int], Fraction] = {}
    for unit in pairable:
        for pair in permutations(unit, 2):
            coincidences[pair] = coincidences.get(pair, Fraction(0)) + Fraction(1, len(unit) - 1)
    values = sorted({value for unit in pairable for value in unit})
    counts = {v: sum(n for (c, _), n in coincidences.items() if c == v) for v in values}
    total = sum(counts.values(), start=Fraction(0))

    def distance(c: int, k: int) -> Fraction:
        low, high = min(c, k), max(c, k)
        between = sum((counts[g] for g in values if low <= g <= high), start=Fraction(0))
        return (between - Fraction(counts[c] + counts[k], 2)) ** 2

    observed = sum((n * distance(c, k) for (c, k), n in coincidences.items()), start=Fraction(0))
    expected = sum(
        (counts[c] * counts[k] * distance(c, k) for c in values for k in values),
        start=Fraction(0),
    )
    if expected == 0:
        return None
    return 1 - (total - 1) * observed / expected


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
