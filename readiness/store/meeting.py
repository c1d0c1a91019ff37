"""How an assessment that arrives stands to what is here under the same id."""

from collections.abc import Sequence
from typing import Literal

from pydantic import ValidationError
from sqlalchemy import Connection, select

from readiness.domain.errors import InputRefused
from readiness.store.entries import assemble, entry_key, normal
from readiness.store.following import Step, Stored, first_fault
from readiness.store.parcel import Parcel
from readiness.store.records import Put
from readiness.store.tables import assessment, evidence_file, history

Meeting = Literal["new", "same", "newer", "older", "apart"]
"""new: nothing is here under this id. same: exactly this is here. newer: it goes on from what is
here. older: what is here goes on from it. apart: both went on, each in its own way."""


def meeting(connection: Connection, parcel: Parcel) -> Meeting:
    """Told by the hashes of the two histories: the shorter one begins the longer one, or not."""
    query = select(history.c.sha256).where(history.c.assessment_id == parcel.id)
    here = tuple(connection.execute(query.order_by(history.c.seq)).scalars())
    if not here:
        return "new"
    shared = min(len(here), len(parcel.links))
    if here[:shared] != parcel.links[:shared]:
        return "apart"
    if len(here) == len(parcel.links):
        return "same"
    return "newer" if len(here) == shared else "older"


def workspace_here(connection: Connection, parcel: Parcel) -> str | None:
    """The workspace in which it stands here; None if it does not."""
    query = select(assessment.c.workspace_id).where(assessment.c.id == parcel.id)
    return connection.execute(query).scalar_one_or_none()


def taken_files(connection: Connection, parcel: Parcel) -> bool:
    """Whether another assessment holds a file under one of its ids."""
    ids = [file.id for file in parcel.files]
    query = select(evidence_file.c.id).where(
        evidence_file.c.id.in_(ids), evidence_file.c.assessment_id != parcel.id
    )
    return connection.execute(query).first() is not None


def fault_of(parcel: Parcel) -> str:
    """Where a parcel is first not what its own history says; empty if nowhere."""
    stored: Stored = {(e.kind, e.key): e.payload for e in parcel.entries}
    if len(stored) != len(parcel.entries):
        return "an entry stands in it twice"
    if not parcel.history:
        return "its history is gone"
    marks = {row.by for row in parcel.history} | {e.by for e in parcel.entries}
    marks |= {f.by for f in parcel.files} | {one.by for one in parcel.exports}
    if not marks <= parcel.people.keys():
        return "somebody in it has no name"
    return _no_value(parcel) or first_fault(parcel.history_sha256, _steps(parcel), stored)


def _no_value(parcel: Parcel) -> str:
    """The first entry that is no value of its kind, or what makes the whole no assessment."""
    payloads = [(entry_key(e.kind, e.key), e.payload) for e in parcel.entries]
    there = [(at, payload) for at, payload in payloads if payload is not None]
    try:
        for at, payload in there:
            normal(Put(at.kind, at.key, payload))
        if there:
            assemble(there)
    except (InputRefused, ValidationError) as error:
        return f"something in it is no value that an assessment holds: {error}"
    return ""


def _steps(parcel: Parcel) -> Sequence[Step]:
    return [
        Step(
            seq=number,
            assessment_id=parcel.id,
            mark=row.by,
            name=parcel.people[row.by],
            undo_of=row.undoes,
            **row.model_dump(exclude={"by", "undoes"}),
        )
        for number, row in enumerate(parcel.history, start=1)
    ]
