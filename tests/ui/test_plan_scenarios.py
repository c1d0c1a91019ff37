"""A scenario is saved under its name, compared with the plan, and taken away."""

import time
from fractions import Fraction

from readiness.domain.planning import Scenario
from readiness.roadmap.plan.planner import Work
from readiness.workspace.plan_edits import spare
from readiness.workspace.plan_jobs import case_of
from readiness.workspace.results import state
from readiness.workspace.scenario_jobs import begin_comparison
from readiness.workspace.scenarios import save_scenario
from tests.ui.conftest import drawn
from tests.ui.desk import press
from tests.ui.roadmap_page import opened


def fill(app, name, **labelled):
    next(t for t in app.text_input if t.label == "Name of the scenario").set_value(name)
    for label, value in labelled.items():
        shown = label.replace("_", " ")
        fields = [*app.selectbox, *app.multiselect, *app.number_input]
        next(f for f in fields if f.label == shown).set_value(value)
    next(b for b in app.button if b.label == "Save the scenario").click().run()


def test_a_scenario_is_saved_and_removed(look, example, desk):
    spare(desk, example, "QA", Fraction(5))
    app = opened(look, example)
    fill(app, "Half a person", Who_is_added="QA", Days_a_week_more=2.5, Leave_out=["DIG-3"])
    (kept,) = desk.load(example).assessment.plan.scenarios
    assert (kept.id, kept.skip) == ("Half a person", ("DIG-3",))
    assert [(a.function, a.weeks) for a in kept.added] == [("QA", Fraction(1, 2))]
    assert "QA +2.5 days a week from" in drawn(app)
    next(b for b in app.button if b.label == "Remove").click().run()
    assert not desk.load(example).assessment.plan.scenarios


def test_a_name_and_a_change_are_needed_and_a_doubtful_name_is_asked_about(look, example, desk):
    app = opened(look, example)
    fill(app, "", Leave_out=["DIG-3"])
    assert any("Give it a name" in e.value for e in app.error)
    fill(app, "Nothing at all", Leave_out=[])
    assert any("changes nothing" in w.value for w in app.warning)
    fill(app, "As jane.doe@clinic.example said", Leave_out=["DIG-3"])
    assert not desk.load(example).assessment.plan.scenarios
    press(app, "It identifies nobody: save it")
    (kept,) = desk.load(example).assessment.plan.scenarios
    assert kept.id == "As jane.doe@clinic.example said"


def test_other_weights_are_kept_as_they_are_typed(look, example, desk):
    app = opened(look, example)
    fill(app, "Patients first", Patient_impact=60.0, Regulatory_risk=40.0)
    (kept,) = desk.load(example).assessment.plan.scenarios
    assert kept.weights == {"P": 60, "R": 40, "L": 0}


def test_the_comparison_stands_side_by_side(look, example, desk):
    save_scenario(desk, example, Scenario(id="Without DIG-3", skip=("DIG-3",)))
    case = case_of(desk, example, state(desk, example))
    found = begin_comparison(desk, example, case, Work(0.1, 0.1))
    until = time.monotonic() + 60
    while not found.is_over and time.monotonic() < until:
        time.sleep(0.05)
    page = drawn(opened(look, example))
    assert "The plan and its scenarios side by side" in page
    assert "As entered" in page
    assert "Priority left open" in page
    save_scenario(desk, example, Scenario(id="Without DIG-2", skip=("DIG-2",)))
    app = opened(look, example)
    assert any("compare again" in w.value for w in app.warning)
