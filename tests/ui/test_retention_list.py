"""The retention matrix on the page operating_model."""

from readiness.workspace.results import state
from readiness.workspace.retention import set_retained
from readiness.workspace.session import Session
from tests.ui.desk import Opener, choose, drawn


def test_a_row_is_opened_and_said(look: Opener, desk: Session, begun: str) -> None:
    app = look("operating_model", begun, retention_banks=True)
    app = choose(app, "Part", "What stays with us")
    assert not app.exception
    labels = [opened.label.replace("\\", "") for opened in app.expander]
    assert len([label for label in labels if label.startswith("? ")]) == 11
    set_retained(desk, begun, "banks", "held", "vendor_only")
    set_retained(desk, begun, "slots", "held", "sponsor")
    app = choose(look("operating_model", begun), "Part", "What stays with us")
    assert "Of 11: 1 held by you, 0 shared, 1 with the vendor only, 9 not said." in drawn(app)
    assert any(opened.label.startswith("✗ ") for opened in app.expander)
    assert len(state(desk, begun).assessment.operating.retention) == 2
