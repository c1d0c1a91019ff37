"""The line on top: name, facts, and that everything is saved."""

import re

from tests.ui.conftest import Opener, drawn


def test_it_names_what_is_looked_at_escaped(open_page: Opener, full: str) -> None:
    app = open_page("questions", full)
    shown = drawn(app)
    assert "Alder &lt;b&gt;Bridge&lt;/b&gt;" in shown
    assert "Phase 1" in shown
    assert "1 site" in shown
    assert "2 parties" in shown
    assert "every answer is saved as you give it" in shown


def test_without_an_assessment_it_says_where_to_choose(open_page: Opener, bench: object) -> None:
    app = open_page("questions")
    assert not app.exception
    assert app.title[0].value == "No assessment is open"


def test_it_says_how_far_one_is_and_what_to_do_next(open_page: Opener, half: str) -> None:
    for page in ("questions", "result", "report", "profile"):
        shown = drawn(open_page(page, half))
        assert re.search(r"\d+ of \d\d answered", shown)
        assert "Worth doing next: " in shown


def test_somebody_who_looks_on_in_an_interview_is_not_led(open_page: Opener, half: str) -> None:
    app = open_page("questions", half, question_mode="interview")
    assert "Worth doing next" not in drawn(app)
