"""What is cheap now, what was done too early, and what reopens comparability."""

from datetime import date

from readiness.workspace.plan_edits import pivotal_on
from readiness.workspace.ratings import use_horizon
from tests.ui.conftest import drawn
from tests.ui.roadmap_page import opened


def test_until_when_it_is_cheap(look, example, desk):
    app = opened(look, example)
    assert {"Cheap now, dear later", "Ahead of need"} <= {h.value for h in app.header}
    assert "too late" not in drawn(app)
    pivotal_on(desk, example, date(2027, 6, 1))
    page = drawn(opened(look, example))
    assert "01 Jun 2027 (start of the pivotal trial)" in page
    assert "▲ too late" in page


def test_equipment_after_the_pivotal_start_is_warned_of(look, example, desk):
    use_horizon(desk, example, "launch")
    app = opened(look, example)
    assert not any("pivotal trial has begun" in w.value for w in app.warning)
    pivotal_on(desk, example, date(2027, 3, 1))
    app = opened(look, example)
    assert any("PRC-4 ends" in w.value and "comparability" in w.value for w in app.warning)
