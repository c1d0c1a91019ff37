"""The ledger's content: areas that can be walked, names that exist."""

from tests.content.broken import Edit

FILE = "lock_in.yaml"


def test_areas_and_capabilities_exist(one: Edit) -> None:
    assert "'analytic'" in one(FILE, "after: [analytics]", "after: [analytic]").message


def test_typical_choices_touch_known_areas(one: Edit) -> None:
    assert "'trensfer'" in one(FILE, "{transfer: medium}", "{trensfer: medium}").message


def test_the_capability_exists(one: Edit) -> None:
    assert one(FILE, "capability: OPM-2", "capability: OPM-22").advice == "Did you mean 'OPM-2'?"


def test_areas_do_not_wait_for_each_other(one: Edit) -> None:
    problem = one(FILE, "after: [], small: [1, 3]", "after: [comparability], small: [1, 3]")
    assert "areas wait for each other" in problem.message


def test_ranges_run_upwards(one: Edit) -> None:
    assert "medium runs backwards" in one(FILE, "medium: [4, 12]", "medium: [12, 4]").message


def test_an_area_stands_once(one: Edit) -> None:
    problem = one(FILE, "id: bridging,", "id: digital,")
    assert problem.message == "digital stands twice"


def test_sentences_name_what_is_known(one: Edit) -> None:
    assert "{cost}" in one(FILE, "{later}", "{cost}").message
