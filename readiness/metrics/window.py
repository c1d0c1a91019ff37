"""The window of the records and its halves (method 3, *Window*)."""

from datetime import date, timedelta

import pandas as pd

from readiness.domain.evidence import ObservedWindow
from readiness.domain.rules import RecordRules

DAY = timedelta(days=1)


def months_before(day: date, months: int) -> date:
    """The same date so many months earlier; the last day of the month where it does not exist."""
    return (pd.Timestamp(day) - pd.DateOffset(months=months)).date()


def find_window(batches: pd.DataFrame | None, as_of: date, rules: RecordRules) -> ObservedWindow:
    """12 months to ``as_of``, or the last 20 batches started, whichever holds more batches.

    ``batches``: one row a batch with ``started``, or None without a batch list. With fewer than
    20 batches on record the last 20 are all of them. The months win a tie. Both ends belong to
    the window. Source: method 3, *Window*.
    """
    months = months_before(as_of, rules.window_months)
    if batches is None:
        rule = f"{rules.window_months} months; no list of batches"
        return ObservedWindow(from_=months, to=as_of, rule=rule)
    days = sorted(stamp.date() for stamp in batches["started"].dropna() if stamp.date() <= as_of)
    in_months = sum(day >= months for day in days)
    last = days[-rules.window_batches :]
    # Batches started on the day of the first one of the last 20 belong to the window as well.
    in_last = sum(day >= last[0] for day in days) if last else 0
    if in_last > in_months:
        rule = f"the last {in_last} batches started: more than the {in_months} of "
        rule += f"{rules.window_months} months"
        return ObservedWindow(from_=last[0], to=as_of, batches=in_last, rule=rule)
    rule = f"{rules.window_months} months: {in_months} batches started"
    return ObservedWindow(from_=months, to=as_of, batches=in_months, rule=rule)


def in_range(dates: "pd.Series[pd.Timestamp]", window: ObservedWindow) -> "pd.Series[bool]":
    """True from the first to the last day of the window, gaps included; False for no date."""
    return (dates >= pd.Timestamp(window.from_)) & (dates < pd.Timestamp(window.to + DAY))


def within(dates: "pd.Series[pd.Timestamp]", window: ObservedWindow) -> "pd.Series[bool]":
    """True where a date lies in the window and in none of its gaps; False where there is none."""
    inside = in_range(dates, window)
    for first, last in window.gaps:
        inside &= (dates < pd.Timestamp(first)) | (dates >= pd.Timestamp(last + DAY))
    return inside


def is_newer(dates: "pd.Series[pd.Timestamp]", window: ObservedWindow) -> "pd.Series[bool]":
    """True from the middle of the window on: the newer half of the trend test.

    With gaps the middle of the days that are covered, so that no half is silent by itself.
    """
    return dates >= _middle(window)


def _middle(window: ObservedWindow) -> pd.Timestamp:
    spans = covered_spans(window)
    half = sum(((after - first) for first, after in spans), start=pd.Timedelta(0)) / 2
    for first, after in spans:
        if half <= after - first:
            return first + half
        half -= after - first
    return pd.Timestamp(window.to + DAY)


def covered_spans(window: ObservedWindow) -> list[tuple[pd.Timestamp, pd.Timestamp]]:
    """The parts between the gaps, each from its first moment to the first one after it."""
    starts = [window.from_, *(last + DAY for _, last in window.gaps)]
    afters = [*(first for first, _ in window.gaps), window.to + DAY]
    ends = zip(map(pd.Timestamp, starts), map(pd.Timestamp, afters), strict=True)
    return [(first, after) for first, after in ends if first < after]
