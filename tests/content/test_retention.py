"""The retention matrix's content."""

from tests.content.broken import Edit

FILE = "retention.yaml"


def test_names_exist_and_rows_stand_once(one: Edit) -> None:
    assert one(FILE, "id: raw_data", "id: process").message == "process stands twice"


def test_the_capability_exists(one: Edit) -> None:
    assert one(FILE, "capability: OPM-3", "capability: OPM-33").advice == "Did you mean 'OPM-3'?"


def test_every_holder_is_named_once(one: Edit) -> None:
    problem = one(FILE, "id: shared,", "id: sponsor,")
    assert problem.message == "the holders are not whole"


def test_sentences_name_what_is_known(one: Edit) -> None:
    assert "{weeks}" in one(FILE, "{months}", "{weeks}").message
