"""The charts of the plan's workbook point at the tables beside them."""

from fractions import Fraction

from readiness.domain.planned import Open, Stake
from tests.report.test_plan_tables import book, rows

STAKES = (
    Stake(
        id="QMS-3", name="Exceptions", impact=5, lock_in=4, effort=Fraction(4),
        priority=Fraction(95, 2), band="act now",
    ),
)  # fmt: skip


def test_the_burn_down_goes_in_steps():
    steps = (Open(week=0, priority=Fraction(50)), Open(week=3, priority=Fraction(20)))
    sheet = book(burn_down=steps)["Burn-down"]
    assert rows(sheet)[1:] == [(0, 50), (3, 50), (3, 20), (8, 20)]
    (chart,) = sheet._charts
    assert chart.series[0].xVal.numRef.f == "'Burn-down'!$A$2:$A$5"


def test_impact_against_lock_in_with_effort_as_size():
    sheet = book(stakes=STAKES)["Impact"]
    assert rows(sheet)[1] == ("QMS-3", "Exceptions", 5, 4, 4, 47.5, "act now")
    (chart,) = sheet._charts
    (series,) = chart.series
    drawn = (series.xVal.numRef.f, series.yVal.numRef.f, series.bubbleSize.numRef.f)
    assert drawn == ("'Impact'!$D$2", "'Impact'!$C$2", "'Impact'!$E$2")
    assert not book()["Impact"]._charts


def test_a_chart_a_function_of_booked_and_there():
    sheet = book()["People"]
    (chart,) = sheet._charts
    booked, there = (series.val.numRef.f for series in chart.series)
    assert (booked, there) == ("'People'!$C$4:$J$4", "'People'!$C$5:$J$5")
    assert not book(load={}, capacity={})["People"]._charts
