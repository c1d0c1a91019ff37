"""Whoever changes the history, or what it tells of, past the product is found."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from readiness.store.connection import open_engine, reading
from readiness.store.migrations.first_chain import LINKED, first_link
from readiness.store.repository import Store
from readiness.store.verifying import Verified, verify
from tests.store.older import older
from tests.store.samples import small

Seen = Callable[[], Verified]
LAST = "(SELECT max(seq) FROM history)"
"""THAT in a statement below is the third row from the end: ``sites`` becomes 2."""


@pytest.fixture
def id(sqlite_store: Store) -> str:
    """An assessment with some history: a change, one taken back, and a file's worth of entries."""
    owner = sqlite_store.local_owner()
    id = sqlite_store.create(owner, sqlite_store.workspaces(owner)[0].id, small())
    sqlite_store.put(owner, id, "profile", "sites", 2, reason="a second site")
    sqlite_store.put(owner, id, "profile", "sites", 3)
    sqlite_store.undo(owner, id)
    return id


@pytest.fixture
def seen(url: str, id: str) -> Seen:
    def look() -> Verified:
        engine = open_engine(url)
        with reading(engine, None) as connection:
            found = verify(connection)
        engine.dispose()
        return found

    return look


def tampered(url: str, *statements: str) -> None:
    """SQL past the product, its triggers taken away first."""
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as raw:
        for (name,) in raw.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall():
            raw.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            said = statement.replace("THAT", "seq = LAST - 2").replace("LAST", LAST)
            assert raw.execute(said).rowcount != 0
        raw.commit()


def test_what_nobody_touched_is_whole(seen: Seen) -> None:
    found = seen()
    assert found.assessments == 1
    assert found.rows > 10
    assert found.broken == ()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE history SET at = '2026-01-01 00:00:00.000000' WHERE THAT",
        "UPDATE history SET kind = 'meta' WHERE THAT",
        "UPDATE history SET key = 'parties' WHERE THAT",
        "UPDATE history SET old = '7' WHERE THAT",
        "UPDATE history SET new = '7' WHERE THAT",
        "UPDATE history SET new = NULL WHERE THAT",
        "UPDATE history SET reason = 'another' WHERE THAT",
        "UPDATE history SET revision = revision + 1 WHERE THAT",
        "UPDATE history SET undo_of = 1 WHERE THAT",
        "UPDATE history SET sha256 = 'abc' WHERE THAT",
        "UPDATE history SET salt = 'abc' WHERE THAT",
        "UPDATE history SET content_sha256 = 'abc' WHERE THAT",
        "UPDATE history SET workspace_id = 'other' WHERE THAT",
        "UPDATE history SET person_id = 'other' WHERE THAT",
    ],
)
def test_an_altered_row_is_named(seen: Seen, url: str, statement: str) -> None:
    rows = seen().rows
    tampered(url, statement)
    [broken] = seen().broken
    assert f"row {rows - 2} of its history" in str(broken)


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("DELETE FROM history WHERE THAT", "one before it taken out"),
        ("DELETE FROM history WHERE seq = LAST", "at the end of its history were taken out"),
        ("DELETE FROM history", "its history is gone"),
        ("UPDATE history SET seq = 1000 WHERE THAT", "one before it taken out"),
        ("UPDATE assessment SET history_sha256 = ''", "at the end of its history"),
        (
            "UPDATE entry SET payload = '9' WHERE kind = 'profile' AND key = 'sites'",
            "profile sites is not what its history says",
        ),
        (
            "DELETE FROM entry WHERE kind = 'profile' AND key = 'sites'",
            "profile sites is not what its history says",
        ),
    ],
)
def test_what_was_taken_out_or_changed_is_found(
    seen: Seen, url: str, statement: str, words: str
) -> None:
    tampered(url, statement)
    [broken] = seen().broken
    assert words in str(broken)


def test_the_history_of_what_was_deleted_is_followed_too(
    sqlite_store: Store, id: str, seen: Seen, url: str
) -> None:
    sqlite_store.delete(sqlite_store.local_owner(), id)
    assert seen().broken == ()
    tampered(url, "UPDATE history SET reason = 'x' WHERE THAT")
    assert len(seen().broken) == 1


def migrated(path: Path) -> Verified:
    engine = open_engine(f"sqlite:///{path}")
    with reading(engine, None) as connection:
        found = verify(connection)
    engine.dispose()
    return found


def first_chain(path: Path) -> None:
    """Link the rows of a database of version 0004 as that version did."""
    columns = (*LINKED, "seq", "at")
    with closing(sqlite3.connect(path)) as raw:
        [(guard,)] = raw.execute(
            "SELECT sql FROM sqlite_master WHERE name = 'history_refuses_update'"
        ).fetchall()
        raw.execute("DROP TRIGGER history_refuses_update")
        last = ""
        for row in raw.execute(f"SELECT {', '.join(columns)} FROM history ORDER BY seq").fetchall():  # noqa: S608 - our own columns
            said = dict(zip(columns, row, strict=True))
            plain = {n: said[n] for n in ("old", "new") if said[n] is not None}
            said |= {name: json.loads(str(value)) for name, value in plain.items()}
            at = datetime.fromisoformat(said["at"]).replace(tzinfo=UTC)
            last = first_link(last, {**said, "at": at})
            raw.execute("UPDATE history SET sha256 = ? WHERE seq = ?", (last, said["seq"]))
        raw.execute("UPDATE assessment SET history_sha256 = ?", (last,))
        raw.execute(guard)
        raw.commit()


def test_a_history_from_before_the_chain_is_linked_when_migrated(
    tmp_path: Path, url: str, id: str
) -> None:
    old = older(tmp_path, url, "0003")
    found = migrated(old)
    assert found.rows > 10
    assert found.broken == ()
    with closing(sqlite3.connect(old)) as raw, pytest.raises(sqlite3.DatabaseError):
        raw.execute("UPDATE history SET reason = 'x'")


def test_the_first_chain_becomes_the_one_of_today(tmp_path: Path, url: str, id: str) -> None:
    old = older(tmp_path, url, "0004")
    first_chain(old)
    found = migrated(old)
    assert found.rows > 10
    assert found.broken == ()


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE history SET new = '7' WHERE seq = 3", "row 3 of its history"),
        ("DELETE FROM history WHERE seq = (SELECT max(seq) FROM history)", "at the end of its"),
    ],
)
def test_no_migration_heals_what_was_forged_before_it(
    tmp_path: Path, url: str, id: str, statement: str, words: str
) -> None:
    old = older(tmp_path, url, "0004")
    first_chain(old)
    with closing(sqlite3.connect(old)) as raw:
        kept = raw.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'history'"
        ).fetchall()
        for name, _ in kept:
            raw.execute(f"DROP TRIGGER {name}")
        raw.execute(statement)
        for _, sql in kept:
            raw.execute(sql)
        raw.commit()
    [broken] = migrated(old).broken
    assert words in str(broken)


def test_a_row_emptied_past_the_product_is_named(seen: Seen, url: str) -> None:
    """Its place holds, as after an erasure; but no erasure says so."""
    tampered(
        url,
        "UPDATE history SET key = '', old = NULL, new = NULL, reason = '', salt = '', erased = 1 "
        "WHERE THAT",
    )
    [broken] = seen().broken
    assert "was emptied, and no erasure says so" in str(broken)
