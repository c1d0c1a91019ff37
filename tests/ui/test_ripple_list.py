"""Worksheets on the page operating_model: a change is added and its longest path is told."""

from datetime import date

from readiness.workspace.people import set_profile
from readiness.workspace.results import state
from readiness.workspace.ripple import add_change, set_area, set_weeks
from readiness.workspace.session import Session
from tests.ui.desk import Opener, choose, drawn, press

PART = "Change ripple"


def test_a_change_is_added(look: Opener, desk: Session, begun: str) -> None:
    app = choose(look("operating_model", begun), "Part", PART)
    next(t for t in app.text_input if t.label == "Change").set_value("New <b>bag</b>")
    app = press(app, "Add")
    assert not app.exception
    [change] = state(desk, begun).assessment.operating.changes
    assert change.name == "New <b>bag</b>"
    seen = drawn(app)
    assert "New &lt;b&gt;bag&lt;/b&gt;" in seen
    assert "nothing planned yet" in seen


def test_the_path_the_day_and_what_it_took(look: Opener, desk: Session, begun: str) -> None:
    made = add_change(desk, begun, "New bag")
    for area, weeks in (("analytics", 20), ("comparability", 10), ("digital", 5)):
        set_area(desk, begun, made, area, "affected", True)
        set_area(desk, begun, made, area, "size", "medium")
        set_weeks(desk, begun, made, area, weeks, weeks, weeks)
    set_profile(desk, begun, "launch_date", date(2040, 1, 1))
    app = choose(look("operating_model", begun), "Part", PART)
    assert not app.exception
    seen = drawn(app)
    # 20 + 10 = 30; 210 days before 2040-01-01 are 2039-06-05.
    assert "30 (30 to 30)" in seen
    assert "05 Jun 2039" in seen
    for area, weeks in (("analytics", 22), ("comparability", 12), ("digital", 7)):
        set_area(desk, begun, made, area, "actual_weeks", weeks)
    seen = drawn(choose(look("operating_model", begun), "Part", PART))
    # It took 22 + 12 = 34: 4 more than 30.
    assert "34 (4 more)" in seen
    assert "05 Jun 2039" not in seen
    assert "Analytics → Comparability" in seen
    assert "too few to plan with: 3 are needed" in seen
