"""The frame: an error becomes advice."""

import logging

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.conftest import Opener


def test_an_id_that_does_not_exist_is_advice(open_page: Opener) -> None:
    app = open_page("questions", "0" * 32)
    assert not app.exception
    assert len(app.error) == 1


def test_a_defect_gets_an_incident_and_shows_no_trace(
    open_page: Opener, full: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("the text of a note")

    monkeypatch.setattr("readiness.ui.band.saved", broken)
    with caplog.at_level(logging.ERROR, "readiness.ui"):
        app = open_page("questions", full)
    assert "incident" in app.error[0].value
    assert "the text of a note" not in app.error[0].value
    assert "the text of a note" not in caplog.text


def test_a_string_that_stands_alone_in_a_page_is_not_drawn() -> None:
    app = AppTest.from_string('"""A page."""\nKINDS = ()\n"""What KINDS are."""\n').run()
    assert not app.markdown
