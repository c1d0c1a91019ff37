"""A new owner, named by whoever looks after the store: for a workspace that nobody can open."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import select

from readiness.domain.errors import NotFound
from readiness.store import members, people
from readiness.store.access import owners_of
from readiness.store.connection import opened, reading, writing
from readiness.store.parcel import Named
from readiness.store.tables import workspace


@dataclass(frozen=True)
class Owned:
    """A workspace of the store with the names of its owners, and the members with an address."""

    id: str
    name: str
    owners: tuple[str, ...]
    members: tuple[Named, ...]


def owned(url: str) -> list[Owned]:
    """Every workspace of a store, whoever its members are, by name. Raises StoreUnavailable."""
    query = select(workspace.c.id, workspace.c.name).order_by(workspace.c.name, workspace.c.id)
    with opened(url) as engine, reading(engine, "administrator") as connection:
        rows = connection.execute(query).all()
        return [
            Owned(
                id=row.id,
                name=row.name,
                owners=tuple(owners_of(connection, row.id)),
                members=members.named_in(connection, row.id),
            )
            for row in rows
        ]


def name_owner(url: str, workspace_id: str, login: str, reason: str) -> None:
    """Make whom an address belongs an owner, beside those there are; a row of the history says it.

    It names the owner of this computer as the one who did it. Raises NotFound, StoreUnavailable.
    """
    at = datetime.now(UTC)
    with opened(url) as engine, writing(engine, "administrator") as connection:
        people.make_local_owner(connection, at)
        query = select(workspace.c.id).where(workspace.c.id == workspace_id)
        if connection.execute(query).first() is None:
            raise NotFound("There is no such workspace.")
        who = people.invited(connection, login)
        members.put(connection, workspace_id, people.LOCAL, who, "owner", at, reason=reason)
