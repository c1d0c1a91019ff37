"""Calibration on the screen: alone first, side by side after."""

from streamlit.testing.v1 import AppTest

from readiness.domain.calibrating import Rater
from readiness.workspace.calibrating import calibration, rate
from readiness.workspace.results import state
from readiness.workspace.session import Session
from tests.ui.conftest import Opener, drawn
from tests.ui.desk import press


def calibrate(open_page: Opener, assessment: str, **more: str) -> AppTest:
    kept = {"question_mode": "compare", "compare_part": "Calibration"} | more
    return open_page("questions", assessment, **kept)


def score(bench: Session, assessment: str, rater: Rater, first: int) -> None:
    here = state(bench, assessment)
    for n, question in enumerate(calibration(here.assessment, here.questionnaire).questions):
        rate(bench, assessment, question.id, rater, first if n == 0 else 2)  # type: ignore[arg-type]  # as clicked


def test_nothing_is_shown_before_somebody_says_who_rates(open_page: Opener, bare: str) -> None:
    app = calibrate(open_page, bare)
    assert not app.exception
    assert "until then nothing is shown" in app.info[0].value
    assert not app.radio


def test_a_rating_is_kept_and_the_other_rater_does_not_see_it(
    open_page: Opener, bench: Session, bare: str
) -> None:
    app = calibrate(open_page, bare, rater="first")
    levels = next(r for r in app.radio if r.label.startswith("Which describes it?"))
    levels.set_value(4).run()
    assert not app.exception
    (given,) = state(bench, bare).assessment.calibration
    assert (given.rater, given.level) == ("first", 4)
    app = calibrate(open_page, bare, rater="second", rated_question=given.capability)
    levels = next(r for r in app.radio if r.label.endswith(given.capability))
    assert levels.value is None


def test_next_goes_to_what_is_not_rated_yet(open_page: Opener, bench: Session, bare: str) -> None:
    here = state(bench, bare)
    ids = [q.id for q in calibration(here.assessment, here.questionnaire).questions]
    rate(bench, bare, ids[1], "first", 2)
    app = calibrate(open_page, bare, rater="first")
    assert next(b for b in app.button if b.label == "Next to rate").disabled
    next(r for r in app.radio if r.label.endswith(ids[0])).set_value(3).run()
    app = press(app, "Next to rate")
    assert not app.exception
    assert any(r.label.endswith(ids[2]) for r in app.radio)


def test_who_is_done_hands_over(open_page: Opener, bench: Session, bare: str) -> None:
    score(bench, bare, "first", 5)
    app = calibrate(open_page, bare, rater="first")
    assert "Hand over to the second rater" in app.success[0].value
    assert not app.radio
    assert 'class="rd-badge' not in drawn(app)


def test_both_done_stand_side_by_side_and_can_be_taken_over(
    open_page: Opener, bench: Session, bare: str
) -> None:
    score(bench, bare, "first", 5)
    score(bench, bare, "second", 3)
    app = calibrate(open_page, bare)
    assert not app.exception
    assert "Weighted kappa" in drawn(app)
    assert "two levels" in drawn(app)
    assert any(b.label == "Record" for b in app.button)
    press(app, "Begin again")
    assert state(bench, bare).assessment.calibration == ()
