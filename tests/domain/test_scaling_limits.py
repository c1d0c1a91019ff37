"""A scaling limit as it is entered."""

import pytest
from pydantic import ValidationError

from readiness.domain.scaling_limits import ScalingLimit


def test_a_volume_is_a_number_of_batches_or_not_said() -> None:
    assert ScalingLimit(id="DOC").volume is None
    with pytest.raises(ValidationError):
        ScalingLimit(id="DOC", volume=0)
