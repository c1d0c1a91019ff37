"""The days of a log: when its records were made, and which part of the window they cover."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from readiness.domain.complete_logs import CompleteLog
from readiness.domain.evidence import ObservedWindow, Span, TableKind
from readiness.domain.rules import RecordRules
from readiness.metrics.cover import covered, find_gaps
from readiness.metrics.tables import Table, codes
from readiness.metrics.window import within

Column = tuple[TableKind, str]
"""A column of a kind of table; ``one|other`` for the first that is there."""
STARTED: Column = ("batches", "started")
# What dates a record that has no date of its own: the batch or the booking that it names.
BY: dict[str, tuple[TableKind, str, str]] = {
    "batch": ("batches", "batch", "started"),
    "booking": ("bookings", "booking", "start"),
}


@dataclass(frozen=True)
class Log:
    """The log whose silence a metric would read, and what it is held against.

    ``column``: its dates, ``one|other`` for the first that is there; a column of batches or
    bookings stands for their dates. ``of``: only the files that hold interventions of this kind,
    for expedites may have a list of their own. ``over``: columns of dates of what the figure is
    counted over besides the batches started.
    """

    kind: TableKind
    column: str
    of: str = ""
    over: tuple[Column, ...] = ()


@dataclass
class Covers:
    """The gaps of each log, found once."""

    tables: Mapping[TableKind, Table]
    window: ObservedWindow
    rules: RecordRules
    complete: Sequence[CompleteLog] = ()
    """What people state of the logs."""
    _found: dict[Log, tuple[Span, ...]] = field(default_factory=dict)

    def window_of(self, log: Log) -> ObservedWindow | None:
        """The window with the gaps of this log; None where it covers all that counts."""
        over = self._over(log)
        if log not in self._found:
            self._found[log] = self._gaps(log, _begins(over, self.window), self.stated(log))
        return covered(self._found[log], self.window, over)

    def stated(self, log: Log) -> tuple[CompleteLog, ...]:
        """What is stated of the log."""
        return tuple(said for said in self.complete if said.kind == log.kind)

    def relied_on(self, log: Log) -> tuple[CompleteLog, ...]:
        """The same, where less of the log would count without it."""
        said = self.stated(log)
        if not said:
            return ()
        over = self._over(log)
        without = covered(self._gaps(log, _begins(over, self.window), ()), self.window, over)
        return said if without is not None and without != self.window_of(log) else ()

    def _over(self, log: Log) -> list["pd.Series[pd.Timestamp]"]:
        return [dates for name in (STARTED, *log.over) if (dates := self._dates(*name)) is not None]

    def _gaps(
        self, log: Log, begins: date | None, stated: Sequence[CompleteLog]
    ) -> tuple[Span, ...]:
        dates = self._dates(log.kind, log.column)
        if dates is None:
            return ()
        frame = self.tables[log.kind].frame
        parts = frame["_file"].astype(str) + "\n" + frame["_sheet"].fillna("").astype(str)
        if log.of:
            mine = set(parts[frame["kind"] == log.of])
            # No such intervention anywhere: whichever file it is, it has none to show.
            chosen = parts.isin(mine) if mine else parts.notna()
            dates, parts = dates[chosen], parts[chosen]
        spans = [(said.from_, said.to) for said in stated]
        return find_gaps(dates, parts, self.window, self.rules, begins, spans)

    def _dates(self, kind: TableKind, column: str) -> "pd.Series[pd.Timestamp] | None":
        if kind not in self.tables:
            return None
        frame = self.tables[kind].frame
        name = next((name for name in column.split("|") if name in frame), "")
        if name not in BY:
            return frame[name] if name else None
        by, key, when = BY[name]
        if by not in self.tables or not {key, when} <= set(self.tables[by].frame):
            return None
        known = self.tables[by].frame.dropna(subset=[key, when])
        dated = dict(zip(known[key].astype(str), known[when], strict=True))
        first = frame[name].map(lambda cell: next(iter(codes(cell)), ""))
        return pd.to_datetime(first.map(dated))


def _begins(over: Sequence["pd.Series[pd.Timestamp]"], window: ObservedWindow) -> date | None:
    """When the first of what is counted over lies in the window."""
    inside = [dates[within(dates, window)] for dates in over]
    return min((dates.min().date() for dates in inside if len(dates)), default=None)
