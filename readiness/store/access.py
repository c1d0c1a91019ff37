"""Who may reach what: every query passes here, so that no page has to be trusted."""

from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, select

from readiness.domain.errors import NotFound
from readiness.store.records import Actor
from readiness.store.rights import Assignment, Right, Role, Standing, refuse
from readiness.store.sealing import Frozen, seal_of
from readiness.store.tables import assessment, assignment, member, person

CHANGING: frozenset[Right] = frozenset({"answer", "write"})


class Reached(NamedTuple):
    """An assessment's row, and how the actor stands to it."""

    row: Row[Any]
    standing: Standing


def reach(
    connection: Connection,
    actor: Actor,
    assessment_id: str,
    right: Right,
    *,
    frozen_too: bool = False,
    alone: bool = False,
) -> Reached:
    """The assessment for a person to whom their role gives this right.

    Raises NotFound if there is none in the actor's workspaces, or, for a respondent, none that was
    assigned to them; NotAllowed if the role does not give the right; Frozen for a change of a
    frozen one, unless ``frozen_too``. ``alone``: others wait for what a reader keeps beside it.
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
    if right in CHANGING or alone:
        # Nothing on SQLite, whose writers already queue; a row lock on a database with many.
        query = query.with_for_update(of=assessment)
    row = connection.execute(query).one_or_none()
    if row is None:
        raise _no_assessment()
    standing = Standing(row.role)
    if row.role == "respondent":
        standing = Standing(row.role, assignments_of(connection, actor).get(assessment_id))
        if standing.assigned is None:
            raise _no_assessment()
    _refuse(connection, row.role, right, row.workspace_id)
    if right in CHANGING and (seal := seal_of(row)) and not frozen_too:
        raise Frozen(seal)
    return Reached(row, standing)


def _no_assessment() -> NotFound:
    return NotFound("There is no such assessment.")


def reach_workspace(
    connection: Connection, actor: Actor, workspace_id: str, right: Right = "see"
) -> Role:
    """The actor's role in a workspace. Raises NotFound and NotAllowed as ``reach`` does."""
    role: Role | None = connection.execute(
        select(member.c.role).where(
            member.c.workspace_id == workspace_id, member.c.person_id == actor.person_id
        )
    ).scalar_one_or_none()
    if role is None:
        raise NotFound("There is no such workspace.")
    _refuse(connection, role, right, workspace_id)
    return role


def assignments_of(connection: Connection, actor: Actor) -> dict[str, Assignment]:
    """What a person answers, by assessment."""
    query = select(assignment).where(assignment.c.person_id == actor.person_id)
    return {
        row.assessment_id: Assignment(row.respondent, tuple(row.questions))
        for row in connection.execute(query)
    }


def _refuse(connection: Connection, role: Role, right: Right, workspace_id: str) -> None:
    refuse(role, right, lambda: owners_of(connection, workspace_id))


def owners_of(connection: Connection, workspace_id: str) -> list[str]:
    """The names of those who own a workspace."""
    query = select(person.c.name).join(member, member.c.person_id == person.c.id)
    mine = query.where(member.c.workspace_id == workspace_id, member.c.role == "owner")
    return list(connection.execute(mine.order_by(person.c.name)).scalars())
