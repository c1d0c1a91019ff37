"""The content of the scaling limits."""

import pytest

from tests.content.broken import Edit

FILE = "scaling_limits.yaml"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("capability: CTL-4", "capability: CTL-44", "there is no capability 'CTL-44'"),
        ("id: measured,", "id: judged,", "the bases are not whole"),
        ("  DOC: ", "  DOX: ", "the questions are not whole"),
        ("{share}", "{rate}", "nothing can be filled in for {rate}"),
    ],
)
def test_what_cannot_be_is_told(one: Edit, old: str, new: str, message: str) -> None:
    assert one(FILE, old, new).message == message
