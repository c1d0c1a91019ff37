"""Who took out which file of an assessment: rows in a chain of their own, no revision."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Engine, func, select

from readiness.store.access import reach
from readiness.store.beside import Chain
from readiness.store.connection import reading, writing
from readiness.store.port import Export
from readiness.store.records import Actor
from readiness.store.tables import assessment, export, person

ELSEWHERE = "Somebody at another installation"
"""Who took out a file there and did nothing here: PostgreSQL shows their name to nobody here."""
EXPORTS = Chain(
    rows=export,
    of=assessment,
    title=assessment.c.title,
    last=assessment.c.exports_sha256,
    linked=("assessment_id", "person_id", "what", "file_sha256"),
    one="export",
    several="exports",
)


class SqlExports:
    """Exports (see the port for each method) on an engine."""

    def __init__(self, engine: Engine, clock: Callable[[], datetime]) -> None:
        self._engine = engine
        self._clock = clock

    def note(self, actor: Actor, assessment_id: str, what: str, file_sha256: str) -> None:
        """Note that the actor took out a file."""
        with writing(self._engine, actor) as connection:
            there = reach(connection, actor, assessment_id, "see", alone=True).row
            row = {
                "assessment_id": assessment_id,
                "person_id": actor.person_id,
                "at": self._clock(),
                "what": what,
                "file_sha256": file_sha256,
            }
            EXPORTS.append(connection, there.exports_sha256, row)

    def of(self, actor: Actor, assessment_id: str) -> list[Export]:
        """Every file that was taken out, oldest first."""
        with reading(self._engine, actor) as connection:
            reach(connection, actor, assessment_id, "read")
            query = (
                select(export, func.coalesce(person.c.name, ELSEWHERE).label("name"))
                .outerjoin(person, person.c.id == export.c.person_id)
                .where(export.c.assessment_id == assessment_id)
                .order_by(export.c.seq)
            )
            return [
                Export(row.at, row.name, row.what, row.file_sha256)
                for row in connection.execute(query)
            ]
