"""Requests that are late, and the time of a talk over reloads and pauses."""

from datetime import UTC, date, datetime, timedelta

import pytest

from readiness.domain.interviewing import EvidenceRequest, RequestStatus, Sitting

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("status", "due", "late"),
    [
        ("asked", date(2026, 11, 21), True),
        ("promised", date(2026, 11, 21), True),
        ("asked", TODAY, False),  # it may still come today
        ("asked", None, False),
        ("received", date(2026, 1, 1), False),
        ("not_available", date(2026, 1, 1), False),
    ],
)
def test_late_is_what_may_still_come_and_is_past_its_day(
    status: RequestStatus, due: date | None, late: bool
) -> None:
    request = EvidenceRequest(id="e1", what="log", status=status, asked_on=TODAY, due=due)
    assert request.is_overdue(TODAY) is late


def test_the_clock_adds_what_ran_before() -> None:
    began = datetime(2026, 11, 22, 9, tzinfo=UTC)
    running = Sitting(respondent="r1", planned_minutes=55, seconds=90, started=began)
    # 90 s before, and 10 minutes now: 690 s.
    assert running.elapsed(began + timedelta(minutes=10)) == 690
    assert running.elapsed(began - timedelta(minutes=10)) == 90  # a clock set back takes nothing
    assert Sitting(respondent="r1", planned_minutes=55, seconds=90).elapsed(began) == 90
