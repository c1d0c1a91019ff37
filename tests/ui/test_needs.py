"""Conditions, and the three separate questions."""

import re

from tests.ui.conftest import Opener, drawn


def test_conditions_are_met_or_not_in_words(open_page: Opener, full: str) -> None:
    app = open_page("result", full)
    html = drawn(app)
    assert "✗ not met" in html
    assert any(header.value.startswith("What level") for header in app.header)
    assert re.search(r'href="result\?assessment=\w+&amp;capability=\w+-\d+#workings"', html)


def test_each_question_has_its_own_line(open_page: Opener, full: str) -> None:
    html = drawn(open_page("result", full))
    for words in ("Fit for <strong>Phase 1", "Gap to <strong>Phase 2", "Distance to <strong>Lau"):
        assert words in html
    assert "nobody’s homework in Phase 1" in html


def test_the_capabilities_behind_are_drawn_when_opened(open_page: Opener, full: str) -> None:
    assert "Target today" not in drawn(open_page("result", full))
    assert "Target today" in drawn(open_page("result", full, three_open=True))
