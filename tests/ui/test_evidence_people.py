"""The page says what stands for people, and what role only costs."""

from readiness.ui import state
from readiness.workspace.roles import is_role_only
from readiness.workspace.session import Session
from tests.ui.desk import Opener, drawn, press


def test_role_only_is_switched_on_here_and_said(look: Opener, desk: Session, begun: str) -> None:
    app = look("evidence", begun)
    assert any("H2, H3 and H4 cannot be measured" in m.value for m in app.markdown)
    app = press(app, "Reduce people to their role")
    assert not app.exception
    assert is_role_only(desk.store.load(desk.actor, begun).assessment)
    assert "as a works council may ask. Not measured: H2, H3 and H4." in drawn(app)
    assert state.EVIDENCE not in app.session_state
