"""What a line of a portfolio says of its rounds and its gaps."""

from dataclasses import replace
from fractions import Fraction

from readiness.domain.portfolio import RoundPoint
from tests.domain.test_outline import made
from tests.workspace.test_portfolio import lacks, line

DAY = made().as_of


def test_moved_is_the_last_step_alone_and_unknown_where_an_end_is() -> None:
    """From 2 by 2 1/2 to 2 1/4: the last step is -1/4."""
    points = [RoundPoint(f"{n}", "", DAY, 2, index) for n, index in enumerate(
        (Fraction(2), Fraction(5, 2), Fraction(9, 4)))]  # fmt: skip
    now = replace(line("a"), rounds=tuple(points))
    assert now.moved == Fraction(-1, 4)
    assert replace(now, rounds=(points[0],)).moved is None
    unknown = replace(points[1], index=None)
    assert replace(now, rounds=(unknown, points[2])).moved is None


def test_act_now_counts_that_band_alone() -> None:
    assert lacks("a", act_now={"OPM-1": 1, "CTL-1": 2}, next={"QMS-1": 1}).act_now == 2
    assert lacks("b", next={"QMS-1": 1}).act_now == 0
