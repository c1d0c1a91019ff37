"""Assessments given away, taken in and erased, by one acting person."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from sqlalchemy import Connection, Engine, select

from readiness.domain.base import remade
from readiness.domain.errors import NotAllowed, NotFound, ReadinessError
from readiness.store.access import reach_workspace
from readiness.store.acting import errand
from readiness.store.connection import opened, reading, scrub, writing
from readiness.store.erasing import Erased, Request, erase
from readiness.store.exports import SqlExports
from readiness.store.following import first_fault
from readiness.store.giving import give
from readiness.store.meeting import Meeting, fault_of, meeting, taken_files, workspace_here
from readiness.store.members import named_in
from readiness.store.parcel import Client, Parcel, table_hash
from readiness.store.people import add_workspace, workspaces_of
from readiness.store.records import Actor
from readiness.store.tables import assessment, workspace
from readiness.store.taking import take
from readiness.store.verifying import steps_of, stored_in

Tables = dict[str, bytes]
"""Coded tables by the id of their file."""


@dataclass(frozen=True)
class Shipment:
    """What travels together: one assessment of a client, or all of them."""

    client: Client
    parcels: tuple[Parcel, ...]
    tables: Tables

    def fault(self) -> str:
        """The first place at which it does not hold together; empty if there is none."""
        files = [file for parcel in self.parcels for file in parcel.files]
        hashes = {file.id: file.table_sha256 for file in files}
        if len(hashes) != len(files) or len({p.id for p in self.parcels}) != len(self.parcels):
            return "something stands in it twice"
        if hashes != {id: table_hash(table) for id, table in self.tables.items()}:
            return "the table of a file is missing, or another one"
        for parcel in self.parcels:
            if fault := fault_of(parcel):
                return f"{parcel.title}: {fault}"
        return ""


@dataclass(frozen=True)
class Met:
    """How one assessment of a shipment stands to what is here; ``client``: where it is here."""

    id: str
    title: str
    meeting: Meeting
    client: str = ""


class Custody:
    """What one acting person does with assessments as a whole; each call says who may."""

    def __init__(
        self, engine: Engine, actor: Actor, clock: Callable[[], datetime] | None = None
    ) -> None:
        self._engine = engine
        self._actor = actor
        self._clock = clock or (lambda: datetime.now(UTC))

    def give(self, workspace_id: str, assessment_id: str | None = None) -> Shipment:
        """All assessments of a workspace, deleted ones too, with the names of its members; or one.

        Raises NotFound, NotAllowed, and ReadinessError for one whose history is broken.
        """
        with reading(self._engine, self._actor) as connection:
            reach_workspace(connection, self._actor, workspace_id, "write")
            ids = held_ids(connection, workspace_id)
            if assessment_id is not None:
                if assessment_id not in ids:
                    raise NotFound("There is no such assessment.")
                return shipped(connection, workspace_id, [assessment_id])
            found = shipped(connection, workspace_id, ids)
            told = remade(found.client, members=named_in(connection, workspace_id))
            return replace(found, client=told)

    def meet(self, shipment: Shipment) -> list[Met]:
        """How each of it stands to what is here. Raises ReadinessError for what is not whole."""
        with reading(self._engine, self._actor) as connection:
            return [self._met(connection, parcel) for parcel in shipment.parcels]

    def take(self, shipment: Shipment, into: str | None, origin: str) -> list[Met]:
        """Write what is new or newer here, all or nothing; how each stood before.

        ``into``: the workspace for what is new; None: a new one of the client's name. What is here
        already stays in its workspace. Raises NotFound, NotAllowed, ReadinessError.
        """
        with writing(self._engine, self._actor) as connection:
            met = [self._met(connection, parcel) for parcel in shipment.parcels]
            if into is None and any(one.meeting == "new" for one in met):
                into = self._new_client(connection, shipment.client.name)
            for parcel, one in zip(shipment.parcels, met, strict=True):
                if one.meeting in ("new", "newer"):
                    home = workspace_here(connection, parcel) or str(into)
                    reach_workspace(connection, self._actor, home, "write")
                    at = self._clock()
                    take(connection, self._actor, home, parcel, shipment.tables, at, origin)
                    refuse_broken(connection, parcel)
            return met

    def note_export(self, shipment: Shipment, what: str, file_sha256: str) -> None:
        """Note with each assessment that the actor took it out; not with deleted ones."""
        exports = SqlExports(self._engine, self._clock)
        for parcel in shipment.parcels:
            if parcel.deleted_at is None:
                exports.note(self._actor, parcel.id, what, file_sha256)

    def erase(self, assessment_id: str, request: Request) -> Erased:
        """Erase on request, by an owner. Raises NotFound, NotAllowed, InputRefused."""
        with writing(self._engine, self._actor) as connection:
            found = erase(connection, self._actor, assessment_id, request, self._clock())
        scrub(self._engine)
        return found

    def _met(self, connection: Connection, parcel: Parcel) -> Met:
        refuse_faulty(parcel)
        with errand(connection, "custody"):
            here, files_taken = workspace_here(connection, parcel), taken_files(connection, parcel)
        mine = {one.id: one for one in workspaces_of(connection, self._actor)}
        if (here is not None and here not in mine) or files_taken:
            raise NotAllowed(f"{parcel.title} cannot be taken in here: its number is in use.")
        client = mine[here].name if here else ""
        return Met(parcel.id, parcel.title, meeting(connection, parcel), client)

    def _new_client(self, connection: Connection, name: str) -> str:
        taken = {one.name.casefold() for one in workspaces_of(connection, self._actor)}
        names = (name, *(f"{name} ({n})" for n in range(2, len(taken) + 3)))
        free = next(n for n in names if n.casefold() not in taken)
        return add_workspace(connection, self._actor, free, self._clock())


@contextmanager
def custody(url: str, actor: Actor) -> Iterator[Custody]:
    """Giving and taking at an address. Raises StoreUnavailable."""
    with opened(url) as engine:
        yield Custody(engine, actor)


def held_ids(connection: Connection, workspace_id: str) -> list[str]:
    """Every assessment of a workspace, deleted ones too, oldest first."""
    query = select(assessment.c.id).where(assessment.c.workspace_id == workspace_id)
    return list(
        connection.execute(query.order_by(assessment.c.created_at, assessment.c.id)).scalars()
    )


def shipped(connection: Connection, workspace_id: str, ids: Sequence[str]) -> Shipment:
    """These assessments of a workspace. Raises ReadinessError for a broken history."""
    query = select(workspace.c.name).where(workspace.c.id == workspace_id)
    client = Client(id=workspace_id, name=connection.execute(query).scalar_one())
    given = [give(connection, id) for id in ids]
    for parcel, _ in given:
        refuse_faulty(parcel)
    tables = {id: table for _, mine in given for id, table in mine.items()}
    return Shipment(client, tuple(parcel for parcel, _ in given), tables)


def refuse_faulty(parcel: Parcel) -> None:
    """Raise ReadinessError for a parcel that is not what its own history says."""
    if fault := fault_of(parcel):
        raise ReadinessError(
            f"{parcel.title} ({parcel.id[:8]}) does not travel, its history is broken: {fault}"
        )


def refuse_broken(connection: Connection, parcel: Parcel) -> None:
    """Raise ReadinessError if what was written does not read as it was sent."""
    query = select(assessment.c.history_sha256).where(assessment.c.id == parcel.id)
    last = connection.execute(query).scalar_one()
    steps, stored = steps_of(connection, parcel.id), stored_in(connection, parcel.id)
    if fault := first_fault(last, steps, stored):
        raise ReadinessError(f"{parcel.title} was not written as it came, nothing is kept: {fault}")
