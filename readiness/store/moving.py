"""Assessments moved from one store to another: there whole, and out of sight here."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Engine, Row, select, update

from readiness.domain.base import remade
from readiness.domain.errors import NotFound, ReadinessError
from readiness.store.access import Reached
from readiness.store.connection import opened, reading, writing
from readiness.store.custody import Met, refuse_broken, shipped
from readiness.store.meeting import meeting, workspace_here
from readiness.store.people import LOCAL, add_workspace, make_local_owner, workspaces_of
from readiness.store.rights import FULL
from readiness.store.tables import assessment, history, person, workspace
from readiness.store.taking import take
from readiness.store.writing import Writer


@dataclass(frozen=True)
class Holding:
    """An assessment of a store, in sight or not."""

    id: str
    title: str
    client_id: str
    client: str
    changed_at: datetime
    is_deleted: bool
    is_frozen: bool


def holdings(url: str) -> list[Holding]:
    """Every assessment of a store, by client. Raises StoreUnavailable."""
    with opened(url) as engine, reading(engine, "administrator") as connection:
        query = (
            select(assessment, workspace.c.name.label("client"))
            .join(workspace, workspace.c.id == assessment.c.workspace_id)
            .order_by(workspace.c.name, workspace.c.id, assessment.c.created_at)
        )
        return [_holding(row) for row in connection.execute(query)]


def moved(
    url: str, to: str, client: str | None = None, assessment_id: str | None = None
) -> list[Met]:
    """Move all of a store, one workspace, or one assessment to another store; how each stood there.

    Both sides are written before either is kept: what fails on the way leaves both as they were.
    Here each stays with its history, out of sight, with one more row that says where it went; what
    was there already goes out of sight alone. Raises ReadinessError.
    """
    if url == to:
        raise ReadinessError("Both addresses are the same. Give that of another store.")
    with (
        opened(url) as source,
        opened(to) as target,
        writing(source, "administrator") as here,
        writing(target, "administrator") as there,
    ):
        make_local_owner(there, datetime.now(UTC))
        _same_owner(here, there)
        return [
            _moved(here, there, id, home, place_of(target), place_of(source))
            for home, id in _wanted(here, client, assessment_id)
        ]


def _wanted(
    here: Connection, client: str | None, assessment_id: str | None
) -> list[tuple[str, str]]:
    """The assessments asked for, each with its workspace. Raises NotFound."""
    query = select(assessment.c.workspace_id, assessment.c.id)
    if client is not None:
        query = query.where(assessment.c.workspace_id == client)
    if assessment_id is not None:
        query = query.where(assessment.c.id == assessment_id)
    found = [(row[0], row[1]) for row in here.execute(query.order_by(assessment.c.created_at))]
    if assessment_id is not None and not found:
        raise NotFound("There is no such assessment. List them with: readiness db list")
    return found


def _moved(here: Connection, there: Connection, id: str, home: str, to: str, origin: str) -> Met:
    before = shipped(here, home, [id])
    [parcel] = before.parcels
    found = meeting(there, parcel)
    if found == "apart":
        raise ReadinessError(
            f"{parcel.title} ({id[:8]}) was changed in both stores, each in its own way. Nothing "
            "was moved. Delete one of the two, or export it as a folder and import it as a copy."
        )
    goes = found in ("new", "newer")
    if parcel.deleted_at is None:
        _out_of_sight(here, id, to)
    if goes:
        sent = shipped(here, home, [id])
        [parcel] = (remade(p, deleted_at=parcel.deleted_at) for p in sent.parcels)
        into = workspace_here(there, parcel) or _home_there(there, before.client.name)
        take(there, LOCAL, into, parcel, sent.tables, datetime.now(UTC), origin)
        refuse_broken(there, parcel)
    return Met(id, parcel.title, found, before.client.name)


def _out_of_sight(here: Connection, id: str, to: str) -> None:
    row = here.execute(select(assessment).where(assessment.c.id == id)).one()
    writer = Writer(here, LOCAL, Reached(row, FULL), datetime.now(UTC))
    writer.record("assessment", "", {"title": writer.title}, None, f"Moved to {to}")
    writer.finish(deleted_at=writer.at)


def _home_there(there: Connection, name: str) -> str:
    """The workspace of this name there; made if there is none."""
    mine = {one.name: one.id for one in workspaces_of(there, LOCAL)}
    return mine.get(name) or add_workspace(there, LOCAL, name, datetime.now(UTC))


def _same_owner(here: Connection, there: Connection) -> None:
    """The owner of a store in which nothing was done yet is the one of the store that moves."""
    mine = history.c.person_id == LOCAL.person_id
    if there.execute(select(history.c.seq).where(mine).limit(1)).first() is None:
        owner = person.c.id == LOCAL.person_id
        mark = here.execute(select(person.c.mark).where(owner)).scalar_one_or_none()
        there.execute(update(person).where(owner).values(mark=mark))


def place_of(engine: Engine) -> str:
    """A store as the history names it: kind and name, neither machine nor password."""
    name = str(engine.url.database).rpartition("/")[2]
    return f"{engine.url.get_backend_name()} {name}"


def _holding(row: Row[Any]) -> Holding:
    return Holding(
        id=row.id,
        title=row.title,
        client_id=row.workspace_id,
        client=row.client,
        changed_at=row.changed_at,
        is_deleted=row.deleted_at is not None,
        is_frozen=row.frozen_at is not None,
    )
