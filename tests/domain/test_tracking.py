"""What is done about a gap moves no figure and may be only partly said."""

from datetime import date

import pytest

from readiness.domain.assessment import NOT_JUDGED
from readiness.domain.tracking import STATUSES, Tracking
from tests.made import assessment


@pytest.mark.parametrize(
    ("said", "empty"),
    [
        ({}, True),
        ({"owner": "QA lead"}, False),
        ({"status": "open"}, False),
        ({"due": date(2027, 1, 1)}, False),
        ({"comment": "asked"}, False),
    ],
)
def test_an_entry_that_says_nothing_is_empty(said: dict, empty: bool) -> None:
    assert Tracking(item="CTL-1", **said).is_empty is empty


def test_it_is_found_by_its_item_and_not_judged() -> None:
    kept = Tracking(item="CTL-1", status="done")
    assert assessment(tracking=(kept,)).tracking_of == {"CTL-1": kept}
    assert "tracking" in NOT_JUDGED
    assert STATUSES == ("open", "in progress", "done", "accepted", "not agreed")
