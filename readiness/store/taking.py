"""An assessment that arrives, written into the store: new, or brought up to what has arrived."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from readiness.domain.errors import ReadinessError
from readiness.store.acting import errand
from readiness.store.changes import summarise
from readiness.store.entries import entry_key
from readiness.store.erased import SLUG, empty_rows
from readiness.store.exports import EXPORTS
from readiness.store.history import append, recorded
from readiness.store.parcel import Parcel
from readiness.store.people import LOCAL_NAME
from readiness.store.records import Actor
from readiness.store.tables import (
    assessment,
    entry,
    evidence_file,
    export,
    history,
    measured,
    outline,
    person,
)
from readiness.store.writing import content_hash, summary_json

Tables = Mapping[str, bytes]


def take(
    connection: Connection,
    actor: Actor,
    workspace_id: str,
    parcel: Parcel,
    tables: Tables,
    at: datetime,
    origin: str,
) -> None:
    """Write all of it under its own id, and note in its history that it came, and from where.

    What is here under that id must be nothing, or what the parcel goes on from (``meeting``).
    Raises ReadinessError for a frozen one that its seal does not fit; then nothing may be
    committed.
    """
    people = _people(connection, parcel, origin)
    known = connection.execute(
        select(history.c.seq, history.c.erased)
        .where(history.c.assessment_id == parcel.id)
        .order_by(history.c.seq)
    ).all()
    _assessment(connection, workspace_id, parcel, is_known=bool(known))
    _entries(connection, parcel, people)
    _files(connection, parcel, tables, people)
    later = zip(known, parcel.history, strict=False)
    empty_rows(connection, [row.seq for row, new in later if new.erased and not row.erased])
    _history(connection, workspace_id, parcel, people, [row.seq for row in known])
    _exports(connection, parcel, people)
    if parcel.frozen_sha256 not in (None, content_hash(connection, parcel.id)):
        raise ReadinessError(
            f"{parcel.title} was frozen, and what has come is not what was sealed."
        )
    _note(connection, actor, workspace_id, parcel, at, origin)


def _people(connection: Connection, parcel: Parcel, origin: str) -> dict[str, str]:
    """The id here of each person by their mark; who is not known here yet is added."""
    mark = func.coalesce(person.c.mark, person.c.id)
    query = select(mark, person.c.id).where(mark.in_(parcel.people))
    with errand(connection, "register"):
        found = {row[0]: row[1] for row in connection.execute(query)}
        for unknown, name in parcel.people.items():
            if unknown not in found:
                said = f"Owner of another computer ({origin})" if name == LOCAL_NAME else name
                connection.execute(insert(person).values(id=unknown, name=said))
                found[unknown] = unknown
    return found


def _assessment(
    connection: Connection, workspace_id: str, parcel: Parcel, *, is_known: bool
) -> None:
    """Its row; what is made of the entries is made of them, and not believed."""
    payloads = [
        (entry_key(e.kind, e.key), e.payload) for e in parcel.entries if e.payload is not None
    ]
    meta = {at.key: payload for at, payload in payloads if at.kind == "meta"}
    values = {
        "slug": meta.get("id", SLUG),
        "title": meta.get("title", parcel.title),
        "summary": summary_json(summarise(payloads, [f.kind for f in parcel.files])),
        "files_revision": parcel.files_revision,
        "deleted_at": parcel.deleted_at,
        "frozen_at": parcel.frozen_at,
        "frozen_sha256": parcel.frozen_sha256,
        "changed_at": parcel.changed_at,
        "revision": parcel.revision,
    }
    if not is_known:
        new = {"id": parcel.id, "workspace_id": workspace_id, "created_at": parcel.created_at}
        connection.execute(insert(assessment).values(**new, **values, erasing=1))
        return
    here = update(assessment).where(assessment.c.id == parcel.id)
    connection.execute(here.values(erasing=1))
    connection.execute(here.values(**values))
    for table in (entry, evidence_file, measured, outline):
        connection.execute(delete(table).where(table.c.assessment_id == parcel.id))


def _entries(connection: Connection, parcel: Parcel, people: Mapping[str, str]) -> None:
    rows = [
        {
            "assessment_id": parcel.id,
            "position": position,
            "changed_by": people[e.by],
            "kind": e.kind,
            "key": e.key,
            "payload": e.payload,
            "revision": e.revision,
            "changed_at": e.at,
        }
        for position, e in enumerate(parcel.entries, start=1)
    ]
    if rows:
        connection.execute(insert(entry), rows)


def _files(
    connection: Connection, parcel: Parcel, tables: Tables, people: Mapping[str, str]
) -> None:
    for position, file in enumerate(parcel.files, start=1):
        said = file.model_dump(exclude={"by", "at", "table_sha256"})
        stamp = {"added_by": people[file.by], "added_at": file.at, "position": position}
        connection.execute(
            insert(evidence_file).values(
                assessment_id=parcel.id, coded=tables[file.id], **said, **stamp
            )
        )


def _history(
    connection: Connection,
    workspace_id: str,
    parcel: Parcel,
    people: Mapping[str, str],
    known: Sequence[int],
) -> None:
    """The rows after those that are here, one by one: each gets a number of this store."""
    numbers = list(known)
    where = {"workspace_id": workspace_id, "assessment_id": parcel.id}
    for row in parcel.history[len(known) :]:
        values: dict[str, Any] = row.model_dump(exclude={"by", "undoes", "erased"})
        values["undo_of"] = None if row.undoes is None else numbers[row.undoes - 1]
        values |= {**where, "person_id": people[row.by], "erased": int(row.erased)}
        made = connection.execute(insert(history).values(**values).returning(history.c.seq))
        numbers.append(made.scalar_one())


def _exports(connection: Connection, parcel: Parcel, people: Mapping[str, str]) -> None:
    """Files that were taken out there and are not noted here, after those that are."""
    said = ("at", "person_id", "what", "file_sha256")
    query = select(*(export.c[name] for name in said)).where(export.c.assessment_id == parcel.id)
    known = {tuple(row) for row in connection.execute(query)}
    for one in parcel.exports:
        row = (one.at, people[one.by], one.what, one.file_sha256)
        if row not in known:
            last = EXPORTS.hold(connection, parcel.id)
            new = {"assessment_id": parcel.id, **dict(zip(said, row, strict=True))}
            EXPORTS.append(connection, last, new)


def _note(
    connection: Connection,
    actor: Actor,
    workspace_id: str,
    parcel: Parcel,
    at: datetime,
    origin: str,
) -> None:
    """One more row, and the guards are up again."""
    row = recorded(
        workspace_id=workspace_id,
        assessment_id=parcel.id,
        person_id=actor.person_id,
        at=at,
        kind="assessment",
        key="",
        old=None,
        new={"title": parcel.title, "taken_from": origin, "rows": len(parcel.history)},
        revision=parcel.revision + 1,
    )
    last = append(connection, parcel.history_sha256, [row])
    connection.execute(
        update(assessment)
        .where(assessment.c.id == parcel.id)
        .values(history_sha256=last, revision=row["revision"], changed_at=at, erasing=0)
    )
