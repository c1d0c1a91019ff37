"""Calendar months back (method 7: the same date one year before)."""

from datetime import date

import pytest

from readiness.domain.dates import months_before


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        ("2026-11-22", 12, "2025-11-22"),
        ("2026-11-22", 24, "2024-11-22"),
        ("2026-03-31", 1, "2026-02-28"),  # the last day of a shorter month
        ("2024-02-29", 12, "2023-02-28"),
        ("2026-01-15", 1, "2025-12-15"),
        ("2026-11-22", 0, "2026-11-22"),
    ],
)
def test_the_same_date_earlier(day: str, months: int, before: str) -> None:
    assert months_before(date.fromisoformat(day), months) == date.fromisoformat(before)
