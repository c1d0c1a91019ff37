"""The same plan by function, and what hangs on each gap, with their tables."""

from tests.ui.conftest import drawn
from tests.ui.roadmap_page import opened


def test_bars_by_function_have_their_table(look, example):
    app = opened(look, example)
    assert "Actions by function" not in drawn(app)
    ways = next(c for c in app.segmented_control if c.label == "Bars")
    ways.set_value("function").run()
    assert not app.exception
    assert "Actions by function" in drawn(app)


def test_impact_against_lock_in_has_its_table(look, example):
    app = opened(look, example)
    assert "Impact against lock-in" in [h.value for h in app.header]
    assert "Patient impact" in drawn(app)
