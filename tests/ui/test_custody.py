"""A signed file is shown with its signer before it is taken in, and is made from the same page."""

from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from readiness.workspace.assessments import create
from readiness.workspace.clients import clients
from readiness.workspace.custody import export_signed, own_fingerprint
from readiness.workspace.session import Session
from tests.ui.desk import Opener, choose, drawn, press
from tests.workspace.two_computers import computer, with_work


def dropped(app: AppTest, data: bytes) -> AppTest:
    """The page with this file in its field."""
    field: Any = app.get("file_uploader")[0]
    field.upload("sent.zip", data, "application/zip")
    return app.run()


def test_shown_then_trusted_then_taken(look: Opener, desk: Session, tmp_path: Path) -> None:
    other = computer(tmp_path, "other")
    client, id = with_work(other, files=False)
    app = look("assessments")
    app = dropped(app, export_signed(other, client))
    assert not app.exception
    assert own_fingerprint(other) in drawn(app)
    assert "a key that nobody here knows yet" in drawn(app)
    assert "new here" in drawn(app)
    take = next(b for b in app.button if b.label == "Take it in")
    assert take.disabled
    next(c for c in app.checkbox if "I trust it" in c.label).check().run()
    app = choose(app, "Into", "")
    app = press(app, "Take it in")
    assert not app.exception
    assert "Taken in, with the history" in app.success[0].value
    assert [r.id for r in desk.store.assessments(desk.actor)] == [id]
    assert len(clients(desk)) == 2


@pytest.mark.parametrize("broken", [b"PK\x03\x04 cut", b"Dear all"])
def test_what_is_refused_says_why(look: Opener, desk: Session, broken: bytes) -> None:
    app = look("assessments")
    app = dropped(app, broken)
    app = press(app, "Import it")
    assert app.error
    assert desk.store.assessments(desk.actor) == []


def test_both_ways_out_stand_where_one_looks(look: Opener, desk: Session) -> None:
    create(desk, "Elm Works", "autologous", "phase_1")
    app = look("assessments")
    labels = [b.proto.label for b in app.get("download_button")]
    assert "Export, signed" in labels
    assert "Export all of My assessments, signed" in labels
    app = press(app, "Show the fingerprint")
    assert app.code
