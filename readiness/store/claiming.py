"""Roles that come with a sign-in: given and taken as its claim says, never against an owner."""

import secrets
from datetime import datetime

from sqlalchemy import Connection, column, insert, select

from readiness.store import members, people
from readiness.store.acting import errand
from readiness.store.membership import SIGN_IN, SIGN_IN_NAME, Claimed, may_follow
from readiness.store.records import Actor
from readiness.store.tables import member, member_history, person


def follow(connection: Connection, who: Actor, claimed: Claimed, at: datetime) -> None:
    """Give this person the roles of their claim, take those of an earlier one (``may_follow``).

    By order of whoever looks after the store: nobody acts yet.
    """
    with errand(connection, "administrator"):
        _follow(connection, who, claimed, at)


def _follow(connection: Connection, who: Actor, claimed: Claimed, at: datetime) -> None:
    mine = select(member.c.workspace_id, member.c.source).where(member.c.person_id == who.person_id)
    held: dict[str, str] = {row.workspace_id: row.source for row in connection.execute(mine)}
    by_claim = {workspace for workspace, source in held.items() if source == "claim"}
    for workspace in sorted(by_claim | claimed.roles.keys()):
        last = _last(connection, workspace, who)
        if may_follow(claimed, held.get(workspace), last):
            _know(connection)
            role = claimed.roles.get(workspace)
            reason = claimed.reason if role else f"no longer: {claimed.reason}"
            members.put(
                connection, workspace, SIGN_IN, who, role, at, reason=reason, source="claim"
            )


def _last(connection: Connection, workspace: str, who: Actor) -> tuple[Actor, datetime] | None:
    """Who changed this membership last, and when."""
    query = (
        select(member_history.c.person_id, member_history.c.at)
        .where(
            member_history.c.workspace_id == workspace,
            member_history.c.member_id == who.person_id,
        )
        .order_by(member_history.c.seq.desc())
        .limit(1)
    )
    row = connection.execute(query).one_or_none()
    return None if row is None else (Actor(row.person_id), row.at)


def _know(connection: Connection) -> None:
    """In whose name such changes stand, unless another process was faster."""
    connection.execute(select(column("version_num")).select_from(people.VERSION).with_for_update())
    if not people.is_known(connection, SIGN_IN):
        named = {"id": SIGN_IN.person_id, "name": SIGN_IN_NAME, "mark": secrets.token_hex(16)}
        connection.execute(insert(person).values(named))
