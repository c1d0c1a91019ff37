"""The intersection matrix on the page operating_model."""

from readiness.workspace.intersections import set_crossing
from readiness.workspace.results import state
from readiness.workspace.session import Session
from tests.ui.desk import Opener, choose, drawn

PART = "Where flows meet"


def test_a_pair_is_opened_and_said(look: Opener, desk: Session, begun: str) -> None:
    app = choose(
        look("operating_model", begun, **{"intersection_slots-clinic": True}), "Part", PART
    )
    assert not app.exception
    assert len([e for e in app.expander if e.label.replace("\\", "").startswith("? ")]) == 15
    assert any("the slot cannot follow" in told.value for told in app.markdown)
    set_crossing(desk, begun, "slots-clinic", "known", "too_late")
    set_crossing(desk, begun, "slots-batch", "known", "alert")
    set_crossing(desk, begun, "slots-batch", "decides", "Planner")
    set_crossing(desk, begun, "slots-batch", "fallback", "Swap")
    app = choose(look("operating_model", begun), "Part", PART)
    said = "Of 15: 2 said. Nobody decides 1 of them, 1 have no fallback, and the slack of 2 is not"
    assert said in drawn(app)
    assert [e.label[0] for e in app.expander if e.label[0] in "✓✗"] == ["✓", "✗"]
    assert len(state(desk, begun).assessment.operating.intersections) == 2
