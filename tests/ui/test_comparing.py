"""Compare: who said what, and what is said where there is nothing to compare."""

from readiness.workspace.session import Session
from tests.ui.conftest import Opener, drawn


def test_one_voice_has_nobody_to_compare_with(open_page: Opener, bare: str) -> None:
    app = open_page("questions", bare, question_mode="compare")
    assert not app.exception
    assert any("Nobody has answered so far. Compare needs two." in i.value for i in app.info)


def test_the_voices_stand_side_by_side(open_page: Opener, bench: Session, full: str) -> None:
    app = open_page("questions", full, question_mode="compare", compared="several")
    assert not app.exception
    page = drawn(app)
    assert "Backs up to" in page
    assert "Claimed" in page
    assert "Krippendorff" in page
    assert "●" in page


def test_a_question_that_nobody_answered_says_so(open_page: Opener, half: str) -> None:
    app = open_page("questions", half, question_mode="compare", compared="all")
    last = next(r for r in app.radio if r.label == "Questions")
    last.set_value(last.options[-1].split()[0].strip("*")).run()
    assert not app.exception
    assert "Nobody has answered this question yet." in drawn(app)
