"""Files are built when the button is pressed, never before."""

import hashlib
from pathlib import Path

import pytest

from readiness.ui import downloads
from readiness.workspace import reports
from readiness.workspace.session import Session
from tests.ui.conftest import Built, Opener, drawn

OF_NO_ASSESSMENT = {"evidence_problems", "evidence_side", "stopwatch_list"}
"""Lists of what was refused, and templates."""
NOTED_WHERE_MADE = {"custody"}


def test_no_file_is_built_for_drawing_a_page(
    open_page: Opener, full: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def built(*_: object) -> bytes:
        raise AssertionError("built although nobody asked")

    monkeypatch.setattr(reports, "gap_workbook", built)
    app = open_page("report", full)
    assert not app.exception
    assert not app.error
    labels = [button.proto.label for button in app.get("download_button")]
    assert set(labels) == {
        "Gap report (Excel)",
        "Interview workbook (Excel)",
        "Export this assessment (.zip)",
        "Result (JSON)",
    }


def test_the_chosen_view_says_what_it_holds_and_lists_its_sheets(
    open_page: Opener, full: str
) -> None:
    app = open_page("report", full)
    chooser = app.selectbox(key="report_view")
    assert chooser.options[:3] == ["Full report", "Board view", "Client-safe view"]
    assert "Evidence register" in drawn(app)
    chooser.set_value("board").run()
    assert not app.exception
    assert any("Two sheets, a page each" in caption.value for caption in app.caption)
    assert "Top gaps" in drawn(app)
    assert "Evidence register" not in drawn(app)
    assert "With all cut points 20 % lower" in drawn(app)


def test_every_workbook_that_leaves_is_noted_with_its_hash(
    look: Opener, desk: Session, begun: str, built: Built
) -> None:
    """As the gap report is: the interview workbook and the guide; the plan: test_plan_shown."""
    look("guide", begun)
    look("report", begun)
    noted = {
        "All guides and requests (Excel)": "Interview guide",
        "Interview workbook (Excel)": "Interview workbook, all",
        "Result (JSON)": "Result (JSON)",
    }
    assert desk.store.exports.of(desk.actor, begun) == []
    made = [(what, hashlib.sha256(built[label]()).hexdigest()) for label, what in noted.items()]
    assert [(one.what, one.sha256) for one in desk.store.exports.of(desk.actor, begun)] == made


def test_every_file_of_an_assessment_leaves_by_this_way() -> None:
    ours = Path(downloads.__file__).parent.rglob("*.py")
    found = {path.stem for path in ours if ".download_button(" in path.read_text()}
    assert found == {"downloads"} | OF_NO_ASSESSMENT | NOTED_WHERE_MADE
