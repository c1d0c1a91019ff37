"""Flags and archetypes of the model map: told, and decided with a reason."""

from readiness.domain.map_result import MapArchetype
from readiness.ui.map_shown import in_words
from readiness.workspace.model_map import keep_links, keep_nodes
from readiness.workspace.results import state
from readiness.workspace.session import Session
from tests.ui.desk import Opener, choose, drawn, press

NODES = [
    {"kind": "site", "name": "Own"},
    {"kind": "contractor", "name": "Maker"},
    {"kind": "step", "name": "Grow"},
]


def test_an_archetype_is_confirmed_with_a_reason_only(
    look: Opener, desk: Session, begun: str
) -> None:
    keep_nodes(desk, begun, NODES)
    runs = [{"source": place, "kind": "runs", "target": "grow"} for place in ("own", "maker")]
    keep_links(desk, begun, runs)
    app = choose(look("operating_model", begun), "Part", "Model map")
    assert "F5 No owner of the whole chain" in drawn(app)
    assert "no role leads the whole chain" in drawn(app)
    app = press(app, "Confirm")
    assert any("needs its reason" in error.value for error in app.error)
    [reason] = [field for field in app.text_input if field.label == "Reason: network hybrid"]
    app = press(reason.input("Two regions").run(), "Confirm")
    [said] = state(desk, begun).assessment.operating.map_archetypes
    assert (said.id, said.holds, said.reason) == ("network", True, "Two regions")
    app = press(app, "Take back")
    assert state(desk, begun).assessment.operating.map_archetypes == ()


def test_how_an_archetype_stands() -> None:
    one = MapArchetype(id="a", name="A", shown=False, why="", decided=None, chosen=True)
    assert in_words(one) == "? chosen on Profile, and not on the map"
    assert in_words(one.model_copy(update={"shown": True})) == "? to be decided"
    assert in_words(one.model_copy(update={"decided": False})) == "✗ refused"
    assert in_words(one.model_copy(update={"decided": True})) == "✓ confirmed"
