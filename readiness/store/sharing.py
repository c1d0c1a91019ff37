"""Which workspaces take part in the anonymous benchmark: decided by owners, kept as a chain."""

from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import groupby

from sqlalchemy import Connection, Engine, func, insert, select, update

from readiness.store.access import reach_workspace
from readiness.store.chain import BEGINNING, linked
from readiness.store.connection import reading, writing
from readiness.store.records import Actor, SharingChange
from readiness.store.tables import member, person, sharing, workspace


class SqlSharing:
    """Sharing (see the port for each method) on an engine."""

    def __init__(self, engine: Engine, clock: Callable[[], datetime]) -> None:
        self._engine = engine
        self._clock = clock

    def taking_part(self, actor: Actor) -> list[str]:
        """The workspaces that the actor owns and that take part, by id."""
        last = select(func.max(sharing.c.seq)).group_by(sharing.c.workspace_id)
        query = (
            select(sharing.c.workspace_id)
            .join(member, member.c.workspace_id == sharing.c.workspace_id)
            .where(
                sharing.c.seq.in_(last),
                sharing.c.is_on == 1,
                member.c.person_id == actor.person_id,
                member.c.role == "owner",
            )
            .order_by(sharing.c.workspace_id)
        )
        with reading(self._engine) as connection:
            return list(connection.execute(query).scalars())

    def decide(self, actor: Actor, workspace_id: str, *, is_on: bool, reason: str = "") -> None:
        """Let a workspace take part, or no longer; by its owner, and kept for good."""
        with writing(self._engine) as connection:
            reach_workspace(connection, actor, workspace_id, "manage")
            query = select(workspace.c.sharing_sha256).where(workspace.c.id == workspace_id)
            # Two owners at once: the second waits, and its row follows the first one's.
            previous = connection.execute(query.with_for_update()).scalar_one()
            row = {
                "workspace_id": workspace_id,
                "person_id": actor.person_id,
                "at": self._clock(),
                "is_on": int(is_on),
                "reason": reason,
            }
            sha256 = linked(previous, row)
            connection.execute(insert(sharing).values(**row, sha256=sha256))
            connection.execute(
                update(workspace)
                .where(workspace.c.id == workspace_id)
                .values(sharing_sha256=sha256)
            )

    def changes(self, actor: Actor, workspace_id: str) -> list[SharingChange]:
        """Every decision, oldest first; for owners."""
        query = (
            select(sharing, person.c.name)
            .join(person, person.c.id == sharing.c.person_id)
            .where(sharing.c.workspace_id == workspace_id)
            .order_by(sharing.c.seq)
        )
        with reading(self._engine) as connection:
            reach_workspace(connection, actor, workspace_id, "manage")
            return [
                SharingChange(row.at, row.name, bool(row.is_on), row.reason)
                for row in connection.execute(query)
            ]


def broken_sharing(connection: Connection) -> Iterator[tuple[str, str, str]]:
    """Workspaces whose decisions are not what was decided: id, name, and where it breaks."""
    last = {row.id: row for row in connection.execute(select(workspace))}
    found = connection.execute(select(sharing).order_by(sharing.c.workspace_id, sharing.c.seq))
    ends = dict.fromkeys(last, BEGINNING)
    for id, rows in groupby(found, key=lambda row: row.workspace_id):
        previous, place = BEGINNING, ""
        for number, row in enumerate(rows, start=1):
            previous = linked(previous, row._asdict())
            if previous != row.sha256 and not place:
                place = f"decision {number} on the benchmark was altered"
        ends[id] = previous
        if place:
            yield id, last[id].name, place
            ends[id] = last[id].sharing_sha256
    for id, end in ends.items():
        if end != last[id].sharing_sha256:
            yield id, last[id].name, "decisions on the benchmark are missing or were added"
