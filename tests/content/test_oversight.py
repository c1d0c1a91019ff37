"""The content of the extra questions on QA oversight."""

from tests.content.broken import Edit

FILE = "oversight.yaml"


def test_questions_stand_once(one: Edit) -> None:
    assert one(FILE, "id: live", "id: hours").message == "hours stands twice"


def test_the_capability_exists(one: Edit) -> None:
    assert one(FILE, "capability: QMS-5", "capability: QMS-55").advice == "Did you mean 'QMS-5'?"


def test_every_answer_is_named_once(one: Edit) -> None:
    assert one(FILE, "id: partly,", "id: missing,").message == "the answers are not whole"


def test_sentences_name_what_is_known(one: Edit) -> None:
    assert "{names}" in one(FILE, "not asked yet: {questions}", "not asked yet: {names}").message
