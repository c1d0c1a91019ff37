"""Tables made ready for counting: sorted, each record once, voided ones out."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from readiness.domain.evidence import Exclusion, RowRef, TableKind

PLACE = ["_file", "_sheet", "_row"]

# What a row is found by again: the record's own number, never a person or a patient.
KEYS: dict[TableKind, tuple[str, ...]] = {
    "batches": ("batch",),
    "deviations": ("id",),
    "revisions": ("document", "version"),
    "record_errors": ("batch",),
    "reviews": ("batch",),
    "temporary_instructions": ("id",),
    "bookings": ("booking",),
    "booking_changes": ("booking",),
    "interventions": ("kind",),
    "qualifications": ("task",),
    "workarounds": ("id",),
}
# One record may fill several rows of an export: child rows by lot, revisions listed twice.
ONCE: dict[TableKind, tuple[str, ...]] = {
    "batches": ("batch",),
    "deviations": ("id",),
    "revisions": ("document", "version"),
    "temporary_instructions": ("id",),
    "workarounds": ("id",),
}
VOIDED = frozenset({"voided"})


@dataclass(frozen=True)
class Table:
    """A table of one kind, in the order of its files, sheets and rows."""

    kind: TableKind
    frame: pd.DataFrame

    @cached_property
    def refs(self) -> tuple[RowRef, ...]:
        """The place of each row, in the order of the frame."""
        frame = self.frame
        keys = [frame[name] for name in KEYS[self.kind] if name in frame]
        shown = [
            " ".join(_shown(part) for part in parts).strip() for parts in zip(*keys, strict=True)
        ]
        places = zip(frame["_file"], frame["_sheet"], frame["_row"], strict=True)
        return tuple(
            RowRef(file=str(file), sheet=_shown(sheet) or None, row=int(row), key=key)
            for (file, sheet, row), key in zip(places, shown or [""] * len(frame), strict=True)
        )

    def rows(self, chosen: pd.DataFrame) -> tuple[RowRef, ...]:
        """The places of the rows of a part of this table, in file order."""
        return tuple(self.refs[position] for position in sorted(chosen.index))


def _shown(value: Any) -> str:
    return "" if is_blank(value) else str(value)


def is_blank(value: Any) -> bool:
    """Whether a cell says nothing: None, NaN, NA, NaT or an empty text."""
    return bool(pd.isna(value) or value == "")


def prepared(
    tables: Mapping[TableKind, pd.DataFrame],
) -> tuple[dict[TableKind, Table], list[Exclusion]]:
    """Each table sorted by place, voided records out, each record once with all of its batches.

    The tables handed in stay as they are. What leaves here is counted by file and reason.
    """
    ready: dict[TableKind, Table] = {}
    exclusions: list[Exclusion] = []
    for kind in sorted(set(tables) & set(KEYS)):
        frame = tables[kind]
        if "_sheet" not in frame:
            frame = frame.assign(_sheet=None)
        frame = _in_order(frame)
        if kind == "deviations" and "status" in frame:
            voided = frame["status"].isin(VOIDED)
            exclusions += _excluded(frame[voided], "voided")
            frame = frame[~voided]
        frame, repeated = _each_once(frame, kind)
        exclusions += _excluded(repeated, "the same record again")
        ready[kind] = Table(kind, frame.reset_index(drop=True))
    return ready, exclusions


def _in_order(frame: pd.DataFrame) -> pd.DataFrame:
    places = zip(
        *(frame[name].map(_shown) for name in PLACE[:2]), frame["_row"].astype(int), strict=True
    )
    order = [at for _, at in sorted(zip(places, range(len(frame)), strict=True))]
    return frame.iloc[order].reset_index(drop=True)


def _each_once(frame: pd.DataFrame, kind: TableKind) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The first row of each record, and the further rows; batches of all rows are kept."""
    names = [name for name in ONCE.get(kind, ()) if name in frame]
    if len(names) < len(ONCE.get(kind, ())) or not names:
        return frame, frame.iloc[:0]
    again = frame.duplicated(names) & frame[names].notna().all(axis=1)
    if kind == "deviations" and "batch" in frame:
        if again.any():
            together = frame.groupby("id", sort=False)["batch"].agg(_union)
            cells = [
                codes(own) if is_blank(record) else together[record]
                for record, own in zip(frame["id"], frame["batch"], strict=True)
            ]
            frame = frame.assign(batch=pd.Series(cells, index=frame.index, dtype=object))
        else:
            frame = frame.assign(batch=frame["batch"].map(codes).astype(object))
    return frame[~again], frame[again]


def _union(cells: Iterable[Any]) -> tuple[str, ...]:
    return tuple(sorted({code for cell in cells for code in codes(cell)}))


def codes(cell: Any) -> tuple[str, ...]:
    """The batch codes of a cell: several, one, or none."""
    if isinstance(cell, list | tuple):
        return tuple(str(code) for code in cell if not is_blank(code))
    return () if is_blank(cell) else (str(cell),)


def _excluded(rows: pd.DataFrame, reason: str) -> list[Exclusion]:
    places = Counter(
        (str(f), _shown(s) or None) for f, s in zip(rows["_file"], rows["_sheet"], strict=True)
    )
    ordered = sorted(places.items(), key=lambda item: (item[0][0], item[0][1] or ""))
    return [Exclusion(file=f, sheet=s, reason=reason, rows=n) for (f, s), n in ordered]


def is_linked(frame: pd.DataFrame) -> "pd.Series[bool]":
    """True for rows that name at least one batch."""
    return frame["batch"].map(lambda cell: bool(codes(cell))).astype(bool)


def is_true(column: "pd.Series[Any]") -> "pd.Series[bool]":
    """True where a yes-or-no column says yes; blank is no."""
    return column.map(lambda said: not is_blank(said) and bool(said)).astype(bool)


def counts_by_batch(rows: pd.DataFrame, batches: pd.DataFrame) -> list[int] | None:
    """How many of these rows name each batch; None where none of them names any.

    An event that concerns several batches is one event, and counts here with each of them: the
    question is how unevenly events fall on batches.
    """
    if "batch" not in rows:
        return None
    named = Counter(code for cell in rows["batch"] for code in codes(cell))
    return [named[str(batch)] for batch in batches["batch"]] if named else None
