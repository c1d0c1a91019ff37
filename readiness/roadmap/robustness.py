"""Which ranks hang on a value judgement: 10,000 other weightings (method 7, *Robustness*)."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from readiness.domain.rules import PriorityRules
from readiness.roadmap.priority import Ratings

if TYPE_CHECKING:
    from readiness.roadmap.gaps import Open

Matrix = npt.NDArray[np.float64]
Counts = npt.NDArray[np.int64]

BLOCK = 500
"""Weightings ranked at once: few enough for the processor's cache, four times faster than all."""


@lru_cache(maxsize=4)
def weightings(draws: int, seed: int) -> tuple[Matrix, Matrix]:
    """Weights P, R, L uniform on the simplex, shape (draws, 3); the same with P >= R >= L.

    Sorting a uniform draw falling gives a uniform draw under the order.
    """
    free = np.random.default_rng(seed).dirichlet([1.0, 1.0, 1.0], size=draws)
    return free, -np.sort(-free, axis=1)


def rank_counts(gaps: Matrix, ratings: Matrix, weights: Matrix) -> Counts:
    """How often each gap takes each rank, by priority alone; shape (gaps, ranks), rank 1 first.

    ``gaps``: levels to close, shape (gaps,); ``ratings``: P, R, L, shape (gaps, 3); ``weights``:
    shape (draws, 3). Ties keep the order given.
    """
    n = len(gaps)
    places = np.arange(n)
    # In units of the sixth place, to which method 7 rounds, so that equal priorities tie here too.
    parts = (ratings * gaps[:, None] * 5e6).T
    counts = np.zeros(n * n, dtype=np.int64)
    for block in np.array_split(weights, max(1, len(weights) // BLOCK)):
        # By columns rather than by a matrix product: the same bits on every machine.
        p, r, lock_in = (block[:, [n]] * part for n, part in enumerate(parts))
        keys = np.rint(p + r + lock_in)
        # The place in the order given goes below the unit: one sort settles both, exactly.
        keys *= -n
        keys += places
        keys.sort(axis=1)
        by_rank = keys.astype(np.int64) % n
        counts += np.bincount((by_rank * n + places).ravel(), minlength=n * n)
    return counts.reshape(n, n)


def stability(
    ordered: Sequence["Open"], ratings: Mapping[str, Ratings], rules: PriorityRules
) -> list[dict[str, Any]]:
    """For each gap, in the order given: shares, mean rank, interval and label of both runs."""
    if not ordered:
        return []
    sizes = np.array([gap.gap for gap in ordered], dtype=np.float64)
    table = np.array(
        [[ratings[g.capability].value(r) for r in ("P", "R", "L")] for g in ordered],
        dtype=np.float64,
    )
    free, falling = (rank_counts(sizes, table, w) for w in weightings(rules.draws, rules.seed))
    found: list[dict[str, Any]] = []
    for n, gap in enumerate(ordered):
        fixed = bool(gap.reasons)
        run = _row(free[n], n + 1, fixed, rules)
        other = _row(falling[n], n + 1, fixed, rules)
        other["robust"] = run["robust"] if fixed else other["robust"]
        found.append(run | {f"{key}_ordered": value for key, value in other.items()})
    return found


def _row(counts: Counts, rank: int, fixed: bool, rules: PriorityRules) -> dict[str, Any]:
    reached = np.cumsum(counts)
    total = int(reached[-1])
    # Counts out of draws, so that the labels compare exactly (method 1).
    first = Fraction(int(counts[: rules.robust_first].sum()), total)
    ten = Fraction(int(counts[: rules.uncertain_first].sum()), total)
    label = None
    if fixed:
        label = "fixed by rule"
    elif first >= rules.robust_share:
        label = "robust"
    elif ten < rules.uncertain_share and rank <= rules.uncertain_first:
        label = "rank uncertain"
    return {
        "in_first_5": float(first),
        "in_first_10": float(ten),
        "mean_rank": float((counts * np.arange(1, len(counts) + 1)).sum()) / total,
        "rank_low": int(np.searchsorted(reached, 0.05 * total)) + 1,
        "rank_high": int(np.searchsorted(reached, 0.95 * total)) + 1,
        "robust": label,
    }
