"""Which part of the window a log covers: silence where nobody wrote is no health (domain 4.0)."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from fractions import Fraction

import pandas as pd

from readiness.domain.complete_logs import CompleteLog
from readiness.domain.evidence import ObservedWindow, Span
from readiness.domain.rules import RecordRules
from readiness.metrics.window import in_range, within

DAY = timedelta(days=1)


def find_gaps(
    dates: "pd.Series[pd.Timestamp]",
    parts: "pd.Series[str]",
    window: ObservedWindow,
    rules: RecordRules,
    begins: date | None = None,
    stated: Sequence[Span] = (),
) -> tuple[Span, ...]:
    """The spans of the window, both ends included, that a log does not cover.

    ``dates``: of its records; ``parts``: for each the file and sheet that it stands in;
    ``begins``: when the first batch of the window started, before which a log may be silent;
    ``stated``: days of which a person says that the log holds every record. A log is taken as kept
    there, and from the first to the last record of each part; looked at are the days before,
    after and between the parts. Such a span is not covered where it is longer than ``cover_days``
    and chance alone would leave it empty in under ``cover_chance`` of such logs: with n days that
    have a record among the D days from the first batch on, g given days stay empty with the chance
    ``((D - g) / D) ^ n``. So a rare log is not taken for one that ended. Of a log that ended before
    that first batch all its days count, from its first record on. Nothing for an empty log.
    Source: domain 4.0, rule 5.
    """
    known = dates.notna() & (dates < pd.Timestamp(window.to + DAY))
    if not known.any():
        return ()
    days, parts = dates[known].dt.normalize(), parts[known]
    kept = _kept(days, parts, stated)
    since = max(window.from_, begins or window.from_)
    if kept[-1][1] < since:
        silent = (kept[-1][1] + DAY, window.to)
        gone = _is_gap(silent, (kept[0][0], window.to), int(days.nunique()), rules)
        return ((max(silent[0], window.from_), window.to),) if gone else ()
    held = int(days[days >= pd.Timestamp(since)].nunique())
    found = [
        gap
        for gap in _between(kept, since, window.to)
        if _is_gap(gap, (since, window.to), held, rules)
    ]
    # Of the days before that first batch nothing is known either.
    return tuple((window.from_ if first == since else first, last) for first, last in found)


def _kept(
    days: "pd.Series[pd.Timestamp]", parts: "pd.Series[str]", stated: Sequence[Span]
) -> list[Span]:
    """First to last record of each part and what is stated, what meets or overlaps as one."""
    ends = days.groupby(parts).agg(["min", "max"])
    found = [(first.date(), last.date()) for first, last in ends.itertuples(index=False)]
    spans = sorted([*found, *stated])
    joined: list[Span] = []
    for first, last in spans:
        if joined and first <= joined[-1][1] + DAY:
            joined[-1] = (joined[-1][0], max(joined[-1][1], last))
        else:
            joined.append((first, last))
    return joined


def _between(kept: Sequence[Span], since: date, until: date) -> list[Span]:
    """The days before, between and after the spans."""
    ends = [since - DAY, *(last for _, last in kept)]
    starts = [*(first for first, _ in kept), until + DAY]
    found = [
        (max(end + DAY, since), min(start - DAY, until))
        for end, start in zip(ends, starts, strict=True)
    ]
    return [(first, last) for first, last in found if first <= last]


def _is_gap(span: Span, whole: Span, held: int, rules: RecordRules) -> bool:
    free = Fraction(length(whole) - length(span), length(whole))
    return length(span) > rules.cover_days and bool(free**held < rules.cover_chance)


def length(span: Span) -> int:
    """Days of a span, both ends included."""
    return (span[1] - span[0]).days + 1


def covered(
    gaps: tuple[Span, ...], window: ObservedWindow, over: Sequence["pd.Series[pd.Timestamp]"]
) -> ObservedWindow | None:
    """The window with these gaps; None where nothing to count over lies in them.

    ``over``: the dates of the batches started, if there is a list, then those of what else a figure
    is counted over (releases, bookings). While nothing is made a log may be silent.
    """
    if not gaps:
        return None
    less = window.model_copy(update={"gaps": gaps})
    lost = [int(in_range(dates, window).sum() - within(dates, less).sum()) for dates in over]
    if over and not any(lost):
        return None
    if window.batches is None or not over:
        return less
    return less.model_copy(update={"batches": int(within(over[0], less).sum())})


def in_words(log: str, less: ObservedWindow, whole: ObservedWindow) -> str:
    """What a log does not cover, and what is counted therefore."""
    said = " and ".join(_gap(gap, whole) for gap in less.gaps)
    counted = "only what it covers counts"
    if whole.batches is not None:
        counted += f", with {less.batches} of the {whole.batches} batches started"
    return f"the {log} {said}: {counted}"


def in_words_stated(log: str, stated: Iterable[CompleteLog]) -> str:
    """What a person states of a log; who does stands with the statement itself."""
    spans = " and ".join(f"{_day(said.from_)} to {_day(said.to)}" for said in stated)
    return f"the {log} is complete from {spans}, as stated"


def _gap(gap: Span, whole: ObservedWindow) -> str:
    first, last = gap
    days = f"{length(gap)} days"
    if gap == (whole.from_, whole.to):
        return "ends before the window begins"
    if last == whole.to:
        return f"ends on {_day(first - DAY)}, {days} before the window does ({_day(last)})"
    if first == whole.from_:
        return f"begins on {_day(last + DAY)}, {days} after the window does ({_day(first)})"
    return f"holds nothing from {_day(first)} to {_day(last)}, {days}"


def _day(day: date) -> str:
    return f"{day.day} {day:%b %Y}"
