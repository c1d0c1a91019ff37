"""The content of the worksheet of a change."""

from tests.content.broken import Edit

FILE = "ripple.yaml"


def test_the_capability_exists(one: Edit) -> None:
    assert one(FILE, "capability: OPM-2", "capability: OPM-22").advice == "Did you mean 'OPM-2'?"


def test_sentences_name_what_is_known(one: Edit) -> None:
    assert "{weeks}" in one(FILE, "took {actual} weeks", "took {weeks} weeks").message
