"""The extra questions on QA oversight on the page operating_model."""

from readiness.workspace.oversight import set_overseen
from readiness.workspace.people import set_profile
from readiness.workspace.session import Session
from tests.ui.desk import Opener, choose, drawn


def test_they_are_asked_where_the_profile_says_so(look: Opener, desk: Session, begun: str) -> None:
    app = choose(look("operating_model", begun), "Part", "QA oversight")
    assert not app.exception
    assert "nothing more is asked" in drawn(app)
    assert not [opened for opened in app.expander if "Reporting in hours" in opened.label]
    set_profile(desk, begun, "parties", 3)
    set_overseen(desk, begun, "hours", "answer", "missing")
    app = choose(look("operating_model", begun), "Part", "QA oversight")
    assert not app.exception
    assert "Of 8: 0 in place, 0 partly, 1 missing, 7 not said." in drawn(app)
    assert "✗ Reporting in hours: missing" in [e.label.replace("\\", "") for e in app.expander]


def test_an_opened_question_shows_its_text(look: Opener, desk: Session, begun: str) -> None:
    set_profile(desk, begun, "point_of_care", True)
    app = choose(look("operating_model", begun, oversight_uk_file=True), "Part", "QA oversight")
    assert not app.exception
    assert any("master file" in str(one.label) for one in app.button_group)
