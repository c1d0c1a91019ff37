"""Ends of links, steps and stages of a model map."""

from typing import Any

from readiness.domain.operating import Operating
from readiness.workspace.map_checks import map_problems
from tests.made import questionnaire
from tests.operating_model.maps import NODES, drawn, passes, runs


def told(*links: dict[str, Any], **more: Any) -> list[str]:
    said = Operating.model_validate({"map_nodes": NODES, "map_links": links} | more)
    return [problem.message for problem in map_problems(said, questionnaire(), "map.yaml")]


def test_a_sound_map_has_no_problem() -> None:
    assert told(*drawn()["map_links"]) == []


def test_ends_are_there_and_differ() -> None:
    assert told(passes("a", "own", "cmdo")) == ["there is no node cmdo"]
    assert told(passes("a", "own", "own")) == ["a leads back to where it begins"]


def test_only_a_place_runs_and_only_a_step_is_run() -> None:
    text = "only a place runs, and only a step is run"
    assert told(runs("own", "cdmo")) == [f"own-runs-cdmo: {text}"]
    assert told(runs("grow", "grow") | {"source": "board"}) == [f"grow-runs-grow: {text}"]


def test_a_link_does_not_end_before_it_begins() -> None:
    link = passes("a", "own", "cdmo", since="launch", until="phase_1")
    assert told(link) == ["a ends before it begins"]


def test_archetypes_are_known() -> None:
    one = {"id": "networks", "holds": True, "reason": "x"}
    assert told(map_archetypes=[one]) == ["there is no archetype networks"]
