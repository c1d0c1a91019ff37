"""People and workspaces."""

import secrets
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, column, insert, select, table, update

from readiness.domain.errors import NotFound
from readiness.store import members
from readiness.store.acting import begins, errand
from readiness.store.records import Actor, Workspace
from readiness.store.tables import member, person, workspace

LOCAL = Actor("local")
"""The owner of everything in a store without sign-in."""

LOCAL_NAME = "Owner of this computer"
FIRST_WORKSPACE = "My assessments"
VERSION = table("alembic_version", column("version_num"))


def is_known(connection: Connection, actor: Actor) -> bool:
    """Whether there is such a person."""
    return _find(connection, person.c.id == actor.person_id) is not None


def make_local_owner(connection: Connection, at: datetime) -> None:
    """The local owner with a first workspace, unless another process was faster."""
    # One at a time, where the database has not queued the writers already.
    connection.execute(select(column("version_num")).select_from(VERSION).with_for_update())
    if not is_known(connection, LOCAL):
        local = {"id": LOCAL.person_id, "name": LOCAL_NAME, "mark": secrets.token_hex(16)}
        with errand(connection, "register"):
            connection.execute(insert(person).values(local))
        add_workspace(connection, LOCAL, FIRST_WORKSPACE, at)


def add_person(
    connection: Connection, name: str, login: str | None = None, subject: str | None = None
) -> Actor:
    """A person under a fresh id."""
    id = secrets.token_hex(16)
    values = {"id": id, "name": name, "login": login, "subject": subject}
    with errand(connection, "register"):
        connection.execute(insert(person).values(values))
    return Actor(id)


def invited(connection: Connection, login: str) -> Actor:
    """The person who signs in with an address; known by it alone until they do."""
    return _find(connection, person.c.login == login) or add_person(connection, login, login)


def signed_in(connection: Connection, subject: str, login: str | None, name: str) -> Actor:
    """The person of a sign-in: known by it, invited by their address, or new.

    ``login``: an address that whom they signed in with vouches for; None if nobody does.
    """
    known = _find(connection, person.c.subject == subject)
    if known is None and login is not None:
        known = _find(connection, (person.c.login == login) & person.c.subject.is_(None))
    if known is None:
        taken = login is not None and _find(connection, person.c.login == login) is not None
        return add_person(connection, name, None if taken else login, subject)
    values = {"subject": subject, "name": name}
    with errand(connection, "register"):
        connection.execute(update(person).where(person.c.id == known.person_id).values(values))
    return known


def add_workspace(connection: Connection, actor: Actor, name: str, at: datetime) -> str:
    """A workspace that the actor owns; its id. Raises NotFound for an unknown person."""
    if not is_known(connection, actor):
        raise NotFound("There is no such person.")
    id = secrets.token_hex(16)
    begins(connection, id)
    connection.execute(insert(workspace).values(id=id, name=name))
    members.put(connection, id, actor, actor, "owner", at, reason="the workspace was begun")
    return id


def workspaces_of(connection: Connection, actor: Actor) -> list[Workspace]:
    """The workspaces of which the actor is a member."""
    query = (
        select(workspace.c.id, workspace.c.name, member.c.role)
        .join(member, member.c.workspace_id == workspace.c.id)
        .where(member.c.person_id == actor.person_id)
        .order_by(workspace.c.name, workspace.c.id)
    )
    return [Workspace(row.id, row.name, row.role) for row in connection.execute(query)]


def _find(connection: Connection, condition: ColumnElement[bool]) -> Actor | None:
    with errand(connection, "register"):
        found: str | None = connection.execute(
            select(person.c.id).where(condition)
        ).scalar_one_or_none()
    return None if found is None else Actor(found)
