"""The head of the Result page."""

from readiness.domain.questionnaire import Questionnaire
from readiness.engine import assess
from readiness.ui.verdict import scale, standing, telling, verdict
from tests.made import assessment, everywhere, people
from tests.ui.conftest import Opener, drawn


def test_what_is_provisional_is_dashed_and_said(content: Questionnaire) -> None:
    result = assess(assessment(), content, robustness=False)
    html = verdict("a1", result, content)
    assert "Not enough known" in html
    assert "rd-unknown" in html
    assert "provisional" in html
    assert telling("a1", result, content).count("<a ") == 9
    assert "0 of 50 known (do not know counts as not known)" in telling("a1", result, content)


def test_a_known_verdict_has_its_level_and_no_questions(content: Questionnaire) -> None:
    made = assessment(respondents=people("QA"), responses=everywhere(3))
    result = assess(made, content, robustness=False)
    assert '<span class="rd-badge rd-l3">3</span>' in verdict("a1", result, content)
    assert telling("a1", result, content) == ""
    assert "<strong>100 %</strong> of questions" in standing(result)


def test_the_scale_is_told_to_a_screen_reader(content: Questionnaire) -> None:
    # Everything at 3: index 3.00, position 100 × (3 − 1) / 4 = 50.
    made = assessment(respondents=people("QA"), responses=everywhere(3))
    html = scale(assess(made, content, robustness=False), content)
    assert 'aria-label="Index 3.00 (3.00 to 3.00) · position 50 of 100"' in html
    # The first field ends where step 2 begins: 25 × (1.75 − 1) = 18.75.
    assert "width:18.750%" in html


def test_an_unknown_index_has_no_mark(content: Questionnaire) -> None:
    html = scale(assess(assessment(), content, robustness=False), content)
    assert "rd-diamond" not in html
    assert "Index not known" in html


def test_the_index_opens_down_to_its_dimensions(open_page: Opener, full: str) -> None:
    html = drawn(open_page("result", full, index_open=True))
    assert "Index = (" in html
    assert "Mean of final levels" in html
