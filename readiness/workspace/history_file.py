"""The history as a file: every change and every export, uncut, with the hash of each row."""

import json
from datetime import datetime

from pydantic import JsonValue

from readiness.store import HistoryRow
from readiness.workspace.answers import history
from readiness.workspace.listing import as_csv
from readiness.workspace.session import Session

HEAD = ("When (UTC)", "Who", "Kind", "Key", "From", "To", "Why", "Revision", "SHA-256")


def history_csv(session: Session, assessment: str) -> bytes:
    """Oldest first. The hash of a change is its link in the chain, that of an export the file's."""
    rows: list[tuple[datetime, tuple[object, ...]]] = [
        (row.at, (row.person, row.kind, row.key, *_told(row), row.revision, row.sha256))
        for row in history(session, assessment)
    ]
    rows += [
        (one.at, (one.person, "export", one.what, "", "", "", "", one.sha256))
        for one in session.store.exports.of(session.actor, assessment)
    ]
    rows.sort(key=lambda row: row[0])
    return as_csv(HEAD, ((f"{at:%Y-%m-%d %H:%M:%S}", *said) for at, said in rows))


def _told(row: HistoryRow) -> tuple[str, str, str]:
    return _said(row.old), _said(row.new), row.reason


def _said(value: JsonValue) -> str:
    return "" if value is None else json.dumps(value, ensure_ascii=False, sort_keys=True)
