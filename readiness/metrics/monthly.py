"""Events and what they are counted over, month by month of the window."""

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

import pandas as pd

from readiness.domain.evidence import MonthCount, ObservedWindow
from readiness.metrics.window import covered_spans, within


def by_month(
    window: ObservedWindow,
    events: "pd.Series[pd.Timestamp]",
    exposure: "pd.Series[pd.Timestamp]",
    weights: Sequence[Fraction] | None = None,
) -> tuple[MonthCount, ...]:
    """How many events, and over how much, in each calendar month of the window.

    A month that lies in a gap of the window is not covered: it has no figure, not even 0.

    ``events``, ``exposure``: one date each; ``weights``: of each exposure (pages), else 1. The
    first and the last month may be parts. A month without exposure has no rate and is joined to
    the next one, at the end to the one before. Dates outside the window and blanks count nowhere.
    Nothing where there is no exposure at all.
    """
    happened = Counter(_months(window, events))
    sizes: dict[str, Fraction] = {}
    for month, weight in zip(
        _months(window, exposure), weights or [Fraction(1)] * len(exposure), strict=True
    ):
        sizes[month] = sizes.get(month, Fraction(0)) + weight
    found: list[MonthCount] = []
    kept, open_since, before, waiting = _kept(window), "", "", 0
    for month in map(str, pd.period_range(str(window.from_), str(window.to), freq="M")):
        if month not in kept:
            waiting = _close(found, before, waiting) if open_since else waiting
            found.append(MonthCount(month=month, events=0, size=Fraction(0), covered=False))
            open_since = ""
            continue
        open_since, before, waiting = open_since or month, month, waiting + happened[month]
        if month in sizes:
            found.append(_counted(open_since, month, waiting, sizes[month]))
            open_since, waiting = "", 0
    if open_since:
        _close(found, before, waiting)
    return tuple(found) if sizes.keys() & kept else ()


def _kept(window: ObservedWindow) -> set[str]:
    """The months of which at least a day is covered."""
    return {
        str(month)
        for first, after in covered_spans(window)
        for month in pd.period_range(first, after - pd.Timedelta(days=1), freq="M")
    }


def _close(found: list[MonthCount], until: str, waiting: int) -> int:
    """Join months without exposure to the one before them; what still waits where there is none."""
    if not found or not found[-1].covered:
        return waiting
    last = found.pop()
    found.append(_counted(last.month[:7], until, last.events + waiting, last.size))
    return 0


def _months(window: ObservedWindow, dates: "pd.Series[pd.Timestamp]") -> list[str]:
    """The month of each date, empty for one outside the window."""
    inside = within(dates, window)
    return [f"{day:%Y-%m}" if counts else "" for day, counts in zip(dates, inside, strict=True)]


def _counted(first: str, last: str, events: int, size: Fraction) -> MonthCount:
    name = first if first == last else f"{first} to {last}"
    return MonthCount(month=name, events=events, size=size)
