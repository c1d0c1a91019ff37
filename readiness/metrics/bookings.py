"""Conflicts in a schedule: one resource, or one patient, booked twice (domain 4.2.3, S5)."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any, Literal

import pandas as pd

from readiness.metrics.tables import is_blank

# Canonical states: a cancelled booking binds nothing, one that is done no longer its patient.
CANCELLED = frozenset({"cancelled"})
ENDED = frozenset({"done"})

Reason = Literal["resource", "subject"]
Pair = frozenset[str]


@dataclass(frozen=True)
class Booking:
    """One active booking in one saved version of a schedule."""

    key: str
    row: int
    resource: str
    start: pd.Timestamp
    end: pd.Timestamp
    subject: str
    ended: bool


def active(bookings: pd.DataFrame) -> pd.DataFrame:
    """The bookings that bind a resource: with a start, not cancelled."""
    kept = bookings["start"].notna()
    if "status" in bookings:
        kept &= ~bookings["status"].isin(CANCELLED)
    return bookings[kept]


def keys(bookings: pd.DataFrame) -> "pd.Series[str]":
    """What makes a booking the same in every version: its number, else place, day and subject."""
    subject = bookings["subject"] if "subject" in bookings else [""] * len(bookings)
    own = bookings["booking"] if "booking" in bookings else [None] * len(bookings)
    found = [
        f"{resource}|{start}|{'' if is_blank(who) else who}" if is_blank(number) else str(number)
        for number, resource, start, who in zip(
            own, bookings["resource"], bookings["start"], subject, strict=True
        )
    ]
    return pd.Series(found, index=bookings.index, dtype=object)


def conflicts(bookings: pd.DataFrame) -> dict[Pair, tuple[Reason, set[int]]]:
    """Pairs of active bookings in conflict, over all versions: why, and the rows that show it.

    A pair is counted once, in however many versions it stands. On one resource two bookings are
    in conflict where their times overlap; the end of one may be the start of the next, and a
    booking without a length takes its day. One subject is booked twice where two bookings that
    have not ended stand in the same version.
    """
    found: dict[Pair, tuple[Reason, set[int]]] = {}
    for version in _versions(active(bookings)):
        for reason, one, other in _in_conflict(version):
            pair = frozenset({one.key, other.key})
            first, rows = found.setdefault(pair, (reason, set()))
            found[pair] = ("resource" if "resource" in (first, reason) else first, rows)
            rows.update((one.row, other.row))
    return found


def _versions(bookings: pd.DataFrame) -> Iterator[list[Booking]]:
    if bookings.empty:
        return
    version = bookings["version"] if "version" in bookings else bookings["_file"]
    version = version.map(lambda said: "" if is_blank(said) else str(said))
    for _, rows in bookings.groupby(version, sort=True):
        yield list(_read(rows))


def _read(rows: pd.DataFrame) -> Iterator[Booking]:
    nothing = [None] * len(rows)
    columns: list[Any] = [rows.get(name, nothing) for name in ("end", "subject", "status")]
    for row, key, resource, start, end, subject, status in zip(
        rows.index, keys(rows), rows["resource"], rows["start"], *columns, strict=True
    ):
        day = start.normalize() + pd.Timedelta(days=1)
        yield Booking(
            key=key,
            row=int(row),
            resource="" if is_blank(resource) else str(resource),
            start=start,
            end=day if is_blank(end) or end <= start else end,
            subject="" if is_blank(subject) else str(subject),
            ended=status in ENDED,
        )


def _in_conflict(bookings: list[Booking]) -> Iterator[tuple[Reason, Booking, Booking]]:
    for group in _by(bookings, "resource"):
        ordered = sorted(group, key=lambda booking: (booking.start, booking.end, booking.key))
        for place, one in enumerate(ordered):
            for other in ordered[place + 1 :]:
                if other.start >= one.end:
                    break
                if one.key != other.key:
                    yield "resource", one, other
    for group in _by([booking for booking in bookings if not booking.ended], "subject"):
        for one, other in combinations(group, 2):
            if one.key != other.key:
                yield "subject", one, other


def _by(bookings: list[Booking], name: Literal["resource", "subject"]) -> Iterator[list[Booking]]:
    groups: dict[str, list[Booking]] = {}
    for booking in bookings:
        groups.setdefault(getattr(booking, name), []).append(booking)
    yield from (groups[group] for group in sorted(groups) if group)
