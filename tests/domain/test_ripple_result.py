"""The result of the worksheets as JSON: what is not known is null, never 0."""

from datetime import date

from readiness.domain.ripple_result import RippleResult
from readiness.operating_model.ripple import judge_changes
from tests.made import questionnaire
from tests.operating_model.worksheets import area, change


def test_it_comes_back_from_json_and_the_unknown_is_null() -> None:
    content = questionnaire()
    mine = change(area("analytics", 4, size="medium", actual_weeks="7.5"), area("digital", 5))
    found = judge_changes(content.ripple, content.lock_in, [mine], None, date(2026, 11, 22))
    assert found is not None
    text = found.model_dump_json()
    assert RippleResult.model_validate_json(text) == found
    # Digital is not over, so that nobody knows the whole; there is no launch date.
    assert '"actual":null' in text
    assert '"begin_by":null' in text
    assert '"middle":7.5' in text
