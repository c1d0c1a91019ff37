"""Files are built when the button is pressed, never before."""

import pytest

from readiness.workspace import reports
from tests.ui.conftest import Opener


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
    assert labels == ["Gap report (Excel)", "Export this assessment (.zip)", "Result (JSON)"]
