"""One transaction of changes to an assessment: entries, history, summary, revision."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from pydantic import JsonValue
from sqlalchemy import Connection, Row, Select, func, insert, select, update

from readiness.store import evidence_files
from readiness.store.access import Reached
from readiness.store.changes import NEVER, Current, Summary, alters, capability_of
from readiness.store.entries import assemble, entry_key
from readiness.store.history import append, recorded
from readiness.store.records import (
    Actor,
    EntryKey,
    EntryStamp,
    Loaded,
    Put,
    Saved,
    Seal,
)
from readiness.store.rights import refuse_beyond
from readiness.store.sealing import hash_of, seal_of
from readiness.store.tables import assessment, entry, person

Change = tuple[Put, JsonValue, int | None]
"""A put, its normal payload, and the history row that it takes back, if any."""


class Writer:
    """The changes of one person to one assessment in one transaction.

    ``found``: the assessment as ``reach`` gave it for writing.
    """

    def __init__(self, connection: Connection, actor: Actor, found: Reached, at: datetime) -> None:
        row, self._standing = found
        self.connection = connection
        self.at = at
        self.title: str = row.title
        self._actor = actor
        self._row = row
        self._revision: int = row.revision + 1
        self._position: int | None = None
        self._history: list[dict[str, Any]] = []
        self._values: dict[str, Any] = {}
        self._summary = summary_of(row.summary)

    def put(self, changes: Iterable[Change], reason: str) -> Saved:
        """Keep all changes. Raises NotAllowed and EntryClash, then nothing may be committed."""
        changes = list(changes)
        refuse_beyond(self._standing, ((put.kind, put.key) for put, _, _ in changes))
        revisions: dict[EntryKey, int] = {}
        for put, payload, undo_of in changes:
            at = EntryKey(put.kind, put.key)
            current = current_entry(self.connection, self._row.id, at)
            revisions[at] = current.revision
            if not alters(put, payload, current):
                continue
            self._keep(at, payload, current)
            revisions[at] = current.revision + 1
            self.record(at.kind, at.key, current.payload, payload, reason, undo_of)
            self._summarise(at, payload)
        if not self._history:
            return Saved(self._row.revision, self._row.changed_at, revisions, changed=False)
        self.finish()
        return Saved(self._revision, self.at, revisions)

    def record(
        self,
        kind: str,
        key: str,
        old: JsonValue,
        new: JsonValue,
        reason: str = "",
        undo_of: int | None = None,
    ) -> None:
        """Note a change for the history."""
        self._history.append(
            recorded(
                workspace_id=self._row.workspace_id,
                assessment_id=self._row.id,
                person_id=self._actor.person_id,
                at=self.at,
                kind=kind,
                key=key,
                old=old,
                new=new,
                revision=self._revision,
                reason=reason,
                undo_of=undo_of,
            )
        )

    def finish(self, **values: Any) -> None:
        """Append the history and turn the assessment's revision; ``values``: further columns."""
        last = append(self.connection, self._row.history_sha256, self._history)
        self.connection.execute(
            update(assessment)
            .where(assessment.c.id == self._row.id)
            .values(
                revision=self._revision,
                changed_at=self.at,
                history_sha256=last,
                summary=summary_json(self._summary),
                **self._values,
                **values,
            )
        )

    def finish_files(self) -> None:
        """Finish after evidence files came or went."""
        kinds = [file.kind for file in evidence_files.files_of(self.connection, self._row.id)]
        self._summary = self._summary.with_evidence(kinds)
        self.finish(files_revision=self._row.files_revision + 1)

    def freeze(self, sha256: str, reason: str) -> Seal:
        """Put the seal on, as one more change, the last one."""
        title: dict[str, JsonValue] = {"title": self.title}
        self.record("assessment", "", title, {**title, "frozen": sha256}, reason)
        self.finish(frozen_at=self.at, frozen_sha256=sha256)
        return Seal(self.at, sha256)

    def _keep(self, at: EntryKey, payload: JsonValue, current: Current) -> None:
        values = {
            "payload": payload,
            "revision": current.revision + 1,
            "changed_by": self._actor.person_id,
            "changed_at": self.at,
        }
        where = address(self._row.id, at)
        if current.revision:
            condition = (entry.c[name] == value for name, value in where.items())
            self.connection.execute(update(entry).where(*condition).values(values))
        else:
            position = self._next_position()
            self.connection.execute(insert(entry).values(**where, **values, position=position))

    def _next_position(self) -> int:
        if self._position is None:
            last = select(func.max(entry.c.position)).where(entry.c.assessment_id == self._row.id)
            self._position = self.connection.execute(last).scalar() or 0
        self._position += 1
        return self._position

    def _summarise(self, at: EntryKey, payload: JsonValue) -> None:
        if at.kind in {"meta", "profile"}:
            self._summary = self._summary.with_field(at, payload)
            column = {"title": "title", "id": "slug"}.get(at.key)
            if at.kind == "meta" and column:
                self._values[column] = payload
        elif at.kind == "response":
            capability = capability_of(at)
            query = select(entry.c.payload).where(
                entry.c.assessment_id == self._row.id,
                entry.c.kind == "response",
                entry.c.key.startswith(f"{capability}|", autoescape=True),
            )
            responses = self.connection.execute(query).scalars()
            self._summary = self._summary.with_responses(capability, responses)


