"""Scaling limits on the page operating_model."""

from readiness.workspace.people import set_profile
from readiness.workspace.results import state
from readiness.workspace.scaling_limits import set_limit
from readiness.workspace.session import Session
from tests.ui.desk import Opener, choose, drawn

PART = "Scaling limits"


def test_a_limit_is_typed_and_held_against_the_demand(
    look: Opener, desk: Session, begun: str
) -> None:
    app = choose(look("operating_model", begun, limit_DOC=True), "Part", PART)
    assert not app.exception
    assert len([e for e in app.expander if e.label.startswith("? ")]) == 10
    next(n for n in app.number_input if n.label == "Breaks at, a year").set_value(30).run()
    [said] = state(desk, begun).assessment.operating.limits
    assert (said.id, said.volume) == ("DOC", 30)
    set_profile(desk, begun, "demand_per_year", 120)
    set_limit(desk, begun, "PRC", "volume", 240)
    app = choose(look("operating_model", begun), "Part", PART)
    assert not app.exception
    seen = drawn(app)
    assert "The real capacity is 30 batches a year" in seen
    assert "30 ▼ lowest" in seen
    assert "✗ 25 %" in seen  # 30 of 120
    assert "✓ 200 %" in seen  # 240 of 120
