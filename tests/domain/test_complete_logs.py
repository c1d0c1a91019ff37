"""A log stated to be complete."""

import pytest
from pydantic import ValidationError

from readiness.domain.complete_logs import CompleteLog

SAID = {"kind": "deviations", "from": "2026-01-01", "to": "2026-01-01", "by": "QA lead"}


def test_one_day_is_enough_and_no_day_is_refused() -> None:
    assert CompleteLog.model_validate(SAID | {"on": "2026-02-01"}).to.day == 1
    with pytest.raises(ValidationError, match="it ends before it begins"):
        CompleteLog.model_validate(SAID | {"to": "2025-12-31", "on": "2026-02-01"})
    with pytest.raises(ValidationError):
        CompleteLog.model_validate(SAID | {"by": "", "on": "2026-02-01"})
