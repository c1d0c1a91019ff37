"""What a test with the stopwatch may hold."""

from datetime import UTC, datetime, timedelta

import pytest
from pydantic import ValidationError

from readiness.domain.stopwatch import StopwatchAnswer, StopwatchRun

NINE = datetime(2026, 11, 17, 9, tzinfo=UTC)
RUN = {"id": "w1", "started": NINE, "seed": 1, "pool": "in_process", "drawn_from": 4}


def test_the_clock_runs_on_until_it_is_stopped_and_never_below_nothing() -> None:
    run = StopwatchRun.model_validate(RUN | {"codes": ["B1"]})
    assert run.elapsed(NINE + timedelta(seconds=61.9)) == 61
    assert run.elapsed(NINE - timedelta(seconds=5)) == 0
    over = run.model_copy(update={"ended": NINE + timedelta(minutes=2)})
    assert over.elapsed(NINE + timedelta(hours=9)) == 120


@pytest.mark.parametrize(
    "wrong",
    [
        {"codes": []},
        {"codes": ["B1"], "ended": NINE - timedelta(seconds=1)},
        {"codes": ["B1"], "started": "2026-11-17T09:00:00"},
    ],
)
def test_what_no_test_can_be(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        StopwatchRun.model_validate(RUN | wrong)


def test_nothing_that_was_said_can_be_kept() -> None:
    with pytest.raises(ValidationError):
        StopwatchAnswer.model_validate(
            {"run": "w1", "n": 1, "field": "where", "answer": "in suite 2", "second": 1}
        )
