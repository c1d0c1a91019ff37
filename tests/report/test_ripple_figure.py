"""The path of a change drawn: where a bar begins, what stands beside it, and the same in words."""

from datetime import date

from readiness.domain.ripple_result import ChangeResult
from readiness.operating_model.ripple import judge_changes
from readiness.report.ripple_figure import beside, path_figure, path_in_words, planned_areas
from tests.made import questionnaire
from tests.operating_model.worksheets import area, change

CONTENT = questionnaire()


def judged() -> ChangeResult:
    """Analytics 4, then comparability 10; digital 5 beside them. 14 weeks over the first two."""
    made = change(
        area("analytics", 4, actual_weeks=6),
        area("comparability", 10, after=("analytics",)),
        area("digital", 5, after=()),
    )
    found = judge_changes(CONTENT.ripple, CONTENT.lock_in, [made], None, date(2026, 1, 1))
    assert found is not None
    return found.changes[0]


def test_a_bar_stands_where_what_it_waits_for_ends() -> None:
    figure = path_figure(judged())
    [critical, other, lines] = figure.data
    assert (list(critical.y), list(critical.base), list(critical.x)) == ([0, 1], [0, 4], [4, 10])
    assert (list(other.y), list(other.base), list(other.x)) == ([2], [0], [5])
    # From week 4 of analytics, the bar on row 0, down to comparability on row 1.
    assert (list(lines.x), list(lines.y)) == ([4, 4, 4, None], [0, 1, 1, None])


def test_words_say_what_the_colour_says() -> None:
    one = judged()
    said = [beside(one, shown) for shown in planned_areas(one)]
    assert said == ["4 weeks, longest path, took 6", "10 weeks, longest path", "5 weeks"]
    assert path_in_words(one) == (
        "New reagent, 14 weeks in all: Analytics from week 0 to 4, on the longest path; "
        "Comparability from week 4 to 14, on the longest path; Digital from week 0 to 5."
    )
