"""A new or imported assessment, written whole."""

import secrets
from collections.abc import Sequence
from datetime import datetime

from pydantic import JsonValue
from sqlalchemy import Connection, insert, update

from readiness.store import evidence_files
from readiness.store.chain import BEGINNING
from readiness.store.changes import FIRST_REVISION, summarise
from readiness.store.history import append, recorded
from readiness.store.records import Actor, EntryKey, NewFile
from readiness.store.tables import assessment, entry
from readiness.store.writing import address, summary_json

Payloads = Sequence[tuple[EntryKey, JsonValue]]


def create(
    connection: Connection,
    actor: Actor,
    workspace_id: str,
    payloads: Payloads,
    files: Sequence[NewFile],
    at: datetime,
    reason: str,
) -> str:
    """Keep all entries and files at the first revision; the new assessment's id."""
    id = secrets.token_hex(16)
    meta = {key.key: payload for key, payload in payloads if key.kind == "meta"}
    connection.execute(
        insert(assessment).values(
            id=id,
            workspace_id=workspace_id,
            slug=meta["id"],
            title=meta["title"],
            summary=summary_json(summarise(payloads, [f.kind for f in files])),
            created_at=at,
            changed_at=at,
            revision=FIRST_REVISION,
            files_revision=FIRST_REVISION,
        )
    )
    _insert_entries(connection, id, payloads, actor, at)
    evidence_files.add(connection, id, files, actor, at)
    last = _append_history(connection, actor, workspace_id, id, payloads, files, at, reason)
    connection.execute(update(assessment).where(assessment.c.id == id).values(history_sha256=last))
    return id


def _append_history(
    connection: Connection,
    actor: Actor,
    workspace_id: str,
    assessment_id: str,
    payloads: Payloads,
    files: Sequence[NewFile],
    at: datetime,
    reason: str,
) -> str:
    title = next(payload for key, payload in payloads if key == ("meta", "title"))
    noted: list[tuple[str, str, JsonValue]] = [("assessment", "", {"title": title})]
    noted += [(key.kind, key.key, payload) for key, payload in payloads]
    noted += [("evidence", file.name, evidence_files.noted(file)) for file in files]
    rows = [
        recorded(
            workspace_id=workspace_id,
            assessment_id=assessment_id,
            person_id=actor.person_id,
            at=at,
            kind=kind,
            key=key,
            old=None,
            new=new,
            revision=FIRST_REVISION,
            reason=reason,
        )
        for kind, key, new in noted
    ]
    return append(connection, BEGINNING, rows)


def _insert_entries(
    connection: Connection, assessment_id: str, payloads: Payloads, actor: Actor, at: datetime
) -> None:
    stamp = {"revision": 1, "changed_by": actor.person_id, "changed_at": at}
    rows = [
        {**address(assessment_id, key), "payload": payload, "position": position, **stamp}
        for position, (key, payload) in enumerate(payloads, start=1)
    ]
    connection.execute(insert(entry), rows)
