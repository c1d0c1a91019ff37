"""Figures as people read them."""

from fractions import Fraction

import pytest

from readiness.domain.measurement import Measurement
from readiness.domain.questionnaire import Questionnaire
from readiness.report.numerals import (
    beside,
    counted_from,
    counts,
    interval,
    level,
    number,
    one,
    percent,
    plural,
    series,
    short,
    two,
    whole,
    with_unit,
)


def test_small_counts_are_words() -> None:
    assert [number(n) for n in (0, 1, 12, 13)] == ["no", "one", "twelve", "13"]
    assert plural(1, "gap") == "one gap"
    assert plural(34, "gap") == "34 gaps"
    assert plural(2, "capability", "capabilities") == "two capabilities"


def test_series_reads_as_a_sentence() -> None:
    assert series([]) == ""
    assert series(["a"]) == "a"
    assert series(["a", "b", "c"]) == "a, b and c"


def test_what_is_not_known_is_never_a_zero() -> None:
    assert {percent(None), two(None), short(None)} == {"not known"}


@pytest.mark.parametrize(
    ("value", "said"),
    [(Fraction(74, 12), "6.17"), (12, "12"), (0.0834, "0.0834"), (35.5, "35.5"), (480.2, "480")],
)
def test_figures_carry_the_digits_that_they_have(value: float, said: str) -> None:
    assert short(value) == said


def test_a_level_is_whole_and_a_mean_has_two_decimals() -> None:
    assert level(2) == "2"
    assert level(Fraction(7, 4)) == "1.75"


def test_a_measurement_says_what_it_was_counted_from(content: Questionnaire) -> None:
    rate = Measurement(metric="D1", events=74, exposure=Fraction(12), low=5.0, high=7.5)
    assert counted_from(rate) == "74 in 12"
    assert interval(rate) == "5 to 7.5"
    assert counted_from(Measurement(metric="D3", events=35, trials=74)) == "35 of 74"
    assert counted_from(Measurement(metric="D7", n=74)) == "n = 74"
    assert interval(Measurement(metric="D7", interval_unknown=True)) == "interval unknown"
    assert with_unit(Fraction(74, 12), content.metric_by_id["D1"]) == "6.17 per batch"


def test_what_stands_beside_a_figure_is_told_where_there_is_any() -> None:
    found = Measurement(metric="D1", beside={"facility": 5.0, "patient": 0.0, "share, %": 100 / 3})
    assert beside(found) == "facility: 5 · share: 33.3 %"
    assert beside(Measurement(metric="D1")) == ""


def test_whether_a_metric_counts_has_its_reason() -> None:
    assert counts(Measurement(metric="D1", usable=True)) == "yes"
    soft = Measurement(metric="D1", usable=True, soft=True, level_low=1, level_high=2)
    assert counts(soft) == "yes, soft: 1 or 2"
    wide = Measurement(metric="D1", reason="touches 3 levels", more_needed="about 20 more")
    assert counts(wide) == "no: touches 3 levels. About 20 more"
    assert counts(Measurement(metric="D1", carried_over=True)) == "yes, carried over"
    without = Measurement(metric="D1", reason="no list of batches started")
    assert counts(without) == "no: there is no list of batches started"
    assert counts(Measurement(metric="D1")) == "no: there is no figure"


def test_a_level_by_rule_reads_as_a_level(content: Questionnaire) -> None:
    assert with_unit(Fraction(1), content.metric_by_id["S6"]) == "level 1"


def test_what_rounds_to_nothing_has_no_sign() -> None:
    assert one(-0.04) == "0.0"
    assert whole(-0.4) == "0"
