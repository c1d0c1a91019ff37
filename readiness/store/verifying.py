"""Whether the history of a store is whole, and whether what is stored is what it says."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Row, select

from readiness.store.chain import BEGINNING, link
from readiness.store.entries import ENTRY_KINDS
from readiness.store.tables import assessment, entry, history, person


@dataclass(frozen=True)
class Broken:
    """The first place at which an assessment is not what its history says."""

    assessment: str
    title: str
    place: str
    """In words: which row, of when and by whom, or which entry."""

    def __str__(self) -> str:
        return f"{self.title} ({self.assessment[:8]}): {self.place}"


@dataclass(frozen=True)
class Verified:
    """What was looked at, and what was found."""

    assessments: int
    rows: int
    broken: tuple[Broken, ...]


def verify(connection: Connection) -> Verified:
    """Follow every chain from its beginning; one finding an assessment at most, the first."""
    assessments = {row.id: row for row in connection.execute(select(assessment))}
    rows, broken = 0, []
    seen = set()
    for id, mine in groupby(_rows(connection), key=lambda row: row.assessment_id):
        followed = list(mine)
        rows += len(followed)
        seen.add(id)
        if place := _chain(assessments.get(id), followed) or _entries(connection, id, followed):
            title = assessments[id].title if id in assessments else "No such assessment"
            broken.append(Broken(id, title, place))
    broken += [
        Broken(id, row.title, "its history is gone")
        for id, row in assessments.items()
        if id not in seen
    ]
    return Verified(len(assessments), rows, tuple(broken))


def _rows(connection: Connection) -> Iterator[Row[Any]]:
    query = (
        select(history, person.c.name.label("person_name"))
        .outerjoin(person, person.c.id == history.c.person_id)
        .order_by(history.c.assessment_id, history.c.seq)
    )
    yield from connection.execute(query)


def _chain(there: Row[Any] | None, rows: Iterable[Row[Any]]) -> str:
    """The first broken link in words; empty if there is none."""
    last = BEGINNING
    for number, row in enumerate(rows, start=1):
        if row.sha256 != (last := link(last, row._asdict())):
            return (
                f"row {number} of its history ({row.kind} {row.key}, {row.at:%d %b %Y %H:%M} UTC, "
                f"{row.person_name or 'nobody known'}) was altered, or one before it taken out"
            )
    if there is None or there.history_sha256 != last:
        return "rows at the end of its history were taken out or added"
    return ""


def _entries(connection: Connection, id: str, rows: Iterable[Row[Any]]) -> str:
    """The first entry that is not what the history says last; empty if there is none."""
    said = {(row.kind, row.key): row.new for row in rows if row.kind in ENTRY_KINDS}
    stored = {
        (row.kind, row.key): row.payload
        for row in connection.execute(select(entry).where(entry.c.assessment_id == id))
    }
    for at in sorted(said.keys() | stored.keys()):
        if said.get(at) != stored.get(at):
            return f"{' '.join(at)} is not what its history says"
    return ""
