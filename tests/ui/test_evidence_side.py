"""The left column: empty, with files, with what is missing."""

import pytest

from readiness.ui import state
from readiness.workspace.session import Session
from tests.ui.desk import Opener, drawn, press


def test_empty_says_what_to_do_and_what_is_missing(look: Opener, begun: str) -> None:
    app = look("evidence", begun)
    assert not app.exception
    assert "Still missing" in drawn(app)
    assert any("No log yet" in m.value for m in app.markdown)


def test_full_lists_every_file_and_nothing_missing(look: Opener, example: str) -> None:
    app = look("evidence", example)
    assert not app.exception
    assert "Still missing" not in drawn(app)
    files = next(r for r in app.radio if r.label == "Files")
    assert len(files.options) == 15
    assert "15 files ready" in drawn(app)


def test_without_an_assessment_and_with_a_broken_id(look: Opener, desk: Session) -> None:
    assert look("evidence").title[0].value == "No assessment is open"
    assert look("evidence", "0" * 32).error


@pytest.mark.parametrize("kept", ["begun", "example"])
def test_a_tally_is_one_click_away(kept: str, look: Opener, request: pytest.FixtureRequest) -> None:
    app = press(look("evidence", request.getfixturevalue(kept)), "Type in a tally")
    assert not app.exception
    assert app.session_state[state.EVIDENCE] == "tally"
    assert app.header[0].value == "Type in a tally"
