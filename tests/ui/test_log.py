"""A page that fails over what somebody typed says so in the log without the words."""

import json
import logging

import pytest

from readiness.ui import cached
from readiness.workspace import changes
from readiness.workspace.answers import answer
from readiness.workspace.logs import OURS
from readiness.workspace.session import Session
from tests.ui.desk import Opener

TYPED = "Hildegard only works on Wednesdays"


def test_no_typed_word_gets_in(
    look: Opener,
    desk: Session,
    begun: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    answer(desk, begun, "OPM-1", "team", level=2, note=TYPED)

    def fails(row: object, content: object) -> None:
        raise ValueError(str(row))

    monkeypatch.setattr(changes, "change", fails)
    # Set up by another test, it would write to the standard error of that one.
    monkeypatch.setattr(logging.getLogger(OURS), "handlers", [])
    capsys.readouterr()
    app = look("history", begun)
    assert "could not be drawn" in app.error[0].value
    said = capsys.readouterr().err
    [line] = [one for one in said.splitlines() if one.startswith("{")]
    assert "page failed" in json.loads(line)["event"]
    assert "ValueError" in line
    assert TYPED not in said
    assert cached.workbench() is desk
