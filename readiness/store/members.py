"""Who is a member of a workspace, and every change of it, one linked to the one before."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, delete, func, insert, select, update

from readiness.store.beside import Chain
from readiness.store.membership import Member, MemberChange, refuse_last_owner
from readiness.store.parcel import Named
from readiness.store.records import Actor
from readiness.store.rights import Role
from readiness.store.tables import member, member_history, person, workspace

MEMBERS = Chain(
    rows=member_history,
    of=workspace,
    title=workspace.c.name,
    last=workspace.c.members_sha256,
    linked=("workspace_id", "person_id", "member_id", "old", "new", "reason"),
    one="change of members",
    several="changes of members",
)


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


def named_in(connection: Connection, workspace_id: str) -> tuple[Named, ...]:
    """Those of whom an address is known, as they are told where all of a workspace travels."""
    return tuple(
        Named(name=one.name, login=one.login, role=one.role)
        for one in members_of(connection, workspace_id)
        if one.login
    )


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
    last = MEMBERS.hold(connection, workspace_id)
    query = select(member.c.role, member.c.source).where(_is(workspace_id, who))
    held = connection.execute(query).one_or_none()
    old: Role | None = held.role if held else None
    # An owner who gives the role that a claim gave has decided it from now on.
    if old == role and (held is None or held.source == source):
        return False
    if old == "owner" != role:
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
    MEMBERS.append(connection, last, row)
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
    by, who = person.alias("by"), person.alias("who")
    query = (
        select(member_history, by.c.name.label("by_name"), who.c.name.label("member_name"))
        .join(by, by.c.id == member_history.c.person_id)
        .join(who, who.c.id == member_history.c.member_id)
        .where(member_history.c.workspace_id == workspace_id)
        .order_by(member_history.c.seq)
    )
    return [
        MemberChange(row.at, row.by_name, row.member_name, row.old, row.new, row.reason)
        for row in connection.execute(query)
    ]


def broken(connection: Connection) -> Iterator[tuple[str, str, str]]:
    """Of each workspace whose members are not what their history says: id, name and place."""
    wrong = {id: (id, name, place) for id, name, place in MEMBERS.broken(connection)}
    yield from wrong.values()
    said = _roles(
        connection, select(member_history).order_by(member_history.c.seq), "member_id", "new"
    )
    there = _roles(connection, select(member), "person_id", "role")
    for row in connection.execute(select(workspace).order_by(workspace.c.name)):
        if row.id not in wrong and said.get(row.id, {}) != there.get(row.id, {}):
            yield row.id, row.name, "its members are not what their history says"


def _roles(
    connection: Connection, rows: Select[Any], who: str, role: str
) -> dict[str, dict[str, Role]]:
    """The last role of each person in each workspace; none, and they are not in it."""
    found: dict[str, dict[str, Role]] = defaultdict(dict)
    for row in connection.execute(rows):
        found[row.workspace_id].pop(getattr(row, who), None)
        if (last := getattr(row, role)) is not None:
            found[row.workspace_id][getattr(row, who)] = last
    return found


def _owners(connection: Connection, workspace_id: str) -> int:
    query = select(func.count()).select_from(member)
    mine = query.where(member.c.workspace_id == workspace_id, member.c.role == "owner")
    return int(connection.execute(mine).scalar_one())
