"""People, workspaces and who is a member of which."""

import secrets

from sqlalchemy import Connection, column, insert, select, table

from readiness.domain.errors import NotAllowed, NotFound
from readiness.store.access import reach_workspace
from readiness.store.records import Actor, Role, Workspace
from readiness.store.tables import member, person, workspace

LOCAL = Actor("local")
"""The owner of everything in a store without sign-in."""

LOCAL_NAME = "Owner of this computer"
FIRST_WORKSPACE = "My assessments"
VERSION = table("alembic_version", column("version_num"))


def is_known(connection: Connection, actor: Actor) -> bool:
    """Whether there is such a person."""
    query = select(person.c.id).where(person.c.id == actor.person_id)
    return connection.execute(query).first() is not None


def make_local_owner(connection: Connection) -> None:
    """The local owner with a first workspace, unless another process was faster."""
    # One at a time, where the database has not queued the writers already.
    connection.execute(select(column("version_num")).select_from(VERSION).with_for_update())
    if not is_known(connection, LOCAL):
        local = {"id": LOCAL.person_id, "name": LOCAL_NAME, "mark": secrets.token_hex(16)}
        connection.execute(insert(person).values(local))
        add_workspace(connection, LOCAL, FIRST_WORKSPACE)


def add_person(connection: Connection, name: str) -> Actor:
    """A person under a fresh id."""
    id = secrets.token_hex(16)
    connection.execute(insert(person).values(id=id, name=name))
    return Actor(id)


def add_workspace(connection: Connection, actor: Actor, name: str) -> str:
    """A workspace that the actor owns; its id."""
    id = secrets.token_hex(16)
    connection.execute(insert(workspace).values(id=id, name=name))
    connection.execute(
        insert(member).values(workspace_id=id, person_id=actor.person_id, role="owner")
    )
    return id


def add_member(
    connection: Connection, actor: Actor, workspace_id: str, added: Actor, role: Role
) -> None:
    """Make a person a member. Raises NotFound, NotAllowed."""
    if reach_workspace(connection, actor, workspace_id) != "owner":
        raise NotAllowed("An owner of the workspace adds members.")
    if not is_known(connection, added):
        raise NotFound("There is no such person.")
    connection.execute(
        insert(member).values(workspace_id=workspace_id, person_id=added.person_id, role=role)
    )


def workspaces_of(connection: Connection, actor: Actor) -> list[Workspace]:
    """The workspaces of which the actor is a member."""
    query = (
        select(workspace.c.id, workspace.c.name, member.c.role)
        .join(member, member.c.workspace_id == workspace.c.id)
        .where(member.c.person_id == actor.person_id)
        .order_by(workspace.c.name, workspace.c.id)
    )
    return [Workspace(row.id, row.name, row.role) for row in connection.execute(query)]
