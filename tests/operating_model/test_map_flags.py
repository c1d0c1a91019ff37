"""Each flag read off a map: raised, cleared, or left to be asked."""

from typing import Any

import pytest

from readiness.operating_model.map_flags import derive
from tests.operating_model.maps import DERIVED, NODES, drawn, graph, passes, runs


def states(said: dict[str, Any], parties: int = 2) -> dict[str, str]:
    roles = [one["role"] for one in said.get("conductors", [])]
    role = roles[0] if roles else ""
    return {flag: derive(graph(said), role, parties, flag).state for flag in DERIVED}


def test_a_whole_and_sound_map_clears_every_flag_that_it_can() -> None:
    assert states(drawn()) == dict.fromkeys(DERIVED, "clear")


@pytest.mark.parametrize("flag", DERIVED)
def test_one_fault_raises_one_flag(flag: str) -> None:
    assert states(drawn([flag])) == dict.fromkeys(DERIVED, "clear") | {flag: "raised"}


@pytest.mark.parametrize(
    ("flag", "why"),
    [
        ("F1", "process versions differ at Expansion (Own, Maker)"),
        ("F4", "data pass as scans, on paper or not at all: Own and Maker"),
        ("F6", "between makers, no escalation time on Own → Maker (data)"),
        ("F8", "not in the status view: Maker"),
    ],
)
def test_it_is_said_where(flag: str, why: str) -> None:
    assert derive(graph(drawn([flag])), "Lead", 2, flag).why == why


def test_what_is_not_filled_in_decides_nothing() -> None:
    bare: dict[str, Any] = {
        "identifier": "",
        "data_standard": "",
        "connection": None,
        "escalation_hours": None,
    }
    links = [runs("own"), runs("cdmo", version=""), passes("order", "own", "cdmo", **bare)]
    nodes = [node for node in NODES if node["kind"] != "view"]
    said = {"map_nodes": nodes, "map_links": links, "conductors": [{"role": "Lead"}]}
    assert states(said) == dict.fromkeys(DERIVED, "not known")


def test_one_different_value_raises_even_where_others_are_missing() -> None:
    said = drawn(["F2"])
    said["map_links"].append(passes("sample", "own", "cdmo", "material", identifier=""))
    assert states(said)["F2"] == "raised"


def test_spaces_and_case_are_no_difference() -> None:
    said = drawn()
    said["map_links"][3] |= {"identifier": " coi "}
    assert states(said)["F2"] == "clear"


def test_a_map_without_every_maker_clears_nothing_but_raises() -> None:
    found = states(drawn(["F6"]), parties=3)
    assert found == dict.fromkeys(DERIVED, "not known") | {"F6": "raised"}
    why = derive(graph(drawn()), "Lead", 3, "F2").why
    assert why == "2 of 3 makers are on the map, which clears nothing"


def test_a_hand_over_without_owner_raises_the_same_flag_as_no_conductor() -> None:
    said = drawn()
    said["map_links"][2] |= {"owner": ""}
    assert states(said)["F5"] == "raised"


def test_a_step_that_one_maker_runs_needs_no_second_version() -> None:
    said = drawn()
    said["map_links"] = [runs("own", version=""), *said["map_links"][2:]]
    assert states(said)["F1"] == "clear"


def test_a_flag_without_a_rule_is_asked() -> None:
    found = derive(graph(drawn()), "Lead", 2, "F3")
    assert found.state == "not known"
    assert found.why == "the map does not say: what is answered on Profile counts"


def test_two_makers_without_a_data_link_are_asked_how_data_pass() -> None:
    said = drawn()
    del said["map_links"][2]
    assert states(said)["F4"] == "not known"
