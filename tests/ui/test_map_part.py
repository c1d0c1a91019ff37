"""The model map on the page operating_model: empty, begun, and that of the demonstration."""

from readiness.ui.map_part import handovers
from readiness.workspace.model_map import keep_nodes
from readiness.workspace.session import Session
from tests.operating_model.maps import NODES, graph, passes
from tests.ui.desk import Opener, choose, drawn

PART = "Model map"


def test_nothing_drawn_yet_offers_a_table_and_asks_who_leads(look: Opener, begun: str) -> None:
    app = choose(look("operating_model", begun), "Part", PART)
    assert not app.exception
    assert [len(table.value) for table in app.dataframe] == [0]
    assert not app.get("graphviz_chart")
    assert any(field.label == "Who leads the whole chain?" for field in app.text_input)


def test_two_nodes_bring_the_links_and_the_picture(look: Opener, desk: Session, begun: str) -> None:
    keep_nodes(
        desk, begun, [{"kind": "site", "name": "Own"}, {"kind": "clinic", "name": "<b>Ward</b>"}]
    )
    app = choose(look("operating_model", begun), "Part", PART)
    assert not app.exception
    assert len(app.dataframe) == 2
    assert any("one own site, one clinic; no hand-overs" in text.value for text in app.markdown)
    assert "<b>Ward</b>" not in drawn(app)


def test_the_demonstration_shows_its_map(look: Opener, example: str) -> None:
    app = choose(look("operating_model", example), "Part", PART)
    assert not app.exception
    [picture] = app.get("graphviz_chart")
    assert "digraph map" in picture.proto.spec
    assert picture.proto.alt.startswith("The map shows one own site, two contractors")
    shown = drawn(app)
    assert "Hand-overs between two places" in shown
    assert "✗ nobody" in shown
    assert any("Map and people differ on F4" in text.value for text in app.markdown)
    assert any(
        "Process\\-step hybrid" in t.value or "Process-step hybrid" in t.value for t in app.markdown
    )


def test_a_hand_over_in_a_row() -> None:
    links = [passes("order", "own", "cdmo", owner="", escalation_hours=None)]
    [row] = handovers(graph({"map_nodes": NODES, "map_links": links}))
    assert [str(cell) for cell in row][3:] == ["File", "COI", "S1", "✗ nobody", "✗ none"]
