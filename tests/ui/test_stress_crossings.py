"""What people said of two flows beside what the simulator says, on the page."""

import pytest

from readiness.ui import stress_pairs
from readiness.workspace.intersections import set_crossing
from readiness.workspace.session import Session
from readiness.workspace.stress import choose_shocks, content_of, set_figure
from tests.made import questionnaire
from tests.ui.desk import Opener, drawn, press


def test_days_stand_beside_a_pair_that_was_tried(
    look: Opener, desk: Session, begun: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stress_pairs, "FEWER", 5)
    set_figure(desk, begun, "demand_per_year", 6)
    content = content_of(desk, questionnaire().id)
    choose_shocks(desk, begun, content, ["material_late", "failures"])
    app = press(look("stress", begun), "Simulate two years")
    assert any("Nobody has said yet" in said.value for said in app.caption)
    set_crossing(desk, begun, "materials-batch", "known", "too_late")
    set_crossing(desk, begun, "slots-staff", "known", "meeting")
    app.run()
    assert drawn(app).count("not simulated") == 2
    app = press(app, "Try every pair")
    assert not app.exception
    # The two shocks strike materials and batch; slots and staff were not simulated together.
    assert drawn(app).count("not simulated") == 1
