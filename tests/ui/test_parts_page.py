"""Only the chosen part of a page is drawn."""

from readiness.workspace.session import Session
from tests.ui.desk import Opener, choose, drawn


def test_one_part_at_a_time(look: Opener, desk: Session, begun: str) -> None:
    app = look("profile", begun)
    assert not app.exception
    assert app.title[0].value == "Profile and people"
    assert any(box.label.startswith("Where are you today") for box in app.selectbox)
    app = choose(app, "Part", "People")
    assert not any(box.label.startswith("Where are you today") for box in app.selectbox)
    assert any(line.label.startswith("Who owns") for line in app.text_input)


def test_without_an_assessment_the_page_says_what_to_do(look: Opener) -> None:
    app = look("operating_model", None)
    assert not app.exception
    assert not app.segmented_control
    assert drawn(app)
