"""Contradictions and findings open to their rows."""

from tests.ui.conftest import Opener, drawn


def test_findings_are_chosen_by_kind(open_page: Opener, full: str) -> None:
    app = open_page("result", full, findings_open=True)
    kinds = app.selectbox(key=f"kind_{full}")
    assert kinds.options
    for kind in list(kinds.options)[:4]:
        assert "(" in kind
    assert "Finding" in drawn(app)


def test_the_number_of_contradictions_is_the_heading(open_page: Opener, full: str) -> None:
    app = open_page("result", full)
    assert any("ontradiction" in header.value for header in app.header)
