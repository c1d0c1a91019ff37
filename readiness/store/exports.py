"""Who took out which file of an assessment: rows in a chain of their own, no revision."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, Select, insert, select, update

from readiness.store.access import reach
from readiness.store.chain import BEGINNING, export_link
from readiness.store.connection import reading, writing
from readiness.store.port import Export
from readiness.store.records import Actor
from readiness.store.tables import assessment, export, person


class SqlExports:
    """Exports (see the port for each method) on an engine."""

    def __init__(self, engine: Engine, clock: Callable[[], datetime]) -> None:
        self._engine = engine
        self._clock = clock

    def note(self, actor: Actor, assessment_id: str, what: str, file_sha256: str) -> None:
        """Note that the actor took out a file."""
        with writing(self._engine) as connection:
            there = reach(connection, actor, assessment_id, "see", alone=True).row
            row = {
                "assessment_id": assessment_id,
                "person_id": actor.person_id,
                "at": self._clock(),
                "what": what,
                "file_sha256": file_sha256,
            }
            last = export_link(there.exports_sha256, row)
            connection.execute(insert(export).values(**row, sha256=last))
            mine = assessment.c.id == assessment_id
            connection.execute(update(assessment).where(mine).values(exports_sha256=last))

    def of(self, actor: Actor, assessment_id: str) -> list[Export]:
        """Every file that was taken out, oldest first."""
        with reading(self._engine) as connection:
            reach(connection, actor, assessment_id, "read")
            mine = _rows().where(export.c.assessment_id == assessment_id)
            return [
                Export(row.at, row.name, row.what, row.file_sha256)
                for row in connection.execute(mine)
            ]


def broken(connection: Connection) -> Iterator[tuple[str, str, str]]:
    """Of each assessment whose exports are not one chain: id, title and place."""
    last: dict[str, str] = {}
    wrong: dict[str, str] = {}
    for row in connection.execute(_rows()):
        id = row.assessment_id
        last[id] = export_link(last.get(id, BEGINNING), row._asdict())
        if last[id] != row.sha256:
            wrong.setdefault(id, f"the export of {row.at:%d %b %Y %H:%M} UTC was altered")
    for row in connection.execute(select(assessment).order_by(assessment.c.id)):
        if row.exports_sha256 != last.get(row.id, BEGINNING):
            wrong.setdefault(row.id, "exports at the end were taken out or added")
        if row.id in wrong:
            yield row.id, row.title, wrong[row.id]


def _rows() -> Select[Any]:
    query: Select[Any] = select(export, person.c.name).join(
        person, person.c.id == export.c.person_id
    )
    return query.order_by(export.c.seq)
