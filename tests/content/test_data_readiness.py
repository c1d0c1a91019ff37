"""The content of data before AI."""

import pytest

from tests.content.broken import Edit

FILE = "data_readiness.yaml"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("\ncapability: DIG-5", "\ncapability: DIG-55", "there is no capability 'DIG-55'"),
        ("capability: DIG-2", "capability: DIG-22", "there is no capability 'DIG-22'"),
        ("id: spreadsheet,", "id: paper,", "the origins are not whole"),
        ("id: pilot,", "id: idea,", "the states are not whole"),
        ("id: stamped,", "id: origin,", "the conditions are not whole"),
        ("id: records,", "id: schedule,", "schedule stands twice"),
        ("deviations.batch", "deviation.batch", "there is no table 'deviation'"),
        ("{share}", "{rate}", "nothing can be filled in for {rate}"),
    ],
)
def test_what_cannot_be_is_told(one: Edit, old: str, new: str, message: str) -> None:
    assert one(FILE, old, new).message == message