def current_entry(connection: Connection, assessment_id: str, at: EntryKey) -> Current:
    """An entry as it is stored now."""
    columns = (entry.c.payload, entry.c.revision, person.c.name, entry.c.changed_at)
    query = select(*columns).join(person, person.c.id == entry.c.changed_by)
    where = (entry.c[name] == value for name, value in address(assessment_id, at).items())
    row = connection.execute(query.where(*where)).one_or_none()
    return Current(row[0], row[1], row[2], row[3]) if row else NEVER


def entries_of(assessment_id: str) -> Select[Any]:
    """Every entry, taken away or not, in the order of first entry."""
    return (
        select(entry, person.c.name.label("person_name"))
        .join(person, person.c.id == entry.c.changed_by)
        .where(entry.c.assessment_id == assessment_id)
        .order_by(entry.c.position)
    )


def content_hash(connection: Connection, assessment_id: str) -> str:
    """The hash that freezing puts on an assessment, over what it holds now."""
    entries = [
        (entry_key(e.kind, e.key), e.payload)
        for e in connection.execute(entries_of(assessment_id))
        if e.payload is not None
    ]
    files = evidence_files.files_of(connection, assessment_id)
    return hash_of(
        entries,
        ((f, evidence_files.table_of(connection, assessment_id, f.id)) for f in files),
    )


def address(assessment_id: str, at: EntryKey) -> dict[str, str]:
    """The primary key of an entry."""
    return {"assessment_id": assessment_id, "kind": at.kind, "key": at.key}


def summary_of(stored: dict[str, Any]) -> Summary:
    """The summary of an assessment's row."""
    return Summary(stored["fields"], tuple(stored["answered"]), tuple(stored["evidence_kinds"]))


def summary_json(summary: Summary) -> dict[str, Any]:
    """A summary as the row keeps it."""
    return {
        "fields": summary.fields,
        "answered": list(summary.answered),
        "evidence_kinds": list(summary.evidence_kinds),
    }


def loaded(row: Row[Any], entries: Iterable[Row[Any]]) -> Loaded:
    """An assessment of its row and all its entries, these in the order of first entry."""
    stamps: dict[EntryKey, EntryStamp] = {}
    payloads: list[tuple[EntryKey, JsonValue]] = []
    for e in entries:
        at = entry_key(e.kind, e.key)
        there = e.payload is not None
        stamps[at] = EntryStamp(e.revision, e.person_name, e.changed_at, there)
        if there:
            payloads.append((at, e.payload))
    return Loaded(
        assessment=assemble(payloads),
        revision=row.revision,
        files_revision=row.files_revision,
        changed_at=row.changed_at,
        entries=stamps,
        frozen=seal_of(row),
    )
