"""Where one is looking: the address, and text that is safe as a label."""

import pytest

from readiness.ui import state
from tests.ui.conftest import Opener


@pytest.mark.parametrize("text", ["*bold*", "[link](x)", "# title", ":material/x:", "a | b", "$x$"])
def test_labels_show_what_was_typed(text: str) -> None:
    shown = state.plain(text)
    for sign in "*[]()#:|$":
        assert shown.count(f"\\{sign}") == text.count(sign)


def test_the_address_holds_two_ids_and_two_codes_and_nothing_else(
    open_page: Opener, full: str
) -> None:
    app = open_page("questions", full, capability="CTL-1")
    ids = {"assessment": full, "capability": "CTL-1"}
    assert dict(app.query_params) == {**ids, "mode": "team", "who": "r1"}


def test_a_reload_comes_back_by_the_address(open_page: Opener, full: str) -> None:
    app = open_page("questions")
    app.query_params["assessment"] = full
    app.query_params["capability"] = "CTL-2"
    app.run()
    assert not app.exception
    assert app.session_state["assessment"] == full
    assert "CTL-2" in app.session_state["capability"]
