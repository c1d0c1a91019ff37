"""The lenses' content: what is named exists, stands once, and the legs hold every dimension."""

from tests.content.broken import Edit
from tests.made import questionnaire

FILE = "lenses.yaml"


def test_capabilities_exist(one: Edit) -> None:
    problem = one(FILE, "capabilities: [PRC-1, PRC-4]", "capabilities: [PRC-1, PRC-44]")
    assert problem.message == "there is no capability 'PRC-44'"
    assert problem.advice == "Did you mean 'PRC-4'?"


def test_items_stand_once(one: Edit) -> None:
    assert one(FILE, "id: stability", "id: complexity").message == "complexity stands twice"


def test_the_legs_hold_every_dimension_once(one: Edit) -> None:
    problem = one(FILE, "dimensions: [PRC, ANR]", "dimensions: [PRC]")
    assert problem.message == "the legs are not whole"


def test_the_sentence_of_a_short_leg_names_what_is_known(one: Edit) -> None:
    assert "{far}" in one(FILE, "{apart} below", "{far} below").message


def test_what_belongs_to_what_as_the_field_says() -> None:
    """Domain 1.12 and 1.26, item by item; 1.3 for what cannot wait."""
    lenses = questionnaire().lenses
    held = {item.id: list(item.capabilities) for item in lenses.day_one.items}
    assert held["complexity"] == ["PRC-1", "PRC-4"]
    assert held["scalability"] == ["OPM-5", "PRC-6", "CTL-4"]
    assert held["oversight"] == ["QMS-5"]
    scaling = [id for item in lenses.enablers.items for id in item.capabilities]
    assert scaling == [
        *("OPM-5", "CTL-4", "QMS-1", "QMS-2", "QMS-3", "QMS-4", "QMS-5"),
        *("DIG-1", "DIG-2", "DIG-3", "PPL-3"),
    ]
    now = {id for item in lenses.cannot_wait.items for id in item.capabilities}
    assert now == {"COI-1", "COI-2", "COI-3", "PRC-5", "ANR-1", "OPM-3"}
