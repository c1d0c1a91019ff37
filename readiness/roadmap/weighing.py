"""What hangs on the weights: ranks under all of them, and the nearest that change the top.

Method 7, *Robustness*. Weights are whole percents here, so that they can be typed in and tried.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import get_args

import numpy as np
import numpy.typing as npt

from readiness.domain.gaps import Gap
from readiness.domain.rules import PriorityRules
from readiness.domain.scale import Rating
from readiness.roadmap.robustness import rank_counts, weightings

RATINGS: tuple[Rating, ...] = get_args(Rating)
WHOLE = 100
Weights = Mapping[Rating, Fraction]
"""Of P, R and L, adding up to 1."""
Percents = tuple[int, int, int]
"""Of P, R and L, adding up to 100."""
Grid = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Turn:
    """The nearest weight of one rating at which the first five are others."""

    rating: Rating
    percent: int
    """Of this rating; the other two keep their proportion."""
    came: tuple[str, ...]
    went: tuple[str, ...]


def acceptability(gaps: Sequence[Gap], rules: PriorityRules) -> dict[str, tuple[float, ...]]:
    """For each gap the share of the unrestricted weightings in which it takes each rank.

    By priority alone, rank 1 first; what a rule puts on top is ranked by its number here too.
    """
    if not gaps:
        return {}
    sizes = np.array([g.gap for g in gaps], dtype=np.float64)
    free, _ = weightings(rules.draws, rules.seed)
    counts = rank_counts(sizes, _ratings(gaps).astype(np.float64), free)
    return {
        gap.capability: tuple(float(n) / rules.draws for n in row)
        for gap, row in zip(gaps, counts, strict=True)
    }


def weights_that_put_first(gaps: Sequence[Gap], now: Weights) -> dict[str, Percents | None]:
    """For each gap the weights nearest to ``now`` that rank it first by its number; None: none do.

    Nearest: the least sum of changes. Equal numbers are settled by patient impact, then lock-in,
    then the order given, as in the ranking.
    """
    if not gaps:
        return {}
    grid = _grid()
    ratings, count = _ratings(gaps), len(gaps)
    sizes = np.array([g.gap for g in gaps], dtype=np.int64)
    ties = sorted(range(count), key=lambda n: (-ratings[n, 0], -ratings[n, 2], n))
    place = np.empty(count, dtype=np.int64)
    place[ties] = np.arange(count)
    scores = grid @ (ratings * sizes[:, None]).T
    winners = np.argmax(scores * count + (count - 1 - place), axis=1)
    far = np.abs(grid - np.array([float(WHOLE * now[r]) for r in RATINGS])).sum(axis=1)
    order = np.argsort(far, kind="stable")
    found: dict[str, Percents | None] = {g.capability: None for g in gaps}
    for n in reversed(order):
        p, r, lock_in = (int(share) for share in grid[n])
        found[gaps[winners[n]].capability] = (p, r, lock_in)
    return found


def _grid() -> Grid:
    """All whole percents that add up to 100, shape (5151, 3)."""
    rows = [(p, r, WHOLE - p - r) for p in range(WHOLE + 1) for r in range(WHOLE + 1 - p)]
    return np.array(rows, dtype=np.int64)


def _ratings(gaps: Sequence[Gap]) -> Grid:
    return np.array([[g.ratings[r].value for r in RATINGS] for g in gaps], dtype=np.int64)


def turns(gaps: Sequence[Gap], now: Weights, first: int) -> tuple[Turn, ...]:
    """For each rating the nearest weight below and above at which the first few are others.

    What a rule puts on top stays there. A rating that is missing changes nothing on its own.
    """
    before = _first(gaps, now, first)
    found = []
    for rating in RATINGS:
        here = now[rating] * WHOLE
        down = [n for n in range(WHOLE, -1, -1) if n < here]
        up = [n for n in range(WHOLE + 1) if n > here]
        for way in (down, up):
            turn = _turn(gaps, now, rating, way, before)
            found += [turn] if turn else []
    return tuple(found)


def _turn(
    gaps: Sequence[Gap], now: Weights, rating: Rating, way: Sequence[int], before: tuple[str, ...]
) -> Turn | None:
    for percent in way:
        after = _first(gaps, _shifted(now, rating, percent), len(before))
        if set(after) != set(before):
            came = tuple(id for id in after if id not in before)
            went = tuple(id for id in before if id not in after)
            return Turn(rating, percent, came, went)
    return None


def _shifted(now: Weights, rating: Rating, percent: int) -> Weights:
    share = Fraction(percent, WHOLE)
    rest = 1 - now[rating]
    others = len(RATINGS) - 1
    return {
        r: share if r == rating else (1 - share) * (now[r] / rest if rest else Fraction(1, others))
        for r in RATINGS
    }


def _first(gaps: Sequence[Gap], weights: Weights, first: int) -> tuple[str, ...]:
    def key(gap: Gap) -> tuple[object, ...]:
        value = {r: gap.ratings[r].value for r in RATINGS}
        priority = gap.gap * sum((weights[r] * value[r] for r in RATINGS), Fraction(0))
        return not gap.act_now, -priority, -value["P"], -value["L"]

    return tuple(g.capability for g in sorted(gaps, key=key)[:first])
