"""The ledger on the page operating_model: a choice is added and its net weeks are told."""

from datetime import date

from readiness.workspace.lock_in import add_choice, set_saved, set_touch, set_weeks
from readiness.workspace.people import set_profile
from readiness.workspace.results import state
from readiness.workspace.session import Session
from tests.ui.desk import Opener, choose, drawn, press


def test_a_typical_choice_is_added(look: Opener, desk: Session, begun: str) -> None:
    app = choose(look("operating_model", begun), "Part", "Lock-in ledger")
    next(s for s in app.selectbox if s.label == "Met again and again").set_value("no_retains")
    app = press(app, "Add")
    assert not app.exception
    [choice] = state(desk, begun).assessment.operating.choices
    assert choice.name == "No retains kept"
    assert "no launch date" in drawn(app)


def test_the_day_until_which_it_can_be_undone(look: Opener, desk: Session, begun: str) -> None:
    made = add_choice(desk, begun, "Open <b>process</b>")
    set_saved(desk, begun, made, 13)
    set_touch(desk, begun, made, "analytics", "large")
    set_weeks(desk, begun, made, "analytics", 30, 30, 30)
    set_profile(desk, begun, "launch_date", date(2040, 1, 1))
    app = choose(look("operating_model", begun), "Part", "Lock-in ledger")
    assert not app.exception
    seen = drawn(app)
    # 30 - 13 = 17 weeks; 210 days before 2040-01-01 are 2039-06-05.
    assert "17 (17 to 17)" in seen
    assert "05 Jun 2039" in seen
    assert "Open &lt;b&gt;process&lt;/b&gt;" in seen
    assert "Together: 13 weeks saved now, 30 expected later, net 17 (17 to 17)." in seen
