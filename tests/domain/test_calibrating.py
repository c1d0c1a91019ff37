"""A rating is one of five levels by one of two raters."""

from fractions import Fraction

import pytest
from pydantic import ValidationError

from readiness.domain.calibrating import CalibrationRating, CalibrationRules


def test_there_are_two_raters_and_five_levels() -> None:
    assert CalibrationRating(capability="CTL-1", rater="first", level=5).level == 5
    for wrong in ({"rater": "third"}, {"level": 6}, {"level": "unknown"}):
        with pytest.raises(ValidationError):
            CalibrationRating.model_validate(
                {"capability": "CTL-1", "rater": "first", "level": 3} | wrong
            )


def test_one_question_is_no_calibration() -> None:
    with pytest.raises(ValidationError):
        CalibrationRules(
            count=1, capabilities=(), least_kappa=Fraction(1), enough="", too_little=""
        )
