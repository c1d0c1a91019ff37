"""Outcomes under other cut points."""

from fractions import Fraction

import pytest
from pydantic import ValidationError

from readiness.domain.sensitivity import Outcome


def test_an_outcome_keeps_its_factor_exactly_and_needs_a_level() -> None:
    given = {"factor": 0.8, "level": 2, "verdict": "x", "index": "1.5", "first": ("A-1",)}
    outcome = Outcome.model_validate(given)
    assert outcome.factor == Fraction(4, 5)
    assert outcome.stream is None
    with pytest.raises(ValidationError, match="level"):
        Outcome.model_validate({**given, "level": 6})
