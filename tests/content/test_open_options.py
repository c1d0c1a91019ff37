"""The content of the options kept open."""

import pytest

from tests.content.broken import Edit

FILE = "open_options.yaml"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("capability: OPM-5", "capability: OPM-55", "there is no capability 'OPM-55'"),
        ("id: taken,", "id: open,", "the states are not whole"),
        ("id: pivotal,", "id: launch,", "launch stands twice"),
        ("id: cost,", "id: capacity,", "capacity stands twice"),
        ("{loose}", "{few}", "nothing can be filled in for {few}"),
    ],
)
def test_what_cannot_be_is_told(one: Edit, old: str, new: str, message: str) -> None:
    assert one(FILE, old, new).message == message
