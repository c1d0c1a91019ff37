"""Evidence files in the database: coded tables and what is known of them, never the files."""

import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from pydantic import JsonValue
from sqlalchemy import Connection, Row, Select, delete, func, insert, select

from readiness.domain.errors import NotFound
from readiness.store.records import Actor, AlreadyStored, NewFile, StoredFile
from readiness.store.tables import evidence_file, person

KNOWN = [c for c in evidence_file.c if c.name != "coded"]


def files_of(connection: Connection, assessment_id: str) -> list[StoredFile]:
    """In the order in which they came, without their tables."""
    query: Select[Any] = (
        select(*KNOWN, person.c.name.label("person_name"))
        .join(person, person.c.id == evidence_file.c.added_by)
        .where(evidence_file.c.assessment_id == assessment_id)
        .order_by(evidence_file.c.position)
    )
    return [_file(row) for row in connection.execute(query)]


def find_file(connection: Connection, assessment_id: str, file_id: str) -> StoredFile:
    """One of an assessment's files. Raises NotFound."""
    for file in files_of(connection, assessment_id):
        if file.id == file_id:
            return file
    raise NotFound("There is no such file in this assessment.")


def table_of(connection: Connection, assessment_id: str, file_id: str) -> bytes:
    """The coded table of a file. Raises NotFound."""
    query = select(evidence_file.c.coded).where(
        evidence_file.c.assessment_id == assessment_id, evidence_file.c.id == file_id
    )
    found: bytes | None = connection.execute(query).scalar_one_or_none()
    if found is None:
        raise NotFound("There is no such file in this assessment.")
    return found


def add(
    connection: Connection, assessment_id: str, files: Sequence[NewFile], actor: Actor, at: datetime
) -> list[str]:
    """Keep files; their ids. Raises AlreadyStored for the same sheet of the same bytes."""
    here = files_of(connection, assessment_id)
    last = connection.execute(
        select(func.max(evidence_file.c.position)).where(
            evidence_file.c.assessment_id == assessment_id
        )
    ).scalar()
    ids = []
    for position, file in enumerate(files, start=(last or 0) + 1):
        refuse_twice(file, here)
        ids.append(secrets.token_hex(16))
        connection.execute(
            insert(evidence_file).values(
                id=ids[-1],
                assessment_id=assessment_id,
                name=file.name,
                sha256=file.sha256,
                kind=file.kind,
                sheet=file.sheet,
                mapping=dict(file.mapping),
                meta=dict(file.meta),
                coded=file.table,
                position=position,
                added_by=actor.person_id,
                added_at=at,
            )
        )
    return ids


def remove(connection: Connection, file: StoredFile) -> None:
    """Delete a file's row with its table."""
    connection.execute(delete(evidence_file).where(evidence_file.c.id == file.id))


def refuse_twice(file: NewFile, here: Sequence[StoredFile]) -> None:
    """Raise AlreadyStored if the same sheet of the same bytes is among ``here``."""
    for other in here:
        if (other.sha256, other.sheet, other.kind) == (file.sha256, file.sheet, file.kind):
            raise AlreadyStored(other)


def noted(file: NewFile | StoredFile) -> JsonValue:
    """What the history says of a file."""
    return {"name": file.name, "sha256": file.sha256, "kind": file.kind, "sheet": file.sheet}


def _file(row: Row[Any]) -> StoredFile:
    return StoredFile(
        id=row.id,
        name=row.name,
        sha256=row.sha256,
        kind=row.kind,
        sheet=row.sheet,
        mapping=row.mapping,
        meta=row.meta,
        added_by=row.person_name,
        added_at=row.added_at,
    )
