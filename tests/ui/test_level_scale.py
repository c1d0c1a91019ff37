"""The scale in a cell: fields, whisker, dot, and the same in words."""

from fractions import Fraction

from readiness.domain.assessment import Profile
from readiness.domain.measurement import Measurement
from readiness.ui.level_scale import scale
from tests.made import questionnaire

PROFILE = Profile(organisation="x", modality="autologous", stage="phase_1")


def test_a_usable_metric_is_a_filled_dot_with_its_whisker() -> None:
    seen = Measurement(
        metric="D1",
        value=Fraction(6),
        low=5,
        high=9,
        level=2,
        level_low=1,
        level_high=2,
        usable=True,
    )
    html = scale(seen, questionnaire(), PROFILE)
    assert html.count("<i") == 5
    assert "rd-hollow" not in html
    assert "<b style=" in html
    assert 'aria-label="level 2, the interval reaches from 1 to 2"' in html


def test_one_that_does_not_count_is_hollow_and_says_so() -> None:
    seen = Measurement(metric="D1", value=Fraction(6), level=2, usable=False)
    html = scale(seen, questionnaire(), PROFILE)
    assert "rd-hollow" in html
    assert "does not count" in html


def test_nothing_is_drawn_where_nothing_is_known() -> None:
    assert "nothing to draw" in scale(Measurement(metric="S6"), questionnaire(), PROFILE)
