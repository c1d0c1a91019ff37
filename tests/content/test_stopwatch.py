"""The content of the stopwatch and of the status board."""

from tests.content.broken import Edit
from tests.made import questionnaire

FILE = "stopwatch.yaml"


def test_five_fields_and_a_board_of_ten() -> None:
    rules = questionnaire().stopwatch
    assert [f.id for f in rules.fields] == ["where", "state", "next", "due", "who"]
    assert (rules.codes, len(rules.board.columns)) == (3, 10)


def test_the_capability_exists(one: Edit) -> None:
    assert one(FILE, "capability: CTL-2", "capability: CTL-22").advice == "Did you mean 'CTL-2'?"


def test_each_level_asks_for_less_than_the_one_above(one: Edit) -> None:
    problem = one(FILE, "{level: 3, right: 0.8, minutes: 30}", "{level: 3, right: 0.8, minutes: 5}")
    assert problem.message == "level 3 does not ask for less than level 4"


def test_fields_stand_once(one: Edit) -> None:
    assert one(FILE, '{id: due, name: "Due", text', '{id: next, name: "Due", text').message == (
        "next stands twice"
    )


def test_columns_of_the_board_stand_once(one: Edit) -> None:
    assert one(FILE, "{id: product,", "{id: code,").message == "code stands twice"


def test_sentences_name_what_is_known(one: Edit) -> None:
    assert "{bad}" in one(FILE, "{wrong} of {of}", "{bad} of {of}").message
