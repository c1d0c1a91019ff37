"""A long list is shown a page at a time, and a search begins at its first page."""

from readiness.ui.shelf import AT_ONCE
from readiness.workspace.assessments import create
from readiness.workspace.session import Session
from tests.ui.desk import Opener, drawn


def test_the_list_of_assessments_is_turned(look: Opener, desk: Session) -> None:
    """AT_ONCE and three more: the second page has the three that were begun first."""
    for n in range(AT_ONCE + 3):
        create(desk, f"Maker {n:02}", "autologous", "phase_1")
    app = look("assessments")
    assert f"1 to {AT_ONCE} of {AT_ONCE + 3}" in [c.value for c in app.caption]
    assert "Maker 12" in drawn(app)
    assert "Maker 02" not in drawn(app)
    [turn] = app.get("pagination")
    assert turn.proto.num_pages == 2
    app.session_state[turn.proto.id.rsplit("-", 1)[-1]] = 2
    app = app.run()
    assert "Maker 02" in drawn(app)
    assert "Maker 12" not in drawn(app)
    find = next(t for t in app.text_input if t.label == "Find by name or client")
    app = find.input("maker 1").run()
    assert "Maker 12" in drawn(app), "three are found: there is nothing to turn"
    assert not app.get("pagination")
