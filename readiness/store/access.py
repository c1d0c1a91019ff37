"""Who may reach what: every query passes here, so that no page has to be trusted."""

from sqlalchemy import Connection, Row, select

from readiness.domain.errors import NotAllowed, NotFound
from readiness.store.records import WRITERS, Actor
from readiness.store.sealing import Frozen, seal_of
from readiness.store.tables import assessment, member


def reach(
    connection: Connection,
    actor: Actor,
    assessment_id: str,
    *,
    write: bool = False,
    frozen_too: bool = False,
    alone: bool = False,
) -> Row[tuple[object, ...]]:
    """The assessment's row with the actor's role.

    Raises NotFound if there is none in the actor's workspaces, NotAllowed if they may only read,
    Frozen for a change of a frozen one, unless ``frozen_too``. ``alone``: others wait for what a
    reader keeps beside it.
    """
    query = (
        select(assessment, member.c.role)
        .join(member, member.c.workspace_id == assessment.c.workspace_id)
        .where(
            assessment.c.id == assessment_id,
            assessment.c.deleted_at.is_(None),
            member.c.person_id == actor.person_id,
        )
    )
    if write or alone:
        # Nothing on SQLite, whose writers already queue; a row lock on a database with many.
        query = query.with_for_update(of=assessment)
    row = connection.execute(query).one_or_none()
    if row is None:
        raise NotFound("There is no such assessment.")
    if write:
        _refuse_reader(row.role)
        if (seal := seal_of(row)) and not frozen_too:
            raise Frozen(seal)
    return row


def reach_workspace(
    connection: Connection, actor: Actor, workspace_id: str, *, write: bool = False
) -> str:
    """The actor's role in a workspace. Raises NotFound and NotAllowed as ``reach`` does."""
    role: str | None = connection.execute(
        select(member.c.role).where(
            member.c.workspace_id == workspace_id, member.c.person_id == actor.person_id
        )
    ).scalar_one_or_none()
    if role is None:
        raise NotFound("There is no such workspace.")
    if write:
        _refuse_reader(role)
    return role


def _refuse_reader(role: str) -> None:
    if role not in WRITERS:
        raise NotAllowed("You may read here, and change nothing.")
