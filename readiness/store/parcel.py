"""What travels from one store to another: an assessment with its whole history, as plain JSON.

Ids of people differ between stores, and numbers of rows too: a parcel names a person by their mark
and a row by its place in the history, counted from 1.
"""

import hashlib
from datetime import datetime
from typing import Annotated

from pydantic import AwareDatetime, JsonValue, StringConstraints

from readiness.domain.base import Model
from readiness.domain.evidence import TableKind
from readiness.store.rights import Role

Id = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")]
Hash = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Word = Annotated[str, StringConstraints(pattern=r"^[a-z_]{1,16}$")]


class Named(Model):
    """A member of the workspace that it comes from: told, and given nothing where it arrives."""

    name: str
    login: str
    role: Role


class Client(Model):
    """The workspace that it comes from; ``members``: where all of it travels."""

    id: Id
    name: str
    members: tuple[Named, ...] = ()


class Entry(Model):
    """One entry as it stands; no payload: it was taken away."""

    kind: Word
    key: str
    payload: JsonValue
    revision: int
    by: Id
    at: AwareDatetime


class Row(Model):
    """One row of the history with its hashes."""

    at: AwareDatetime
    by: Id
    kind: Word
    key: str
    old: JsonValue
    new: JsonValue
    reason: str
    revision: int
    undoes: int | None
    sha256: Hash
    salt: str
    content_sha256: Hash
    erased: bool


class File(Model):
    """An evidence file; its coded table travels beside the parcel, under its id."""

    id: Id
    name: str
    sha256: Hash
    kind: TableKind
    sheet: str | None
    mapping: dict[str, JsonValue]
    meta: dict[str, JsonValue]
    by: Id
    at: AwareDatetime
    table_sha256: Hash


class Taken(Model):
    """A file that somebody took out of it."""

    at: AwareDatetime
    by: Id
    what: str
    file_sha256: Hash


class Parcel(Model):
    """One assessment, whole: entries in the order of first entry, history oldest first."""

    id: Id
    client: Client
    title: str
    created_at: AwareDatetime
    changed_at: AwareDatetime
    revision: int
    files_revision: int
    deleted_at: AwareDatetime | None
    frozen_at: AwareDatetime | None
    frozen_sha256: Hash | None
    history_sha256: Hash
    people: dict[Id, str]
    """Names by mark."""
    entries: tuple[Entry, ...]
    history: tuple[Row, ...]
    files: tuple[File, ...]
    exports: tuple[Taken, ...] = ()
    """None in a parcel of the first format, in which they did not travel."""

    @property
    def last_change(self) -> datetime:
        """When its history ends."""
        return self.history[-1].at

    @property
    def links(self) -> tuple[str, ...]:
        """The hash of each row of its history."""
        return tuple(row.sha256 for row in self.history)


def table_hash(table: bytes) -> str:
    """SHA-256 (hex) of a coded table."""
    return hashlib.sha256(table).hexdigest()
