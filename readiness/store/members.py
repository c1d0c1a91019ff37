"""Who is a member of a workspace, and every change of it, one linked to the one before."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, delete, func, insert, select, update

from readiness.store.chain import BEGINNING, member_link
from readiness.store.membership import Member, MemberChange, refuse_last_owner
from readiness.store.records import Actor
from readiness.store.rights import Role
from readiness.store.tables import member, member_history, person, workspace


def members_of(connection: Connection, workspace_id: str) -> list[Member]:
    """Every member, by name."""
    query = (
        select(member, person.c.name, person.c.login)
        .join(person, person.c.id == member.c.person_id)
        .where(member.c.workspace_id == workspace_id)
        .order_by(person.c.name, person.c.id)
    )
    return [
        Member(Actor(row.person_id), row.name, row.login or "", row.role, row.source)
        for row in connection.execute(query)
    ]


def put(
    connection: Connection,
    workspace_id: str,
    by: Actor,
    who: Actor,
    role: Role | None,
    at: datetime,
    *,
    reason: str = "",
    source: str = "table",
) -> bool:
    """Give a person a role, or take it away (None), with a row of history; whether that is new.

    Raises NotAllowed for the last owner. One change of a workspace waits for the other.
    """
    last: str = connection.execute(
        select(workspace.c.members_sha256).where(workspace.c.id == workspace_id).with_for_update()
    ).scalar_one()
    query = select(member.c.role).where(_is(workspace_id, who))
    old: Role | None = connection.execute(query).scalar_one_or_none()
    if old == role:
        return False
    if old == "owner":
        refuse_last_owner(_owners(connection, workspace_id) - 1)
    _keep(connection, workspace_id, who, old, role, source)
    row = {
        "workspace_id": workspace_id,
        "person_id": by.person_id,
        "member_id": who.person_id,
        "at": at,
        "old": old,
        "new": role,
        "reason": reason,
    }
    sha256 = member_link(last, row)
    connection.execute(insert(member_history).values(**row, sha256=sha256))
    connection.execute(
        update(workspace).where(workspace.c.id == workspace_id).values(members_sha256=sha256)
    )
    return True


def _keep(
    connection: Connection,
    workspace_id: str,
    who: Actor,
    old: Role | None,
    role: Role | None,
    source: str,
) -> None:
    if role is None:
        connection.execute(delete(member).where(_is(workspace_id, who)))
    elif old is None:
        values = {"workspace_id": workspace_id, "person_id": who.person_id}
        connection.execute(insert(member).values(**values, role=role, source=source))
    else:
        values = {"role": role, "source": source}
        connection.execute(update(member).where(_is(workspace_id, who)).values(values))


def _is(workspace_id: str, who: Actor) -> ColumnElement[bool]:
    return (member.c.workspace_id == workspace_id) & (member.c.person_id == who.person_id)


def changes_of(connection: Connection, workspace_id: str) -> list[MemberChange]:
    """Every change, oldest first."""
    return [
        MemberChange(row.at, row.by_name, row.member_name, row.old, row.new, row.reason)
        for row in _rows(connection)
        if row.workspace_id == workspace_id
    ]


def broken(connection: Connection) -> Iterator[tuple[str, str, str]]:
    """Of each workspace whose members are not what their history says: id, name and place."""
    said: dict[str, dict[str, Role | None]] = {}
    last: dict[str, str] = {}
    wrong: dict[str, str] = {}
    for row in _rows(connection):
        id = row.workspace_id
        last[id] = member_link(last.get(id, BEGINNING), row._asdict())
        if last[id] != row.sha256:
            wrong.setdefault(id, f"the change of members of {row.at:%d %b %Y %H:%M} UTC")
        said.setdefault(id, {})[row.member_id] = row.new
    stored: dict[str, dict[str, Role]] = {}
    for row in connection.execute(select(member)):
        stored.setdefault(row.workspace_id, {})[row.person_id] = row.role
    for row in connection.execute(select(workspace).order_by(workspace.c.name)):
        there = {who: role for who, role in said.get(row.id, {}).items() if role is not None}
        if row.id in wrong:
            yield row.id, row.name, f"{wrong[row.id]} was altered, or one before it taken out"
        elif row.members_sha256 != last.get(row.id, BEGINNING):
            yield row.id, row.name, "changes of members at the end were taken out or added"
        elif stored.get(row.id, {}) != there:
            yield row.id, row.name, "its members are not what their history says"


def _owners(connection: Connection, workspace_id: str) -> int:
    query = select(func.count()).select_from(member)
    mine = query.where(member.c.workspace_id == workspace_id, member.c.role == "owner")
    return int(connection.execute(mine).scalar_one())


def _rows(connection: Connection) -> Iterator[Row[Any]]:
    by, who = person.alias("by"), person.alias("who")
    query = (
        select(member_history, by.c.name.label("by_name"), who.c.name.label("member_name"))
        .join(by, by.c.id == member_history.c.person_id)
        .join(who, who.c.id == member_history.c.member_id)
        .order_by(member_history.c.seq)
    )
    yield from connection.execute(query)
