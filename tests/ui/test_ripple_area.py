"""The fields of one change, area by area."""

from readiness.workspace.results import state
from readiness.workspace.ripple import add_change, set_area
from readiness.workspace.session import Session
from tests.ui.desk import Opener, choose

PART = "Change ripple"


def test_an_area_is_touched_planned_and_over(look: Opener, desk: Session, begun: str) -> None:
    made = add_change(desk, begun, "New bag")
    key = f"ripple_{made}_analytics"
    app = choose(look("operating_model", begun, **{key: True}), "Part", PART)
    assert [e.label for e in app.expander if e.label.startswith("? ")] != []
    app = choose(app, "Does it touch analytics?", True)
    app = choose(app, "How large", "medium")
    numbers = {n.label: n for n in app.number_input}
    assert [numbers[n].value for n in ("Lowest", "Most likely", "Highest")] == [4, 8, 12]
    app = numbers["Highest"].set_value(20.0).run()
    app = next(n for n in app.number_input if n.label == "Weeks it took").set_value(9.5).run()
    app = next(m for m in app.multiselect if m.label == "Comes after").set_value(["digital"]).run()
    assert not app.exception
    [said] = state(desk, begun).assessment.operating.changes[0].areas
    assert (said.high, said.actual_weeks, said.after) == (20, 9.5, ("digital",))
    assert any("took 9.5 weeks" in e.label.replace("\\", "") for e in app.expander)


def test_an_order_in_a_ring_is_refused(look: Opener, desk: Session, begun: str) -> None:
    made = add_change(desk, begun, "New bag")
    for area in ("analytics", "comparability"):
        set_area(desk, begun, made, area, "affected", True)
    key = f"ripple_{made}_analytics"
    app = choose(look("operating_model", begun, **{key: True}), "Part", PART)
    after = next(m for m in app.multiselect if m.label == "Comes after")
    app = after.set_value(["comparability"]).run()
    assert any("wait for each other" in error.value for error in app.error)
    assert state(desk, begun).assessment.operating.changes[0].of("analytics").after is None
