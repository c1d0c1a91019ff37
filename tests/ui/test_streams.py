"""Four bars, and the metrics behind them."""

from readiness.domain.questionnaire import Questionnaire
from tests.ui.conftest import Opener, drawn


def test_a_bar_or_the_reason_for_none(open_page: Opener, full: str, content: Questionnaire) -> None:
    html = drawn(open_page("result", full))
    for stream in content.streams:
        assert stream.index_name in html
    assert "not enough evidence" in html
    assert "rd-track rd-none" in html


def test_metrics_are_drawn_when_opened(open_page: Opener, full: str) -> None:
    assert "Counted from" not in drawn(open_page("result", full))
    html = drawn(open_page("result", full, streams_open=True))
    assert "Counted from" in html
    assert "D1" in html
