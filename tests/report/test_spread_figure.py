"""The picture of the benchmark holds the borders and the client's own value, and no other."""

from fractions import Fraction

from readiness.domain.anonymity import LEVELS, Spread, Standing
from readiness.report.spread_figure import spread_figure


def test_bars_span_the_middle_half_and_an_unknown_value_has_no_mark() -> None:
    spread = Spread(Fraction(3, 2), Fraction(3))
    cells = [
        Standing("Autologous", "Index", LEVELS, Fraction(2), spread),
        Standing("Autologous", "People", LEVELS, None, spread),
    ]
    bars, marks = spread_figure(cells).data
    assert list(bars.base) == [1.5, 1.5]
    assert list(bars.x) == [1.5, 1.5]
    assert (list(marks.x), list(marks.y)) == ([2.0], [0])
