"""The dot plot with its chips and its table."""

from readiness.domain.questionnaire import Questionnaire
from tests.ui.conftest import Opener, drawn


def test_one_chart_with_words_for_those_who_do_not_see_it(open_page: Opener, full: str) -> None:
    app = open_page("result", full)
    (chart,) = app.get("plotly_chart")
    assert "Lowest final level" in chart.proto.alt


def test_dimensions_come_first_and_a_dimension_opens_its_capabilities(
    open_page: Opener, full: str, content: Questionnaire
) -> None:
    app = open_page("result", full)
    assert "open the question" not in drawn(app)
    app.button_group(key=f"dimension_{full}").set_value("CTL").run()
    assert not app.exception
    assert "open the question" in drawn(app)


def test_the_table_says_the_same(open_page: Opener, full: str, content: Questionnaire) -> None:
    html = drawn(open_page("result", full, dots_open=True))
    for dimension in content.dimensions:
        assert dimension.name in html
    assert ") / " in html
