"""Domain values as JSON, exact."""

import json
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.domain.assessment import Assessment, TypedMeasurement
from readiness.domain.evidence import Evidence, Observation, RowRef, Trend
from readiness.store.codec import to_json
from tests.store.samples import full


@pytest.mark.parametrize(
    ("value", "stored"),
    [
        (Fraction(12), 12),
        (Fraction("0.45"), 0.45),
        (Fraction(1, 3), "1/3"),
        (date(2026, 11, 22), "2026-11-22"),
        (("US", "EU"), ["US", "EU"]),
        (True, True),
    ],
)
def test_values_are_stored_as_people_would_write_them(value, stored):
    assert to_json(value) == stored


def test_an_assessment_comes_back_equal():
    text = json.dumps(to_json(full()))
    assert Assessment.model_validate(json.loads(text)) == full()


def test_evidence_comes_back_equal():
    row = RowRef(file="log.csv", row=3, key="DEV-1")
    trend = Trend(direction="rising", p=0.1, significant=False, text="more")
    evidence = Evidence(
        observations=(
            Observation(metric="D1", value=Fraction(74, 12), low=5.1, trend=trend, rows=(row,)),
        )
    )
    assert Evidence.model_validate(json.loads(json.dumps(to_json(evidence)))) == evidence


@given(st.fractions(min_value=0))
def test_no_fraction_is_moved(value):
    stored = json.loads(json.dumps(to_json(TypedMeasurement(metric="D1", value=value))))
    assert TypedMeasurement.model_validate(stored).value == value


def test_what_has_no_json_is_refused():
    with pytest.raises(TypeError):
        to_json(object())
