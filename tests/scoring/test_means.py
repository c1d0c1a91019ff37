"""Means, index and coverage as exact fractions (method 1 and 5)."""

from fractions import Fraction

from readiness.scoring.means import axis, index, mean, share


def test_mean_is_exact() -> None:
    assert mean([1, 2, 2]) == Fraction(5, 3)
    assert mean([Fraction(5, 3), Fraction(1, 3)]) == 1
    assert mean([]) is None


def test_index_is_the_unweighted_mean_of_the_dimension_means() -> None:
    """(1 + 2)/2 = 3/2 and (4)/1 = 4: (3/2 + 4)/2 = 11/4, not the mean 7/3 of the three levels."""
    assert index({"A": [1, 2], "B": [4]}) == Fraction(11, 4)


def test_a_dimension_without_levels_leaves_the_index() -> None:
    assert index({"A": [1, 2], "B": []}) == Fraction(3, 2)
    assert index({}) is None


def test_the_sum_of_tenths_meets_its_threshold() -> None:
    """Ten dimensions of 3.4 are 3.4 exactly; added up in floats they are 3.3999999999999995."""
    assert sum([3.4] * 10) / 10 < 3.4
    assert index({str(n): [3, 3, 3, 4, 4] for n in range(10)}) == Fraction(34, 10)


def test_axis_runs_from_0_to_100() -> None:
    assert [axis(Fraction(i)) for i in (1, 2, 3, 5)] == [0, 25, 50, 100]
    assert axis(None) is None


def test_share_of_nothing_is_not_known() -> None:
    assert share(3, 5) == Fraction(3, 5)
    assert share(0, 0) is None
