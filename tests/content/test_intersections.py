"""The intersection matrix's content."""

from itertools import combinations

from readiness.content import content_root
from readiness.content.stress import load_stress
from tests.content.broken import ID, Edit
from tests.made import questionnaire

FILE = "intersections.yaml"


def test_every_two_of_six_flows_meet_once_and_shocks_exist() -> None:
    rules = questionnaire().intersections
    flows = [flow.id for flow in rules.flows]
    assert flows == ["slots", "materials", "batch", "release", "staff", "clinic"]
    assert [pair.flows for pair in rules.pairs] == list(combinations(flows, 2))
    shocks = {shock.id for shock in load_stress(content_root() / ID).shocks}
    assert set(rules.shocks) == shocks


def test_pairs_are_whole(one: Edit) -> None:
    problem = one(FILE, "flows: [slots, batch]", "flows: [slots, materials]")
    assert problem.message == "the pairs are not whole"


def test_ids_stand_once(one: Edit) -> None:
    problem = one(FILE, "id: slots-batch", "id: slots-materials")
    assert problem.message == "slots-materials stands twice"


def test_flows_exist(one: Edit) -> None:
    assert one(FILE, "site_down: batch", "site_down: batsh").advice == "Did you mean 'batch'?"


def test_the_capability_exists(one: Edit) -> None:
    assert one(FILE, "capability: CTL-3", "capability: CTL-33").advice == "Did you mean 'CTL-3'?"


def test_signals_are_whole_and_points_have_a_top(one: Edit) -> None:
    assert one(FILE, "points: 2}\n  - {id: too", "points: 4}\n  - {id: too").message == (
        "4 points are more than the most, 3"
    )


def test_bands_of_slack_fall_to_nothing(one: Edit) -> None:
    problem = one(FILE, "{days: 0, points: 3}", "{days: 3, points: 3}")
    assert problem.message == "the bands of slack do not fall to 0 days"


def test_sentences_name_what_is_known(one: Edit) -> None:
    assert "{days}" in one(FILE, "weakest pairs: {pairs}", "weakest pairs: {days}").message
