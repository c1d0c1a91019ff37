"""Results in short on a SQL database: what the list and the portfolio of thousands are made of."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy import Connection, Engine, Select, delete, insert, select

from readiness.domain.outline import Outline
from readiness.store.access import reach_workspace
from readiness.store.codec import to_json
from readiness.store.connection import reading, writing
from readiness.store.records import Actor, Outlined
from readiness.store.rights import MAY, Role
from readiness.store.tables import assessment, outline

AT_ONCE = 500
"""Values in one statement: less than any database takes."""


class SqlOutlines:
    """Outlines (see the port for each method) on an engine."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def kept(self, actor: Actor, workspace: str, stamps: Mapping[str, str]) -> dict[str, Outline]:
        """Of these assessments, by id, the outlines that are kept under exactly this stamp."""
        found: dict[str, Outline] = {}
        with reading(self._engine, actor) as connection:
            role = _role(connection, actor, workspace)
            for some in _at_once(stamps):
                there = _there(workspace, some)
                query = select(outline).where(outline.c.assessment_id.in_(there))
                for row in connection.execute(query):
                    if stamps[row.assessment_id] == row.stamp:
                        found[row.assessment_id] = _for(role, Outline.model_validate(row.kept))
        return found

    def keep(self, actor: Actor, workspace: str, made: Mapping[str, Outlined]) -> None:
        """Keep outlines by assessment. No change, no history."""
        with writing(self._engine, actor) as connection:
            # Whoever may read may sum up: it says nothing that is not there already. Who sees no
            # people would leave them out for everybody.
            if _role(connection, actor, workspace) not in MAY["read"]:
                return
            for some in _at_once(made):
                # Two who sum up the same at once: the second waits, and puts its own in place.
                there = _there(workspace, some).with_for_update()
                ids = list(connection.execute(there).scalars())
                if ids:
                    connection.execute(delete(outline).where(outline.c.assessment_id.in_(ids)))
                    connection.execute(insert(outline), [_row(id, made[id]) for id in ids])


def _there(workspace: str, ids: Sequence[str]) -> Select[str]:
    return select(assessment.c.id).where(
        assessment.c.workspace_id == workspace,
        assessment.c.deleted_at.is_(None),
        assessment.c.id.in_(ids),
    )


def _at_once(ids: Iterable[str]) -> Iterator[list[str]]:
    whole = list(ids)
    return (whole[n : n + AT_ONCE] for n in range(0, len(whole), AT_ONCE))


def _row(assessment_id: str, one: Outlined) -> dict[str, object]:
    return {"assessment_id": assessment_id, "stamp": one.stamp, "kept": to_json(one.outline)}


def _role(connection: Connection, actor: Actor, workspace: str) -> Role:
    return reach_workspace(connection, actor, workspace, "judge")


def _for(role: Role, made: Outline) -> Outline:
    return made if role in MAY["read"] else made.without_people()
