"""An assessment taken out of the store as it stands, with its whole history."""

from typing import Any

from pydantic import JsonValue
from sqlalchemy import Connection, Row, Select, func, select

from readiness.store.parcel import Client, Entry, File, Parcel, Taken, table_hash
from readiness.store.parcel import Row as HistoryOf
from readiness.store.tables import (
    assessment,
    entry,
    evidence_file,
    export,
    history,
    person,
    workspace,
)

MARK = func.coalesce(person.c.mark, person.c.id).label("mark")


def give(connection: Connection, assessment_id: str) -> tuple[Parcel, dict[str, bytes]]:
    """The parcel, and the coded table of each of its files by id."""
    row = connection.execute(_with_client(assessment_id)).one()
    rows, people = _history(connection, assessment_id)
    entries = connection.execute(_signed(entry, "changed_by", assessment_id, "position")).all()
    files = connection.execute(_signed(evidence_file, "added_by", assessment_id, "position")).all()
    exports = connection.execute(_signed(export, "person_id", assessment_id, "seq")).all()
    people |= {r.mark: r.name_of for r in (*entries, *files, *exports)}
    parcel = Parcel(
        client=Client(id=row.workspace_id, name=row.client),
        people=people,
        entries=tuple(_entry(r) for r in entries),
        history=rows,
        files=tuple(_file(r) for r in files),
        exports=tuple(
            Taken(at=r.at, by=r.mark, what=r.what, file_sha256=r.file_sha256) for r in exports
        ),
        **{name: getattr(row, name) for name in KEPT},
    )
    return parcel, {r.id: r.coded for r in files}


KEPT = (
    *("id", "title", "created_at", "changed_at", "revision", "files_revision", "deleted_at"),
    *("frozen_at", "frozen_sha256", "history_sha256"),
)
"""Columns of an assessment that travel as they are; the others are made of the entries."""


def _with_client(assessment_id: str) -> Select[Any]:
    return (
        select(assessment, workspace.c.name.label("client"))
        .join(workspace, workspace.c.id == assessment.c.workspace_id)
        .where(assessment.c.id == assessment_id)
    )


def _signed(table: Any, by: str, assessment_id: str, order: str) -> Select[Any]:
    """The rows of a table with the mark and the name of whoever put them there."""
    return (
        select(table, MARK, person.c.name.label("name_of"))
        .join(person, person.c.id == table.c[by])
        .where(table.c.assessment_id == assessment_id)
        .order_by(table.c[order])
    )


def _history(
    connection: Connection, assessment_id: str
) -> tuple[tuple[HistoryOf, ...], dict[str, str]]:
    found = connection.execute(_signed(history, "person_id", assessment_id, "seq")).all()
    place = {row.seq: number for number, row in enumerate(found, start=1)}
    rows = tuple(
        HistoryOf(
            by=row.mark,
            undoes=None if row.undo_of is None else place[row.undo_of],
            **{name: getattr(row, name) for name in _TOLD},
        )
        for row in found
    )
    return rows, {row.mark: row.name_of for row in found}


_TOLD = (
    *("at", "kind", "key", "old", "new", "reason", "revision", "sha256", "salt"),
    *("content_sha256", "erased"),
)


def _entry(row: Row[Any]) -> Entry:
    payload: JsonValue = row.payload
    return Entry(
        kind=row.kind,
        key=row.key,
        payload=payload,
        revision=row.revision,
        by=row.mark,
        at=row.changed_at,
    )


def _file(row: Row[Any]) -> File:
    return File(
        by=row.mark,
        at=row.added_at,
        table_sha256=table_hash(row.coded),
        **{name: getattr(row, name) for name in ("id", "name", "sha256", "kind", "sheet")},
        mapping=row.mapping,
        meta=row.meta,
    )
