"""Areas and weeks of a choice are kept as they are changed."""

from readiness.workspace.lock_in import add_choice
from readiness.workspace.results import state
from readiness.workspace.session import Session
from tests.ui.desk import Opener, choose


def test_an_area_is_touched_and_its_weeks_are_changed(
    look: Opener, desk: Session, begun: str
) -> None:
    add_choice(desk, begun, "Open process")
    app = choose(look("operating_model", begun), "Part", "Lock-in ledger")
    app = choose(app, "Analytics", "medium")
    highest = next(n for n in app.number_input if n.label == "Highest")
    assert highest.value == 12
    app = highest.set_value(20).run()
    assert not app.exception
    saved = next(n for n in app.number_input if n.label == "Weeks saved now")
    app = saved.set_value(9).run()
    [choice] = state(desk, begun).assessment.operating.choices
    assert (choice.weeks_saved, choice.areas[0].high) == (9, 20)
    lowest = next(n for n in app.number_input if n.label == "Lowest")
    app = lowest.set_value(30).run()
    assert any("run upwards" in error.value for error in app.error)
    assert state(desk, begun).assessment.operating.choices[0].areas[0].low == 4
