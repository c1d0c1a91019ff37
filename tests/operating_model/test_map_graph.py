"""Who runs what, and what is a hand-over."""

from tests.operating_model.maps import NODES, drawn, graph, passes, runs

CLINIC = {"id": "clinic", "kind": "clinic", "name": "Clinic"}
VECTOR = {"id": "vector", "kind": "material", "name": "Vector"}
FILL = {"id": "fill", "kind": "step", "name": "Fill"}


def test_what_passes_between_two_makers_is_a_hand_over_a_status_is_not() -> None:
    seen = graph(drawn())
    assert [link.id for link in seen.handovers] == ["order", "product"]
    assert seen.makers == {"own", "cdmo"}
    assert seen.label(seen.handovers[0]) == "Own → Maker (data)"


def test_a_clinic_hands_over_and_makes_nothing() -> None:
    links = [runs("own"), passes("cells", "clinic", "grow", "material")]
    seen = graph({"map_nodes": [*NODES, CLINIC], "map_links": links})
    assert [link.id for link in seen.handovers] == ["cells"]
    assert seen.between_makers() == ()


def test_a_thing_belongs_to_whom_it_comes_from_and_a_step_to_who_runs_it() -> None:
    links = [
        runs("own"),
        runs("cdmo", "fill"),
        passes("made", "cdmo", "vector", "material"),
        passes("used", "vector", "grow", "material"),
        passes("filled", "grow", "fill", "material"),
    ]
    seen = graph({"map_nodes": [*NODES, VECTOR, FILL], "map_links": links})
    assert seen.parties("vector") == {"cdmo"}
    # From the maker to its own vector nothing changes hands.
    assert [link.id for link in seen.handovers] == ["used", "filled"]


def test_only_links_of_the_stage_hold_and_none_without_its_ends() -> None:
    links = [
        runs("own", since="launch"),
        runs("cdmo", until="pivotal"),
        passes("gone", "own", "nowhere"),
    ]
    said = {"map_nodes": NODES, "map_links": links}
    assert graph(said).runners("grow") == {"cdmo"}
    assert graph(said, "launch").runners("grow") == {"own"}
    assert graph(said, None).runners("grow") == {"own", "cdmo"}
    assert graph(said).handovers == ()
