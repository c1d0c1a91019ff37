"""Chains beside the history: rows that are added for good, and turn no revision.

Of each workspace, or each assessment, one chain a table; the last hash stands on its row.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Connection, Row, Table, insert, select, update

from readiness.store.chain import BEGINNING, link_beside


@dataclass(frozen=True)
class Chain:
    """Rows of a table in the order in which they came.

    ``of``: the table of what they belong to; ``title``: how that is called, ``last``: where its
    last hash stands. ``linked``: the columns that a link takes in, beside ``at``. ``one`` and
    ``several``: a row and rows in words.
    """

    rows: Table
    of: Table
    title: Column[str]
    last: Column[str]
    linked: tuple[str, ...]
    one: str
    several: str

    def hold(self, connection: Connection, id: str) -> str:
        """The last hash of one chain; whoever wants to add to it waits from now on."""
        query = select(self.last).where(self.of.c.id == id).with_for_update()
        found: str = connection.execute(query).scalar_one()
        return found

    def append(self, connection: Connection, previous: str, row: Mapping[str, Any]) -> None:
        """Add a row after the last hash, as ``hold`` gave it."""
        sha256 = link_beside(previous, row, self.linked)
        connection.execute(insert(self.rows).values(**row, sha256=sha256))
        whose = update(self.of).where(self.of.c.id == row[self._whose])
        connection.execute(whose.values({self.last: sha256}))

    def broken(self, connection: Connection) -> Iterator[tuple[str, str, str]]:
        """Of each chain that does not hold: id and title of what it is of, and the first place."""
        ends: dict[str, str] = {}
        wrong: dict[str, str] = {}
        count: Counter[str] = Counter()
        for row in connection.execute(select(self.rows).order_by(self.rows.c.seq)):
            id = getattr(row, self._whose)
            count[id] += 1
            ends[id] = link_beside(ends.get(id, BEGINNING), row._asdict(), self.linked)
            if ends[id] != row.sha256:
                wrong.setdefault(id, self._altered(row, count[id]))
        there = select(self.of.c.id, self.title.label("title"), self.last.label("last"))
        for row in connection.execute(there.order_by(self.title, self.of.c.id)):
            if ends.pop(row.id, BEGINNING) != row.last:
                wrong.setdefault(row.id, f"{self.several} at the end were taken out or added")
            if row.id in wrong:
                yield row.id, row.title, wrong[row.id]
        for id in ends:
            yield id, f"No such {self.of.name}", f"{self.several} of what is not there any more"

    @property
    def _whose(self) -> str:
        return f"{self.of.name}_id"

    def _altered(self, row: Row[Any], number: int) -> str:
        when = f"{row.at:%d %b %Y %H:%M} UTC"
        return f"{self.one} number {number}, of {when}, was altered, or one before it taken out"
