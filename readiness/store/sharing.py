"""Which workspaces take part in the anonymous benchmark: decided by owners, kept as a chain."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Engine, func, select

from readiness.store.access import reach_workspace
from readiness.store.beside import Chain
from readiness.store.connection import reading, writing
from readiness.store.records import Actor, SharingChange
from readiness.store.tables import member, person, sharing, workspace

SHARING = Chain(
    rows=sharing,
    of=workspace,
    title=workspace.c.name,
    last=workspace.c.sharing_sha256,
    linked=("workspace_id", "person_id", "is_on", "reason"),
    one="decision on the benchmark",
    several="decisions on the benchmark",
)


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
        with reading(self._engine, actor) as connection:
            return list(connection.execute(query).scalars())

    def decide(self, actor: Actor, workspace_id: str, *, is_on: bool, reason: str = "") -> None:
        """Let a workspace take part, or no longer; by its owner, and kept for good."""
        with writing(self._engine, actor) as connection:
            reach_workspace(connection, actor, workspace_id, "manage")
            # Two owners at once: the second waits, and its row follows the first one's.
            previous = SHARING.hold(connection, workspace_id)
            row = {
                "workspace_id": workspace_id,
                "person_id": actor.person_id,
                "at": self._clock(),
                "is_on": int(is_on),
                "reason": reason,
            }
            SHARING.append(connection, previous, row)

    def changes(self, actor: Actor, workspace_id: str) -> list[SharingChange]:
        """Every decision, oldest first; for owners."""
        query = (
            select(sharing, person.c.name)
            .join(person, person.c.id == sharing.c.person_id)
            .where(sharing.c.workspace_id == workspace_id)
            .order_by(sharing.c.seq)
        )
        with reading(self._engine, actor) as connection:
            reach_workspace(connection, actor, workspace_id, "manage")
            return [
                SharingChange(row.at, row.name, bool(row.is_on), row.reason)
                for row in connection.execute(query)
            ]
