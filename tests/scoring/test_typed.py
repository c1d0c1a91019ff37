"""Tallies typed in by hand (method 3, *Typed in by hand*)."""

from fractions import Fraction
from typing import Any

import pytest

from readiness.domain.assessment import TypedMeasurement
from readiness.domain.evidence import Observation
from readiness.scoring.typed import observe_typed
from tests.made import questionnaire


def seen(metric: str, **given: Any) -> Observation:
    """The observation of a tally."""
    content = questionnaire()
    tally = TypedMeasurement(metric=metric, **given)
    return observe_typed(tally, content.metric_by_id[metric], content.records)


def test_rate_per_batch_with_both_intervals() -> None:
    """3 in 3: 1.00, 80 % 0.37 to 2.23, 95 % 0.21 to 2.92 (domain 4.5)."""
    found = seen("D1", events=3, exposure=3)
    assert found.value == 1
    ends = [round(end or 0, 2) for end in (found.low, found.high, found.low95, found.high95)]
    assert ends == [0.37, 2.23, 0.21, 2.92]


def test_value_and_ends_stand_in_the_metrics_own_unit() -> None:
    """B1 per 10 batches: 3 in 3 is 10, from 3.67 to 22.27; D4 in %: 2 of 5 is 40, 18.0 to 67.0."""
    rate = seen("B1", events=3, exposure=3)
    assert rate.value == 10
    assert (round(rate.low or 0, 2), round(rate.high or 0, 1)) == (3.67, 22.3)
    share = seen("D4", events=2, trials=5)
    assert share.value == 40
    assert (round(share.low or 0, 1), round(share.high or 0, 1)) == (18.0, 67.0)


def test_exposure_may_be_a_fraction() -> None:
    """B4 counts pages: 12 errors on 240.5 pages are 2400/481 per 100."""
    assert seen("B4", events=12, exposure="240.5").value == Fraction(2400, 481)


def test_concentration_is_typed_as_counts_with_a_wilson_interval() -> None:
    """H2, 24 of 31: 66.6 to 85.5 % (domain 4.5)."""
    found = seen("H2", events=24, trials=31)
    assert (round(found.low or 0, 1), round(found.high or 0, 1)) == (66.6, 85.5)


@pytest.mark.parametrize("metric", ["D1", "D3", "H2", "B5"])
def test_a_bare_value_is_shown_and_not_scored(metric: str) -> None:
    found = seen(metric, value=3)
    assert found.value == 3
    assert "a bare value has no interval" in str(found.not_scored)


def test_census_from_its_counts() -> None:
    """H3, 1 of 8: 12.5 %; S5, 3 pairs in 40 bookings: 7.5 per 100."""
    assert seen("H3", events=1, trials=8).value == Fraction(25, 2)
    assert seen("S5", events=3, trials=40).value == Fraction(15, 2)


def test_ordinal_level_is_the_value_whatever_else_is_typed() -> None:
    assert seen("S6", level=2, source="scan").value == 2
    assert seen("S6", level=2, value=5, source="scan").value == 2


@pytest.mark.parametrize(
    ("metric", "given", "why"),
    [
        ("D1", {"level": 4, "source": "x"}, "a level cannot be typed in for D1"),
        ("D7", {"value": 1, "n": 9, "level": 4, "source": "x"}, "cannot be typed in for D7"),
        ("S6", {"level": 4}, "a level that is typed in needs its source"),
        ("B5", {"events": 9, "trials": 9, "level": 5, "source": " "}, "needs its source"),
        ("D1", {"events": 0, "exposure": 0}, "never 0"),
        ("D3", {"events": 0, "trials": 0}, "never 0"),
        ("S5", {"events": 0, "trials": 0, "level": 4, "source": "x"}, "never 0"),
        ("D3", {"events": 4, "trials": 3}, "4 of 3 cannot be"),
        ("D1", {"events": 4}, "events and exposure are needed"),
        ("D3", {"events": 4}, "events and trials are needed"),
        ("B5", {"level": 5, "source": "x"}, "events and trials are needed"),
        ("S1", {}, "no value was typed in"),
    ],
)
def test_what_is_refused_says_why(metric: str, given: dict[str, Any], why: str) -> None:
    found = seen(metric, **given)
    assert why in str(found.missing)
    assert (found.value, found.level) == (None, None)
