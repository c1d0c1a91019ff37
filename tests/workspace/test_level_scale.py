"""Positions on the level scale: inside their level, in the direction of the metric."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.domain.measurement import Measurement
from readiness.domain.metric import Metric
from readiness.scoring.judge import level_of
from readiness.workspace.level_scale import place_of, position
from tests.made import questionnaire

METRICS = [m for m in questionnaire().metrics if m.interval != "ordinal"]
D1 = questionnaire().metric_by_id["D1"]


@pytest.mark.parametrize(
    ("value", "expected"),
    # D1: cut points 8, 4, 2, 0.8, high is worse. Level 2 reaches from 8 down to 4.
    [(8, 1.0), (6, 1.5), (4, 2.0), (3, 2.5), (2, 3.0), (0.8, 4.0), (0, 5.0), (12, 0.0), (99, 0.0)],
)
def test_position_by_hand(value: float, expected: float) -> None:
    assert position(value, D1, "autologous") == pytest.approx(expected)


@given(st.sampled_from(METRICS), st.floats(0, 200))
def test_a_position_lies_in_the_field_of_its_level(metric: Metric, value: float) -> None:
    at = position(value, metric, "autologous")
    assert 0 <= at <= 5
    bare = metric.model_copy(update={"special": ()})
    level = level_of(value, bare, "autologous")
    assert level - 1 - 1e-6 <= at <= level + 1e-6


def test_an_interval_contains_its_value_and_hollow_means_not_counted() -> None:
    seen = Measurement(metric="D1", value=Fraction(6), low=5.0, high=7.0, level=2, usable=False)
    place = place_of(seen, D1, "autologous")
    assert place is not None
    assert place.low is not None
    assert place.high is not None
    assert place.low < place.value < place.high
    assert not place.counts


def test_a_level_by_rule_stands_in_its_own_field() -> None:
    s6 = questionnaire().metric_by_id["S6"]
    seen = Measurement(metric="S6", value=Fraction(1), level=1, usable=True)
    place = place_of(seen, s6, "autologous")
    assert place is not None
    assert place.value == 0.5
    h3 = questionnaire().metric_by_id["H3"]
    ruled = place_of(
        Measurement(metric="H3", value=Fraction(0), level=4, usable=True), h3, "autologous"
    )
    assert ruled is not None
    assert 3 <= ruled.value <= 4


def test_nothing_known_is_nothing_drawn() -> None:
    assert place_of(Measurement(metric="S6"), questionnaire().metric_by_id["S6"], "in_vivo") is None
