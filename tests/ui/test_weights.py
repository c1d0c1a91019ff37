"""Weights on any scale, used as shares."""

from fractions import Fraction

from readiness.domain.questionnaire import Questionnaire
from readiness.ui.weights import View, is_same, shares, shipped, stored
from readiness.workspace.results import result, state
from readiness.workspace.session import Session
from tests.made import assessment
from tests.ui.conftest import Opener, drawn


def test_the_shipped_weights_are_the_contents(content: Questionnaire) -> None:
    assert shipped(content) == {"P": 45, "R": 30, "L": 25}
    assert stored(assessment(), content) == {"P": 45, "R": 30, "L": 25}


def test_shares_are_normalised() -> None:
    # 90 + 60 + 50 = 200, of which 90 are 45 %.
    assert shares({"P": 90, "R": 60, "L": 50}) == "45 · 30 · 25"
    assert is_same({"P": 90, "R": 60, "L": 50}, {"P": 45, "R": 30, "L": 25})
    assert not is_same({"P": 1, "R": 0, "L": 0}, {"P": 45, "R": 30, "L": 25})
    assert not is_same({"P": 0, "R": 0, "L": 0}, {"P": 0, "R": 0, "L": 0})


def test_weights_of_a_report_that_add_up_to_more_than_one_stay_on_their_scale(
    content: Questionnaire,
) -> None:
    weights = {"P": Fraction(1, 2), "R": Fraction(3, 10), "L": Fraction(1, 4)}
    said = assessment(settings={"weights": weights})
    assert stored(said, content) == {"P": 50, "R": 30, "L": 25}


def test_a_view_becomes_settings() -> None:
    view = View("launch", {"P": 1, "R": 0, "L": 0})
    settings = view.settings(assessment())
    assert settings.horizon == "launch"
    assert settings.weights == {"P": Fraction(1), "R": Fraction(0), "L": Fraction(0)}


def test_sliders_change_the_view_not_the_report(
    open_page: Opener, full: str, bench: Session
) -> None:
    app = open_page("gaps", full)
    before = result(bench, full).inputs_sha256
    app.slider(key=f"weight_P_{full}").set_value(5).run()
    assert not app.exception
    assert "A view only: the report still uses 45 · 30 · 25 %" in drawn(app)
    assert "▲" in drawn(app)
    assert result(bench, full).inputs_sha256 == before


def test_the_report_takes_the_weights_when_told(
    open_page: Opener, full: str, bench: Session
) -> None:
    app = open_page("gaps", full)
    app.slider(key=f"weight_P_{full}").set_value(5).run()
    next(b for b in app.button if b.label == "Use these weights in the report").click().run()
    kept = state(bench, full).assessment.settings.weights
    assert kept == {"P": 5, "R": 30, "L": 25}
    assert "The report uses what stands here" in drawn(app)


def test_the_way_back(open_page: Opener, full: str) -> None:
    app = open_page("gaps", full)
    app.slider(key=f"weight_L_{full}").set_value(90).run()
    next(b for b in app.button if b.label == "Back to 45 · 30 · 25").click().run()
    assert app.slider(key=f"weight_L_{full}").value == 25
    assert "▲" not in drawn(app)
    assert "▼" not in drawn(app)


def test_all_zero_is_read_as_the_contents_weights(open_page: Opener, full: str) -> None:
    app = open_page("gaps", full)
    for rating in "PRL":
        app.slider(key=f"weight_{rating}_{full}").set_value(0).run()
    assert not app.exception
    assert "Used as 45 · 30 · 25 %" in drawn(app)
