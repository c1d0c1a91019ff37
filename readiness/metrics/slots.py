"""The batch register as the simulation of patient slots needs it (method 10; domain 8.1)."""

from collections import Counter

import pandas as pd

from readiness.domain.evidence import ObservedWindow
from readiness.domain.slots import SlotFacts
from readiness.metrics.window import within

FAILED = ("failed", "terminated")
RELEASED = ("released", "oos_used")


def slot_facts(
    batches: pd.DataFrame | None, window: ObservedWindow, fewest: int
) -> SlotFacts | None:
    """Starts, days, failures and release of the batches started in the window.

    ``batches``: one row a batch with ``started`` and what else the register has, dates as
    datetimes; None without a register. Days that run backwards are left out.
    ``fewest``: durations under which no distribution is offered, as in the small-number rule of
    method 3.
    """
    if batches is None:
        return None
    seen = batches[within(batches["started"], window)]
    days = (window.to - window.from_).days + 1
    failed, ended = _failures(seen)
    timed = _days(seen, "started", "completed")
    waited = _days(_of(seen, RELEASED), "completed", "disposition_date")
    return SlotFacts(
        batches=len(seen),
        starts_per_year=len(seen) * 365 / days if len(seen) else None,
        process_days=_shares(timed) if len(timed) >= fewest else {},
        timed=len(timed),
        failure=failed / ended if ended else None,
        failed=failed,
        ended=ended,
        release=_release(waited) if len(waited) >= fewest else None,
        released=len(waited),
    )


def _of(batches: pd.DataFrame, outcomes: tuple[str, ...]) -> pd.DataFrame:
    if "outcome" not in batches:
        return batches.iloc[:0]
    return batches[batches["outcome"].isin(outcomes)]


def _failures(batches: pd.DataFrame) -> tuple[int, int]:
    failed = len(_of(batches, FAILED))
    return failed, failed + len(_of(batches, RELEASED))


def _days(batches: pd.DataFrame, begin: str, end: str) -> "pd.Series[int]":
    """Whole days between two dates, of batches that have both in this order."""
    if begin not in batches or end not in batches:
        return pd.Series(dtype=int)
    between = (batches[end] - batches[begin]).dropna().dt.days
    return between[between >= 0].astype(int)


def _shares(days: "pd.Series[int]") -> dict[int, float]:
    counts = Counter(days.tolist())
    return {day: counts[day] / len(days) for day in sorted(counts)}


def _release(days: "pd.Series[int]") -> tuple[float, float, float]:
    """Minimum, median and 90th percentile.

    Where half of the batches took the least, half a day is taken off the minimum: a lognormal
    needs room below its median.
    """
    low, middle, high = (float(v) for v in days.quantile([0, 0.5, 0.9]))
    return (max(0.0, low - 0.5), middle, high) if low == middle < high else (low, middle, high)
