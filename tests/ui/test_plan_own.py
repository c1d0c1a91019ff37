"""An action of one's own is added with its people, changed, and taken away."""

from fractions import Fraction

from tests.ui.conftest import drawn
from tests.ui.desk import press
from tests.ui.roadmap_page import opened
from tests.ui.test_plan_actions import fill

FIELDS = {"title": "Hire a courier lead", "why": "agreed with the board"}


def add(app, **said):
    for part, words in (FIELDS | said).items():
        app.text_input(key=f"plan_own_{part}_own-1").set_value(words)
    app.selectbox(key="plan_own_gap_own-1").set_value("QMS-3")
    app.number_input(key="plan_own_SC_own-1").set_value(1.5)
    app.number_input(key="plan_own_QA_own-1").set_value(0.5)
    return press(app, "Add this action")


def test_an_own_action_is_added_changed_and_taken_away(look, example, desk):
    app = add(opened(look, example))
    assert not app.error
    [own] = desk.load(example).assessment.plan.actions
    assert (own.id, own.name, own.reason) == ("own-1", *FIELDS.values())
    assert own.effort == {"SC": Fraction(3, 2), "QA": Fraction(1, 2)}
    assert (own.elapsed, list(own.lifts)) == (2, ["QMS-3"])
    assert own.lifts["QMS-3"] > 1
    page = drawn(app)
    assert page.count("Hire a courier lead") >= 2  # among the weeks, and among what was changed
    # Marked done, with twice the effort: 2 person-weeks become 4, shared as they were.
    effort = next(n for n in app.number_input if n.label == "Person-weeks")
    effort.set_value(4.0)
    fill(app, "it was more", status="done", id="own-1")
    [own] = desk.load(example).assessment.plan.actions
    assert own.effort == {"SC": Fraction(3), "QA": Fraction(1)}
    assert (own.status, own.name) == ("done", "Hire a courier lead")
    # Its title and its owner are changed later; how it stands stays as it was marked.
    app.text_input(key="plan_change_title_own-1").set_value("Hire two courier leads")
    app.selectbox(key="plan_change_owner_own-1").set_value("Executive")
    next(t for t in app.text_input if t.label == "Reason").set_value("one is not enough")
    app = press(app, "Save this change")
    assert not app.error
    [own] = desk.load(example).assessment.plan.actions
    assert (own.name, own.owner) == ("Hire two courier leads", "Executive")
    assert (own.status, own.reason, own.elapsed) == ("done", "one is not enough", 2)
    assert "Hire two courier leads" in drawn(app)
    press(app, "own-1: take away")
    assert not desk.load(example).assessment.plan.actions


def test_an_own_action_that_says_too_little_is_not_saved(look, example, desk):
    app = add(opened(look, example), title="", why="")
    assert any("Give it a title; say why" in e.value for e in app.error)
    assert not desk.load(example).assessment.plan.actions


def test_a_title_that_may_identify_somebody_is_asked_about(look, example, desk):
    app = add(opened(look, example), title="Ask jane.doe@clinic.example")
    assert not desk.load(example).assessment.plan.actions
    press(app, "It identifies nobody: save it")
    [own] = desk.load(example).assessment.plan.actions
    assert own.name == "Ask jane.doe@clinic.example"
