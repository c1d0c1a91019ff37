"""Durations run upwards; what an area usually takes."""

import pytest
from pydantic import ValidationError

from readiness.domain.lock_in import AreaWeeks
from tests.made import questionnaire


def test_low_mode_and_high_run_upwards() -> None:
    with pytest.raises(ValidationError, match="run upwards"):
        AreaWeeks.model_validate({"area": "analytics", "low": 4, "mode": 3, "high": 9})
    with pytest.raises(ValidationError):
        AreaWeeks.model_validate({"area": "analytics", "low": -1, "mode": 3, "high": 9})


def test_the_usual_weeks_have_their_peak_in_the_middle() -> None:
    analytics = questionnaire().lock_in.areas[0]
    usual = analytics.usual("medium")
    # 4 to 12 weeks: the middle is 8.
    assert (usual.low, usual.mode, usual.high) == (4, 8, 12)
