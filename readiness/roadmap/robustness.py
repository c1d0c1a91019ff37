"""Which ranks hang on a value judgement: 10,000 other weightings (method 7, *Robustness*)."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from readiness.domain.questionnaire import PriorityRules
from readiness.roadmap.priority import Ratings

if TYPE_CHECKING:
    from readiness.roadmap.gaps import Open

Matrix = npt.NDArray[np.float64]


@lru_cache(maxsize=4)
def weightings(draws: int, seed: int) -> tuple[Matrix, Matrix]:
    """Weights P, R, L uniform on the simplex, shape (draws, 3); the same with P >= R >= L.

    Sorting a uniform draw falling gives a uniform draw under the order.
    """
    free = np.random.default_rng(seed).dirichlet([1.0, 1.0, 1.0], size=draws)
    return free, -np.sort(-free, axis=1)


def ranks(gaps: Matrix, ratings: Matrix, weights: Matrix) -> npt.NDArray[np.int16]:
    """Rank of each gap under each weighting, by priority alone; shape (gaps, draws).

    ``gaps``: levels to close, shape (gaps,); ``ratings``: P, R, L, shape (gaps, 3). Ties keep the
    order given. A rank is one plus the number of gaps ahead.
    """
    # Rounding as in method 7, so that equal priorities tie here too.
    priorities = np.rint(weights @ ratings.T * gaps * 5e6).astype(np.int64)
    order = np.argsort(-priorities, axis=1, kind="stable")
    found = np.empty(order.shape, dtype=np.int16)
    np.put_along_axis(found, order, np.arange(1, len(gaps) + 1, dtype=np.int16)[None, :], axis=1)
    return found.T


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
    free, falling = (ranks(sizes, table, w) for w in weightings(rules.draws, rules.seed))
    found: list[dict[str, Any]] = []
    for n, gap in enumerate(ordered):
        fixed = bool(gap.reasons)
        run = _row(free[n], n + 1, fixed, rules)
        other = _row(falling[n], n + 1, fixed, rules)
        other["robust"] = run["robust"] if fixed else other["robust"]
        found.append(run | {f"{key}_ordered": value for key, value in other.items()})
    return found


def _row(
    drawn: npt.NDArray[np.int16], rank: int, fixed: bool, rules: PriorityRules
) -> dict[str, Any]:
    counts = np.bincount(drawn)
    total = int(counts.sum())
    reached = np.cumsum(counts)
    # Counts out of draws, so that the labels compare exactly (method 1).
    first = Fraction(int(reached[min(rules.robust_first, len(counts) - 1)]), total)
    ten = Fraction(int(reached[min(rules.uncertain_first, len(counts) - 1)]), total)
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
        "mean_rank": float((counts * np.arange(len(counts))).sum()) / total,
        "rank_low": int(np.searchsorted(reached, 0.05 * total)),
        "rank_high": int(np.searchsorted(reached, 0.95 * total)),
        "robust": label,
    }
