"""A row of the retention matrix."""

import pytest
from pydantic import ValidationError

from readiness.domain.retention import Retained


def test_who_holds_it_is_not_said_at_first() -> None:
    assert Retained(id="slots").held is None
    with pytest.raises(ValidationError):
        Retained.model_validate({"id": "slots", "held": "nobody"})
