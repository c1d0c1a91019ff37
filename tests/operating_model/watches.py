"""Tests with the stopwatch whose arithmetic can be done in the head."""

from datetime import UTC, datetime, timedelta
from itertools import product

from readiness.domain.stopwatch import StopwatchAnswer, StopwatchRun
from tests.made import questionnaire

DAY = datetime(2026, 11, 17, 9, tzinfo=UTC)
FIELDS = [field.id for field in questionnaire().stopwatch.fields]


def run(id: str = "w1", minutes: float | None = 20, day: datetime = DAY) -> StopwatchRun:
    """A test of three codes; None: it still runs."""
    return StopwatchRun(
        id=id,
        started=day,
        ended=None if minutes is None else day + timedelta(minutes=minutes),
        seed=1,
        pool="in_process",
        drawn_from=5,
        codes=("Lot-one", "Lot-two", "Lot-three"),
    )


def answers(right: int, of: int = 15, last: int = 600, id: str = "w1") -> list[StopwatchAnswer]:
    """The first so many of the answers right, the others wrong; the last one at a second."""
    asked = list(product((1, 2, 3), FIELDS))[:of]
    return [
        StopwatchAnswer(
            run=id,
            n=n,
            field=field,
            answer="right" if at < right else "wrong",
            second=last * (at + 1) // of,
        )
        for at, (n, field) in enumerate(asked)
    ]
