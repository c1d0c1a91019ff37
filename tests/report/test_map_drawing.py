"""The model map as a drawing and in words."""

from collections.abc import Mapping

from readiness.domain.map_result import MapResult
from readiness.operating_model.map_graph import Graph
from readiness.operating_model.model_map import judge_map
from readiness.report.map_drawing import in_words, map_dot, missing
from tests.made import assessment, questionnaire
from tests.operating_model.maps import NODES, drawn, graph, passes, runs


def judged(said: Mapping[str, object]) -> MapResult:
    found = judge_map(assessment(operating=said), questionnaire())
    assert found is not None
    return found


def test_a_hand_over_with_something_missing_says_so_in_words_and_red() -> None:
    [faulty] = [line for line in dot(drawn(["F6"])).splitlines() if '"own" -> "cdmo"' in line]
    assert "✗ no escalation time" in faulty.replace("\\n", " ")
    assert "#A33A0A" in faulty
    assert "✗" not in dot(drawn())


def dot(said: dict[str, object]) -> str:
    return map_dot(graph(said))


def test_a_step_of_one_place_stands_in_its_frame_a_shared_one_is_linked() -> None:
    shared = dot(drawn())
    assert '"own" -> "grow" [label="P1", style=dotted' in shared
    assert "subgraph" not in shared
    alone = dot({"map_nodes": NODES, "map_links": [runs("own")]})
    assert 'subgraph "cluster_own"' in alone
    assert '"own" -> "grow"' not in alone
    assert 'label="Expansion\\nstep, P1"' in alone


def test_what_was_typed_stays_text() -> None:
    evil = '"]; evil [label="\\N'
    nodes = [{"id": "own", "kind": "site", "name": evil}]
    [line] = [line for line in dot({"map_nodes": nodes}).splitlines() if line.startswith('"own"')]
    assert line.startswith(r'"own" [label="\"]; evil\n[label=\"\\N\nown site", shape=box')


def test_the_picture_in_words() -> None:
    said = drawn(["F6"])
    words = in_words(graph(said), judged(said))
    assert words == (
        "The map shows one own site, one contractor, one step, one status view; two hand-overs "
        "between places, one with something missing. One role leads the chain."
    )
    alone = {"map_nodes": NODES[:1]}
    assert in_words(graph(alone), judged(alone)) == (
        "The map shows one own site; no hand-overs between places. No role leads the chain."
    )


def test_what_is_missing_is_told_once_a_link_was_asked() -> None:
    links = [
        passes("order", "own", "cdmo", owner="", escalation_hours=None),
        passes("back", "cdmo", "own", connection=None, owner=""),
        passes("seen", "own", "board", owner=""),
    ]
    seen: Graph = graph({"map_nodes": NODES, "map_links": links})
    assert [missing(seen, link) for link in seen.links] == [
        ("no owner", "no escalation time"),
        ("not asked",),
        (),
    ]
