"""A pair of the intersection matrix."""

import pytest
from pydantic import ValidationError

from readiness.domain.intersections import Crossing
from tests.made import questionnaire


def test_nothing_is_said_at_first_and_slack_is_never_below_nothing() -> None:
    assert (Crossing(id="x").known, Crossing(id="x").slack_days) == (None, None)
    for wrong in ({"slack_days": -1}, {"known": "nobody"}):
        with pytest.raises(ValidationError):
            Crossing.model_validate({"id": "x"} | wrong)


def test_a_pair_is_called_by_both_flows() -> None:
    rules = questionnaire().intersections
    assert rules.name_of(rules.pairs[0]) == "Slots × materials"
