"""Freezing: the hash over all that an assessment holds, and the refusal of any change after it."""

import hashlib
import json
from collections.abc import Iterable

from pydantic import JsonValue
from sqlalchemy import Row

from readiness.domain.errors import NotAllowed
from readiness.store.records import EntryKey, Seal, StoredFile


class Frozen(NotAllowed):
    """The assessment was frozen: it is read and exported, never changed."""

    def __init__(self, seal: Seal) -> None:
        self.seal = seal
        super().__init__(
            f"This assessment was frozen on {seal.at:%d %b %Y} and is never changed again. Copy it "
            "as the next round, or reopen it as a copy, on the page Assessments."
        )


def hash_of(
    entries: Iterable[tuple[EntryKey, JsonValue]], files: Iterable[tuple[StoredFile, bytes]]
) -> str:
    """SHA-256 over every entry and every coded table, whatever order they came in.

    A figure may be a float only where JSON holds one; keys are sorted, texts are UTF-8.
    """
    lines: list[list[JsonValue]] = [[at.kind, at.key, payload] for at, payload in entries]
    lines += [
        ["evidence", file.sha256, [file.sheet, file.kind, hashlib.sha256(table).hexdigest()]]
        for file, table in files
    ]
    texts = sorted(json.dumps(line, sort_keys=True, ensure_ascii=False) for line in lines)
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()


def seal_of(row: Row[tuple[object, ...]]) -> Seal | None:
    """The seal on an assessment's row, or None."""
    return Seal(row.frozen_at, row.frozen_sha256) if row.frozen_at else None
