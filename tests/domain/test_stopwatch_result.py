"""The result of the stopwatch holds no code, and names the test that counts."""

from datetime import date

from readiness.domain.stopwatch_result import StopwatchResult
from readiness.operating_model.stopwatch import judge_stopwatch
from tests.made import questionnaire
from tests.operating_model.watches import answers, run


def test_no_code_is_in_it_and_it_comes_back_from_json() -> None:
    rules = questionnaire().stopwatch
    found = judge_stopwatch(rules, [run()], answers(12), date(2026, 11, 22))
    assert found is not None
    text = found.model_dump_json()
    assert StopwatchResult.model_validate_json(text) == found
    assert not any(code in text for code in run().codes)


def test_none_counts_while_all_are_later() -> None:
    rules = questionnaire().stopwatch
    found = judge_stopwatch(rules, [run()], [], date(2026, 11, 16))
    assert found is not None
    assert found.latest is None
