"""The page operating_model: makers compared, one looked at, what its own figures say."""

from readiness.workspace.partners import add_partner, set_answer, set_partner, set_slots
from readiness.workspace.results import state
from readiness.workspace.session import Session
from tests.ui.desk import Opener, choose, drawn, press

ROWS = [
    {"month": f"2026-{n:02}", "offered": 5, "booked": 4, "started": 3, "completed": 3}
    for n in range(1, 11)
]


def test_a_maker_is_added_and_asked(look: Opener, desk: Session, begun: str) -> None:
    app = choose(look("operating_model", begun), "Part", "Contract makers")
    assert not app.exception
    field = next(t for t in app.text_input if t.label == "Add a contract maker")
    field.set_value("Maker <b>x</b>")
    app = press(app, "Add")
    assert not app.exception
    [maker] = state(desk, begun).assessment.operating.partners
    assert maker.name == "Maker <b>x</b>"
    assert "Maker &lt;b&gt;x&lt;/b&gt;" in drawn(app)
    assert "nothing asked yet" in drawn(app)


def test_two_makers_stand_side_by_side_and_a_caught_claim_is_told(
    look: Opener, desk: Session, begun: str
) -> None:
    loud, quiet = add_partner(desk, begun, "Loud"), add_partner(desk, begun, "Quiet")
    set_partner(desk, begun, loud, "claimed_utilisation", 0.9)
    set_slots(desk, begun, loud, ROWS)
    set_answer(desk, begun, loud, "CD-3", {"score": 4})
    set_answer(desk, begun, quiet, "CD-5", {"score": 4})
    app = choose(look("operating_model", begun), "Part", "Contract makers")
    assert not app.exception
    seen = drawn(app)
    assert "claimed 90 %, table 60 %" in seen
    assert "⚑ red flag" in seen
    assert "the table supplied shows 60 % (30 started of 50 offered in 10 months)" in seen
    assert any("Counts 0" in warning.value for warning in app.warning)
