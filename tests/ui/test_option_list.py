"""Options kept open on the page operating_model."""

from datetime import date

from readiness.workspace.gates import set_gate
from readiness.workspace.operating_entries import add_entry, set_entry
from readiness.workspace.results import state
from readiness.workspace.session import Session
from tests.ui.desk import Opener, choose, drawn, press

PART = "Options kept open"


def test_an_option_is_added_and_told_to_be_past(look: Opener, desk: Session, begun: str) -> None:
    app = choose(look("operating_model", begun), "Part", PART)
    assert not app.exception
    app.text_input(key="add_option").set_value("Second site")
    app = press(app, "Add")
    assert not app.exception
    assert [one.name for one in state(desk, begun).assessment.operating.options] == ["Second site"]
    assert "1 open, 0 past the decision date. Keeping them costs 0 thousands a year" in drawn(app)
    set_entry(desk, begun, "option", "second-site", "decide_by", date(2020, 1, 31))
    set_entry(desk, begun, "option", "second-site", "cost", 180)
    set_entry(desk, begun, "option", add_entry(desk, begun, "option", "Other"), "cost", None)
    set_gate(desk, begun, "pivotal", "held_on", date(2020, 2, 1))
    app = choose(look("operating_model", begun, gate_pivotal=True), "Part", PART)
    assert not app.exception
    seen = drawn(app)
    assert "31 Jan 2020 ✗ past" in seen
    assert "Keeping them costs 180 thousands a year, reckoned for 1 of 2." in seen
    assert [m.label for m in app.multiselect] == ["Asked there"]
