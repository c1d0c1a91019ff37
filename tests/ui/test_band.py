"""The line on top: name, facts, and that everything is saved."""

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
