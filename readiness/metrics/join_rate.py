"""The join-rate test: batches found under one number in every log (domain 1.24, 3.5.9 DIG-2)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction

import pandas as pd
from pandas.api.types import is_datetime64_any_dtype

from readiness.domain.evidence import JoinTest, LogLink, ObservedWindow, RowRef, TableKind
from readiness.domain.join_rules import JoinRules, LinkedLog
from readiness.metrics.tables import Table, codes, is_blank
from readiness.metrics.window import within

REGISTER: TableKind = "batches"
NO_LOG = "no log is on file"
NO_KEY = "no column of it names the batch"
NO_BATCH = "no batch is old enough to have all its records"


@dataclass(frozen=True)
class _Read:
    """A log as read: its link, the batches that it names, and its keys gone astray."""

    link: LogLink
    names: frozenset[str] = frozenset()
    strays: frozenset[str] = frozenset()


def join_test(
    tables: Mapping[TableKind, Table], rules: JoinRules, window: ObservedWindow
) -> JoinTest | None:
    """The test over the tables of a kind each; None without a register of batches.

    A batch of the register is tested if it began in ``window`` and ``settled_days`` or more before
    its end. It links if each log that must name every batch names it. A key that some log names
    in the window and the register does not know counts as one that links nowhere.
    """
    register = tables.get(REGISTER)
    if register is None or not {"batch", "started"} <= set(register.frame):
        return None
    frame = register.frame[register.frame["batch"].map(lambda cell: not is_blank(cell))]
    begun = frame[within(frame["started"], window)]
    old = begun["started"] <= pd.Timestamp(window.to - timedelta(days=rules.settled_days))
    tested = dict(zip(begun[old]["batch"].astype(str), register.rows(begun[old]), strict=True))
    known = frozenset(frame["batch"].astype(str))
    read = [_read(log, tables, tested, known, window) for log in rules.logs]
    strays = frozenset(key for one in read for key in one.strays)
    must = [one.names for one in read if one.link.every and one.link.is_tested]
    linked = sum(all(batch in names for names in must) for batch in tested) if must else None
    lacking = [one.link.name for one in read if not one.link.is_tested]
    of = len(tested) + len(strays)
    reason = f"not on file: {', '.join(lacking)}" if lacking else "" if tested else NO_BATCH
    return JoinTest(
        batches=len(tested),
        young=int((~old).sum()),
        strays=len(strays),
        linked=linked,
        of=of,
        share=None if reason or linked is None else Fraction(linked, of),
        reason=reason,
        logs=tuple(one.link for one in read),
    )


def _read(
    log: LinkedLog,
    tables: Mapping[TableKind, Table],
    tested: Mapping[str, RowRef],
    known: frozenset[str],
    window: ObservedWindow,
) -> _Read:
    """One log: the first of its reasons not to be tested, else what it names and misses."""
    named: set[str] = set()
    astray: dict[str, list[RowRef]] = {}
    rows = with_key = 0
    held = list(_sources(log, tables))
    for table, column in held:
        chosen = _counting(table, log)
        rows += len(chosen)
        if column not in chosen:
            continue
        dated = _inside(chosen, log, window)
        for row, cell, is_dated in zip(table.rows(chosen), chosen[column], dated, strict=True):
            keys = codes(cell)
            with_key += bool(keys)
            named.update(keys)
            for key in set(keys) - known if is_dated else ():
                astray.setdefault(key, []).append(row)
    link = LogLink(
        id=log.id,
        name=log.name,
        every=log.every,
        is_tested=bool(held),
        reason=_reason(held),
        rows=rows,
        named=with_key,
        found=sum(batch in named for batch in tested),
        missing=_missing(log, held, tested, named),
        strays=tuple(row for key in sorted(astray) for row in astray[key]),
    )
    return _Read(link, frozenset(named), frozenset(astray))


def _sources(log: LinkedLog, tables: Mapping[TableKind, Table]) -> Iterator[tuple[Table, str]]:
    """Each table on file with the column that would name the batch."""
    for source in log.sources:
        kind, _, column = source.partition(".")
        table = next((table for name, table in tables.items() if name == kind), None)
        if table is not None and (not log.filled or log.filled in table.frame):
            yield table, column


def _reason(held: Sequence[tuple[Table, str]]) -> str:
    if not held:
        return NO_LOG
    return "" if any(column in table.frame for table, column in held) else NO_KEY


def _counting(table: Table, log: LinkedLog) -> pd.DataFrame:
    """The rows that are records of the log."""
    chosen = table.frame
    if log.filled:
        chosen = chosen[chosen[log.filled].map(lambda cell: not is_blank(cell))]
    for column, values in log.without.items():
        if column in chosen:
            chosen = chosen[~chosen[column].isin(values)]
    return chosen


def _inside(chosen: pd.DataFrame, log: LinkedLog, window: ObservedWindow) -> "pd.Series[bool]":
    """Whether a row is dated in the window; a row without a date can be placed nowhere.

    Some logs say yes where others give the day: a column without dates places nothing.
    """
    inside = pd.Series(data=False, index=chosen.index)
    for name in log.dates:
        if name in chosen and is_datetime64_any_dtype(chosen[name]):
            inside |= within(chosen[name], window)
    return inside


def _missing(
    log: LinkedLog,
    held: Sequence[tuple[Table, str]],
    tested: Mapping[str, RowRef],
    named: set[str],
) -> tuple[RowRef, ...]:
    if not log.every or not held:
        return ()
    return tuple(row for batch, row in tested.items() if batch not in named)
