"""Cohen's weighted kappa of two raters (domain 10.1, *two raters score 10 capabilities*).

Source: Cohen, *Weighted kappa* (Psychological Bulletin 70, 1968): 1 less the weighted disagreement
that was seen over the one that the two raters' own frequencies would give by chance.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from fractions import Fraction

Pair = tuple[int, int]
"""What the first rater and the second one gave to the same thing."""


def squared(first: int, second: int) -> int:
    """The usual weight of ordered levels: two apart count four times as much as one apart."""
    return (first - second) ** 2


def weighted_kappa(
    pairs: Sequence[Pair], weight: Callable[[int, int], int] = squared
) -> Fraction | None:
    """Kappa over pairs, at most 1; None where it is undefined.

    ``weight``: how grave a disagreement is, 0 for none. Undefined: no pair, or no disagreement to
    be expected because both gave one and the same level throughout.
    """
    first, second = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    observed = sum(weight(a, b) for a, b in pairs) * len(pairs)
    expected = sum(
        weight(a, b) * count * other for a, count in first.items() for b, other in second.items()
    )
    return None if expected == 0 else 1 - Fraction(observed, expected)
