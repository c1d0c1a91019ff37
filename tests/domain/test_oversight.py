"""The answers to the extra questions on QA oversight."""

import pytest
from pydantic import ValidationError

from readiness.domain.oversight import Overseen


def test_nothing_said_is_its_own_state_and_an_unknown_answer_is_refused() -> None:
    assert Overseen(id="hours").answer is None
    with pytest.raises(ValidationError):
        Overseen.model_validate({"id": "hours", "answer": "yes"})
    with pytest.raises(ValidationError):
        Overseen(id="hours", note="x" * 301)
