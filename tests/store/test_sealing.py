"""A frozen assessment in the database itself: no program changes it, and a forced change shows."""

import sqlite3
from contextlib import closing

import pytest
from pydantic import JsonValue

from readiness.store import EntryKey
from readiness.store.sealing import hash_of
from tests.store.samples import log, small


def test_the_hash_is_over_sorted_lines_of_json() -> None:
    # printf '["meta", "title", "a"]' | sha256sum
    expected = "22593c03da53a0ebd1648b7275f7507bf123fafe7be5ca24655e20bcefaac39f"
    assert hash_of([(EntryKey("meta", "title"), "a")], []) == expected
    two: list[tuple[EntryKey, JsonValue]] = [
        (EntryKey("meta", "title"), "a"),
        (EntryKey("meta", "id"), {"b": 1, "a": 2}),
    ]
    assert hash_of(two, []) == hash_of(two[::-1], [])


def test_the_database_refuses_every_change_of_a_frozen_assessment(sqlite_store, url) -> None:
    owner = sqlite_store.local_owner()
    workspace = sqlite_store.workspaces(owner)[0].id
    id = sqlite_store.create(owner, workspace, small(), [log()])
    sqlite_store.freeze(owner, id)
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as raw:
        for statement in (
            "UPDATE entry SET payload = '1'",
            "DELETE FROM entry",
            (
                "INSERT INTO entry SELECT assessment_id, kind, key || 'x', payload, position, "
                "revision, changed_by, changed_at FROM entry LIMIT 1"
            ),
            "UPDATE evidence_file SET coded = x''",
            "DELETE FROM evidence_file",
            "UPDATE assessment SET frozen_at = NULL",
            "UPDATE assessment SET frozen_sha256 = '0'",
        ):
            with pytest.raises(sqlite3.IntegrityError, match="frozen"):
                raw.execute(statement)


def test_a_forced_change_no_longer_fits_the_seal(sqlite_store, url) -> None:
    owner = sqlite_store.local_owner()
    workspace = sqlite_store.workspaces(owner)[0].id
    id = sqlite_store.create(owner, workspace, small())
    sqlite_store.freeze(owner, id)
    assert sqlite_store.holds(owner, id)
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as raw:
        raw.execute("DROP TRIGGER entry_frozen_update")
        raw.execute("UPDATE entry SET payload = '\"Another\"' WHERE key = 'title'")
        raw.commit()
    assert not sqlite_store.holds(owner, id)
