"""Weighted kappa against Cohen's own table, and by hand."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.scoring.kappa import Pair, weighted_kappa

# Cohen, J. (1968). Weighted kappa: Nominal scale agreement with provision for scaled disagreement
# or partial credit. Psychological Bulletin 70, 213-220, table 1: two judges, 200 cases, three
# diagnoses; weights 1, 3 and 6. The paper prints kappa .492 and weighted kappa .348.
CASES = {
    (1, 1): 88, (1, 2): 10, (1, 3): 2,
    (2, 1): 14, (2, 2): 40, (2, 3): 6,
    (3, 1): 18, (3, 2): 10, (3, 3): 12,
}  # fmt: skip
PAIRS = [pair for pair, count in CASES.items() for _ in range(count)]
WEIGHTS = {frozenset({1, 2}): 1, frozenset({1, 3}): 3, frozenset({2, 3}): 6}


def cohens(first: int, second: int) -> int:
    return WEIGHTS.get(frozenset({first, second}), 0)


def unequal(first: int, second: int) -> int:
    return int(first != second)


def test_cohens_table() -> None:
    """Rows .50 .30 .20, columns .60 .30 .10. Agreement .70, by chance .41: 29/59 = 0.4915.

    Weighted: seen .05 + .03 + .07 + .18 + .27 + .30 = .90; by chance .15 + .15 + .18 + .18 + .36
    + .36 = 1.38; 1 - 90/138 = 8/23 = 0.3478.
    """
    assert weighted_kappa(PAIRS, unequal) == Fraction(29, 59)
    assert weighted_kappa(PAIRS, cohens) == Fraction(8, 23)
    assert f"{float(Fraction(29, 59)):.4f}" == "0.4915"
    assert f"{float(Fraction(8, 23)):.4f}" == "0.3478"


def test_squared_weights_by_hand() -> None:
    """1-1, 2-3, 4-2: seen 0 + 1 + 4 = 5, times 3; by chance over all nine pairings of 1 2 4 with
    1 3 2: 0 + 4 + 1 + 1 + 1 + 0 + 9 + 1 + 4 = 21. 1 - 15/21 = 2/7.
    """
    assert weighted_kappa([(1, 1), (2, 3), (4, 2)]) == Fraction(2, 7)


@pytest.mark.parametrize("pairs", [[], [(3, 3)], [(2, 2)] * 10])
def test_one_level_throughout_leaves_nothing_to_expect(pairs: list[Pair]) -> None:
    assert weighted_kappa(pairs) is None


LEVEL = st.integers(1, 5)


@given(st.lists(st.tuples(LEVEL, LEVEL), min_size=1, max_size=12))
def test_bounds_and_symmetry(pairs: list[Pair]) -> None:
    kappa = weighted_kappa(pairs)
    assert kappa == weighted_kappa([(b, a) for a, b in pairs])
    if kappa is not None:
        assert kappa <= 1
        assert (kappa == 1) == all(a == b for a, b in pairs)
