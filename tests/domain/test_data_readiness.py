"""A data set and a use of AI as they are described."""

import pytest
from pydantic import ValidationError

from readiness.domain.data_readiness import AiUse, DataSet


def test_no_more_records_are_complete_than_were_checked() -> None:
    assert DataSet(id="x", name="X", checked=3, complete=3).identified is None
    with pytest.raises(ValidationError, match="than were checked"):
        DataSet(id="x", name="X", checked=3, complete=4)


def test_a_use_begins_as_an_idea_that_consumes_nothing() -> None:
    use = AiUse(id="x", name="X")
    assert (use.state, use.consumes) == ("idea", ())
