"""Control charts against a published example, by hand, and where no limits are drawn."""

from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.domain.evidence import MonthCount
from readiness.scoring.control import ControlChart, Kind, control_chart
from tests.made import questionnaire

RULES = questionnaire().records

# NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.3.1: defects on 25 wafers, 400 in all.
WAFERS = [
    *(16, 14, 28, 16, 12, 20, 10, 12, 10, 17, 19, 17, 14),
    *(16, 15, 13, 14, 16, 11, 20, 11, 19, 16, 31, 13),
]
# 6.3.3.2: misregistered chips on 30 wafers of 50 chips each, 347 in all.
CHIPS = [
    *(12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22),
    *(8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6),
]


def chart(events: list[int], sizes: Sequence[int | Fraction], kind: Kind) -> ControlChart:
    months = [
        MonthCount(month=str(n), events=count, size=Fraction(size))
        for n, (count, size) in enumerate(zip(events, sizes, strict=True), 1)
    ]
    return control_chart(months, kind, RULES)


def test_counts_of_the_handbook() -> None:
    """Centre 400/25 = 16, limits 16 ± 3 * sqrt(16): 4 and 28; wafer 24 with 31 lies above."""
    found = chart(WAFERS, [1] * 25, "u")
    assert found.centre == 16
    assert {(point.low, point.high) for point in found.points} == {(4, 28)}
    # 28 on wafer 3 is the limit itself, and within.
    assert [(p.counted.month, p.outside) for p in found.outside] == [("24", "above")]


def test_shares_of_the_handbook() -> None:
    """Centre 0.2313, limits 0.0524 and 0.4102; wafers 15 (0.44) and 23 (0.48) lie above."""
    found = chart(CHIPS, [50] * 30, "p")
    assert found.centre == Fraction(347, 1500)
    assert float(found.centre) == pytest.approx(0.2313, abs=5e-5)
    assert found.points[0].low == pytest.approx(0.0524, abs=5e-5)
    assert found.points[0].high == pytest.approx(0.4102, abs=5e-5)
    assert [(p.counted.month, p.outside) for p in found.outside] == [
        ("15", "above"),
        ("23", "above"),
    ]


def test_limits_follow_the_size_of_the_month() -> None:
    """Ten months of 4 batches with 36 events, one of 9 batches with 81."""
    found = chart([36] * 10 + [81], [4] * 10 + [9], "u")
    # (360 + 81) / (40 + 9) = 9; 9 ± 3 * sqrt(9/4) = 4.5 and 13.5; 9 ± 3 * sqrt(9/9) = 6 and 12
    assert found.centre == 9
    assert (found.points[0].low, found.points[0].high) == (4.5, 13.5)
    assert (found.points[10].low, found.points[10].high) == (6, 12)


def test_below_the_lower_limit_and_never_under_nothing() -> None:
    found = chart([20] * 12 + [2], [1] * 13, "u")
    # centre 242/13 = 18.6; low 18.6 - 3 * 4.31 = 5.67: 2 lies below
    assert [(p.counted.events, p.outside) for p in found.outside] == [(2, "below")]
    assert all(p.low == 0 for p in chart([6] * 12, [1] * 12, "u").points)  # 6 - 3 * 2.45 < 0
    assert all(p.high == 1 for p in chart([14] * 12, [20] * 12, "p").points)  # 0.7 + 0.307 > 1


def test_ten_months_have_limits_and_nine_have_none() -> None:
    """Under ten months the centre itself is not known (content: chart_months)."""
    assert chart([9] * 10, [1] * 10, "u").why_without == ""
    found = chart([9] * 9, [1] * 9, "u")
    assert found.why_without == "9 months; limits need at least 10"
    assert all(point.high is None and point.outside is None for point in found.points)


def test_a_month_of_few_expected_events_has_no_limits() -> None:
    """Centre 5: a month of one batch expects 5 and has limits, one of half a batch has not."""
    found = chart([5] * 9 + [10, 0], [1] * 10 + [Fraction(1)], "u")
    assert found.centre == 5  # (45 + 10 + 0) / 11
    assert all(point.high is not None for point in found.points)
    small = chart([5] * 10 + [2], [1] * 10 + [Fraction(2, 5)], "u")
    assert small.centre == 5  # 52 / 10.4
    assert [point.high is None for point in small.points] == [False] * 10 + [True]
    none = chart([4] * 12, [1] * 12, "u")
    assert none.why_without == "under 5 events are expected in each month: limits would mislead"


def test_a_share_near_all_or_nothing_has_no_limits() -> None:
    """96 of 100 a month: 4 that did not, under 5, however many did."""
    assert chart([96] * 12, [100] * 12, "p").why_without != ""
    assert chart([95] * 12, [100] * 12, "p").why_without == ""


def test_a_month_that_is_not_covered_has_no_rate_and_moves_nothing() -> None:
    kept = [MonthCount(month=f"2026-{n:02}", events=9, size=Fraction(1)) for n in range(1, 11)]
    lost = MonthCount(month="2026-11", events=0, size=Fraction(0), covered=False)
    found = control_chart([*kept, lost], "u", RULES)
    # with a zero in it the centre would be 90/11; it is 90/10
    assert (found.centre, len(found.counted), found.points[-1].rate) == (9, 10, None)
    assert control_chart([*kept[:9], lost], "u", RULES).why_without.startswith("9 months;")
    with pytest.raises(ValueError, match="at least one month"):
        control_chart([lost], "u", RULES)


def test_nothing_has_no_chart() -> None:
    with pytest.raises(ValueError, match="at least one month"):
        control_chart([], "u", RULES)


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9)), min_size=1, max_size=24))
def test_the_centre_lies_between_its_months_and_its_limits(
    counted: list[tuple[int, int]],
) -> None:
    found = chart([e for e, _ in counted], [s for _, s in counted], "u")
    rates = [point.rate for point in found.points if point.rate is not None]
    assert min(rates) <= found.centre <= max(rates)
    for point in found.points:
        assert point.high is None or 0 <= (point.low or 0) <= found.centre <= point.high
