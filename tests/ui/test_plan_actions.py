"""An action is changed with a reason, and goes back to the content."""

from tests.ui.conftest import drawn
from tests.ui.desk import press
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


def test_what_is_refused_is_said_and_a_doubtful_reason_is_asked_about(look, example, desk):
    app = opened(look, example)
    fill(app, "")
    assert any("Say why" in e.value for e in app.error)
    fill(app, "under way", status="started")
    assert any("since when" in e.value for e in app.error)
    fill(app, "says jane.doe@clinic.example")
    assert not desk.load(example).assessment.plan.actions
    assert any("jane.doe@clinic.example" in w.value for w in app.warning)
    press(app, "It identifies nobody: save it")
    [kept] = desk.load(example).assessment.plan.actions
    assert (kept.id, kept.reason) == ("QMS-3", "says jane.doe@clinic.example")
    # Another owner, and nothing else: the title is the content's and is not asked for.
    assert not [t for t in app.text_input if t.key == "plan_change_title_QMS-3"]
    app.selectbox(key="plan_change_owner_QMS-3").set_value("Executive")
    fill(app, "the board asked", status="planned")
    [kept] = desk.load(example).assessment.plan.actions
    assert (kept.owner, kept.name, kept.effort) == ("Executive", "", None)
