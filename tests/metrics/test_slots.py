"""The batch register as a simulation needs it, by hand."""

from datetime import date
from typing import Any

import pandas as pd
import pytest

from readiness.domain.evidence import ObservedWindow
from readiness.metrics.slots import slot_facts

YEAR = ObservedWindow(from_=date(2025, 11, 23), to=date(2026, 11, 22), rule="")


def register(*rows: tuple[str, str | None, str | None, str | None]) -> pd.DataFrame:
    """Batches: started, completed, outcome, disposition."""
    names = ("started", "completed", "outcome", "disposition_date")
    frame = pd.DataFrame([dict(zip(names, row, strict=True)) for row in rows])
    for name in ("started", "completed", "disposition_date"):
        frame[name] = pd.to_datetime(frame[name], format="ISO8601")
    return frame


def batch(day: int, process: int, wait: int, outcome: str = "released") -> Any:
    """A batch of January 2026 onwards."""
    began = pd.Timestamp(2026, 1, 1) + pd.Timedelta(days=day)
    ended = began + pd.Timedelta(days=process)
    return (str(began), str(ended), outcome, str(ended + pd.Timedelta(days=wait)))


def test_starts_days_failures_and_release() -> None:
    found = slot_facts(
        register(
            batch(0, 10, 20),
            batch(20, 10, 24),
            batch(40, 11, 28),
            batch(60, 10, 32, "oos_used"),
            batch(80, 12, 40),
            batch(100, 10, 0, "failed"),
            batch(120, 10, 0, "in_process"),
            ("2025-11-22", "2025-12-01", "failed", None),  # the day before the window
            ("2026-05-01", "2026-04-20", "terminated", None),  # days that run backwards
        ),
        YEAR,
        5,
    )
    assert found is not None
    assert (found.batches, found.starts_per_year) == (8, 8)
    # Seven with days in order: five of ten days, one of eleven, one of twelve.
    assert found.process_days == pytest.approx({10: 5 / 7, 11: 1 / 7, 12: 1 / 7})
    # Failed or stopped: 2, of 7 that have ended.
    assert (found.failed, found.ended, found.failure) == (2, 7, pytest.approx(2 / 7))
    # 20, 24, 28, 32, 40: the 90th percentile lies at position 3.6, 32 + 0.6 * 8.
    assert found.release == pytest.approx((20, 28, 36.8))


def test_few_batches_give_no_distribution() -> None:
    found = slot_facts(register(*(batch(20 * n, 10, 20) for n in range(4))), YEAR, 5)
    assert found is not None
    assert (found.process_days, found.release) == ({}, None)
    assert found.starts_per_year == 4
    assert found.failure == 0


def test_half_released_in_the_least_time_leaves_room_for_the_tail() -> None:
    waits = (20, 20, 20, 20, 30, 40)
    found = slot_facts(register(*(batch(20 * n, 10, w) for n, w in enumerate(waits))), YEAR, 5)
    assert found is not None
    assert found.release == pytest.approx((19.5, 20, 35))
    alike = slot_facts(register(*(batch(20 * n, 10, 20) for n in range(6))), YEAR, 5)
    assert alike is not None
    assert alike.release == (20, 20, 20)


def test_what_the_register_lacks_is_not_told() -> None:
    assert slot_facts(None, YEAR, 5) is None
    found = slot_facts(pd.DataFrame({"started": pd.to_datetime(["2026-02-01"])}), YEAR, 5)
    assert found is not None
    assert (found.failure, found.release, found.process_days) == (None, None, {})
    none = slot_facts(pd.DataFrame({"started": pd.to_datetime([])}), YEAR, 5)
    assert none is not None
    assert none.starts_per_year is None
