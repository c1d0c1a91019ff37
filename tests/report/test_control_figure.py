"""A control chart as picture, sentence and table: they say the same."""

from fractions import Fraction

import pytest

from readiness.domain.evidence import MonthCount
from readiness.report.control_figure import control_figure, in_words, lines, month_name
from readiness.scoring.control import ControlChart, control_chart
from tests.made import questionnaire

CONTENT = questionnaire()
D1, D5 = CONTENT.metric_by_id["D1"], CONTENT.metric_by_id["D5"]


def chart(*events: int, size: int = 1) -> ControlChart:
    months = [
        MonthCount(month=f"2026-{n:02}", events=count, size=Fraction(size))
        for n, count in enumerate(events, 1)
    ]
    return control_chart(months, "u" if size == 1 else "p", CONTENT.records)


# (11 * 6 + 30) / 12 = 8 per batch; 8 + 3 * sqrt(8) = 16.5; 8 - 8.5 is under nothing
ONE_FAR = chart(*[6] * 11, 30)


def test_months_are_named() -> None:
    assert month_name("2026-03") == "Mar 2026"
    assert month_name("2025-12 to 2026-01") == "Dec 2025 to Jan 2026"


def test_a_month_outside_is_named_in_words_table_and_picture() -> None:
    said = in_words(ONE_FAR, D1)
    assert said.startswith("On average 8 per batch, in 12 months")
    assert "Dec 2026 lies above the limits of chance: 30 per batch (30 in 1), limit 16.5." in said
    listed = lines(ONE_FAR, D1)
    assert [line.month for line in listed if line.where] == ["Dec 2026"]
    assert listed[-1].where == "above the limits"
    assert listed[0].limits == "0 to 16.5"
    ring = next(t for t in control_figure(ONE_FAR, D1).data if t.name == "outside the limits")
    assert (list(ring.y), list(ring.text)) == ([30], ["Dec 2026"])
    assert ring.marker.symbol == "diamond-open"


def test_what_is_drawn_differs_without_colour() -> None:
    traces = {trace.name: trace for trace in control_figure(ONE_FAR, D1).data}
    assert traces["upper limit"].line.dash == traces["lower limit"].line.dash == "dash"
    assert traces["mean of the window"].line.dash is None
    assert traces["per batch"].mode == "lines+markers"
    assert list(traces["mean of the window"].y) == [8] * 12


def test_a_month_that_no_log_covers_is_left_empty() -> None:
    months = [MonthCount(month=f"2026-{n:02}", events=6, size=Fraction(1)) for n in range(1, 11)]
    months.append(MonthCount(month="2026-11", events=0, size=Fraction(0), covered=False))
    ended = control_chart(months, "u", CONTENT.records)
    assert "1 month is left empty: the log does not cover that time." in in_words(ended, D1)
    assert (lines(ended, D1)[-1].counted, lines(ended, D1)[-1].rate) == (
        "not covered by the log",
        "—",
    )
    rates = next(t for t in control_figure(ended, D1).data if t.name == "per batch")
    assert (rates.x[-1], rates.y[-1], rates.connectgaps) == ("Nov<br>2026", None, False)


def test_months_of_one_year_share_it_below_the_axis() -> None:
    months = [
        MonthCount(month=name, events=6, size=Fraction(1))
        for name in ("2025-11 to 2026-01", "2026-02 to 2026-03", "2026-04")
    ]
    traces = control_figure(control_chart(months, "u", CONTENT.records), D1).data
    assert list(traces[0].x) == ["Nov 2025<br>to Jan 2026", "Feb-Mar<br>2026", "Apr<br>2026"]


def test_a_quiet_chart_says_what_that_means() -> None:
    said = in_words(chart(*[6] * 12), D1)
    assert "No month lies outside the limits of chance" in said


def test_without_limits_the_words_say_why_and_none_is_drawn() -> None:
    few = chart(*[2] * 12)
    assert in_words(few, D1).endswith(
        "No limits are drawn: under 5 events are expected in each month: limits would mislead."
    )
    assert {trace.name for trace in control_figure(few, D1).data} == {
        "mean of the window",
        "per batch",
    }
    assert {line.limits for line in lines(few, D1)} == {"—"}


def test_a_share_is_drawn_in_its_own_unit() -> None:
    # 60 of 120 in all: 50 %; 0.5 + 3 * sqrt(0.25 / 10) = 0.974
    half = chart(*[5] * 12, size=10)
    assert in_words(half, D5).startswith("On average 50 %")
    traces = {trace.name: trace for trace in control_figure(half, D5).data}
    assert traces["upper limit"].y[0] == pytest.approx(97.43, abs=0.01)
    assert lines(half, D5)[0].counted == "5 of 10"


def test_a_month_without_limits_is_a_gap_and_is_counted() -> None:
    months = [MonthCount(month=f"2026-{n:02}", events=10, size=Fraction(2)) for n in range(1, 12)]
    months.append(MonthCount(month="2026-12 to 2027-01", events=2, size=Fraction(1, 2)))
    mixed = control_chart(months, "u", CONTENT.records)
    assert "1 month without limits" in in_words(mixed, D1).lower()
    upper = next(t for t in control_figure(mixed, D1).data if t.name == "upper limit")
    assert upper.y[-1] is None
    assert upper.x[-1] == "Dec 2026<br>to Jan 2027"
