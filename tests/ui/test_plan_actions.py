"""An action is changed with a reason, and goes back to the content."""

from tests.ui.conftest import drawn
from tests.ui.roadmap_page import opened


def fill(app, reason, status="dropped", id="QMS-3"):
    next(s for s in app.selectbox if s.label == "Action").set_value(id)
    next(s for s in app.selectbox if s.label == "Status").set_value(status)
    next(t for t in app.text_input if t.label == "Reason").set_value(reason)
    next(b for b in app.button if b.label == "Save this change").click().run()


def test_an_action_is_dropped_with_a_reason_and_comes_back(look, example, desk):
    app = opened(look, example)
    fill(app, "the partner does it")
    kept = desk.load(example).assessment.plan.actions
    assert [(a.id, a.status, a.reason) for a in kept] == [
        ("QMS-3", "dropped", "the partner does it")
    ]
    assert "the partner does it" in drawn(app)
    back = next(b for b in app.button if b.label == "QMS-3: back to the content")
    back.click().run()
    assert not desk.load(example).assessment.plan.actions


def test_without_a_reason_or_a_start_nothing_is_saved(look, example, desk):
    app = opened(look, example)
    fill(app, "")
    assert any("Say why" in e.value for e in app.error)
    fill(app, "under way", status="started")
    assert any("since when" in e.value for e in app.error)
    fill(app, "says jane.doe@clinic.example")
    assert any("e-mail" in e.value or "identif" in e.value for e in app.error)
    assert not desk.load(example).assessment.plan.actions
