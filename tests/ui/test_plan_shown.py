"""Cards, bars, burn-down and files of a plan, each chart with its table."""

import hashlib

from tests.ui.conftest import drawn
from tests.ui.roadmap_page import opened


def test_everything_stands_with_its_table(look, desk, example, built):
    app = opened(look, example)
    page = drawn(app)
    for label in ("Today", "After 90 days", "After 6 months", "After 12 months"):
        assert label in page
    assert "Still blocks level" in page
    assert "demand_doubled" not in page
    assert "Actions with their weeks" in page
    assert "Priority still open" in page
    labels = [b.label for b in app.download_button]
    files = ("Plan (Excel)", "Plan (.csv)", "Calendar (.ics)")
    assert set(files) <= set(labels)
    made = [(name, hashlib.sha256(built[name]()).hexdigest()) for name in files]
    assert [(one.what, one.sha256) for one in desk.store.exports.of(desk.actor, example)] == made


def test_an_assessment_without_gaps_says_so(look, begun):
    app = opened(look, begun)
    assert any("answer what is not yet assessed first" in info.value for info in app.info)
    assert "Change an action" not in [h.value for h in app.header]
