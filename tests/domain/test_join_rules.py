"""What the join-rate test asks for."""

import pytest
from pydantic import ValidationError

from readiness.domain.join_rules import JoinRules, LinkedLog


def test_a_log_must_name_every_batch_unless_it_is_said_otherwise() -> None:
    assert LinkedLog(id="x", name="X", sources=("bookings.batch",)).every


def test_the_share_that_is_asked_for_is_none_above_one() -> None:
    with pytest.raises(ValidationError):
        JoinRules.model_validate({"settled_days": 0, "needed": 98, "logs": ()})
