"""What a worksheet of a change may hold."""

import pytest
from pydantic import ValidationError

from readiness.domain.ripple import Change, ChangeArea
from tests.made import questionnaire


def test_weeks_stand_together_and_run_upwards() -> None:
    for wrong in ({"low": 1}, {"low": 4, "mode": 3, "high": 9}, {"effort": -1}, {"lots": -1}):
        with pytest.raises(ValidationError):
            ChangeArea.model_validate({"area": "analytics"} | wrong)


def test_own_weeks_come_before_the_usual_ones_of_the_size() -> None:
    analytics = questionnaire().lock_in.areas[0]
    assert ChangeArea(area="analytics").planned(analytics) is None
    usual = ChangeArea(area="analytics", size="medium")
    # 4 to 12 weeks in the content: the middle is 8.
    planned = usual.planned(analytics)
    assert planned is not None
    assert (planned.low, planned.mode, planned.high) == (4, 8, 12)
    own = ChangeArea.model_validate(usual.model_dump() | {"low": 1, "mode": 2, "high": 4})
    planned = own.planned(analytics)
    assert planned is not None
    assert (planned.low, planned.mode, planned.high) == (1, 2, 4)


def test_an_area_of_which_nothing_was_said() -> None:
    assert Change(id="c", name="C").of("digital") == ChangeArea(area="digital", affected=None)
