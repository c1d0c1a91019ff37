"""How much slack there is today, on the page."""

from readiness.workspace.results import state
from readiness.workspace.session import Session
from readiness.workspace.stress import set_figure
from tests.ui.desk import Opener, drawn, press


def test_small_delays_are_tried_on_demand(look: Opener, desk: Session, begun: str) -> None:
    set_figure(desk, begun, "clinic.slack_days", 4)
    set_figure(desk, begun, "clinic.next_opening_days", 14)
    app = press(look("stress", begun), "Simulate two years")
    assert any("one day more costs 14 days" in m.value for m in app.markdown)
    assert "Twice in a week" not in drawn(app)
    app = press(app, "Try small delays")
    assert not app.exception
    assert any(m.value.startswith("A reagent that comes 3 days late costs") for m in app.markdown)
    assert "Twice in a week" in drawn(app)
    # It is kept with the run, for the report.
    kept = state(desk, begun).assessment.simulation
    assert kept is not None
    assert "a reagent that comes 3 days late" in kept.slack
    # Who opens the page anew sees the run that the report tells, until a figure is changed.
    app = look("stress", begun)
    assert any("The last run, of " in c.value for c in app.caption)
    assert any(m.value.startswith("A reagent that comes 3 days late costs") for m in app.markdown)
    assert "Figures of the simulation" in drawn(app)
    assert not app.warning or "changed since" not in app.warning[-1].value
    set_figure(desk, begun, "demand_per_year", 9)
    assert any("Figures were changed since" in w.value for w in look("stress", begun).warning)
