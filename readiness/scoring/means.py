"""Dimension scores, the index and coverage: exact means over what is known (method 1, 5)."""

from collections.abc import Mapping, Sequence
from fractions import Fraction


def mean(values: Sequence[int | Fraction]) -> Fraction | None:
    """The exact mean; None of nothing."""
    return Fraction(sum(values), len(values)) if values else None


def index(levels: Mapping[str, Sequence[int]]) -> Fraction | None:
    """The unweighted mean of the dimension means; a dimension without levels leaves it."""
    scores = [score for values in levels.values() if (score := mean(values)) is not None]
    return mean(scores)


def axis(value: Fraction | None) -> Fraction | None:
    """Position of an index: 0 clinical survival, 100 commercial at scale (method 1)."""
    return None if value is None else 100 * (value - 1) / 4


def share(part: int, whole: int) -> Fraction | None:
    """Exact share; None of nothing."""
    return Fraction(part, whole) if whole else None
