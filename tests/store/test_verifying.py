"""Whoever changes the history, or what it tells of, past the product is found."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

from readiness.store import migrations
from readiness.store.connection import open_engine, reading
from readiness.store.repository import Store
from readiness.store.verifying import Verified, verify
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
        with reading(engine) as connection:
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


def test_a_history_from_before_the_chain_is_linked_when_migrated(
    tmp_path: Path, url: str, id: str
) -> None:
    """The rows of a store of today, in a database of the version before."""
    old = tmp_path / "old.sqlite"
    engine = create_engine(f"sqlite:///{old}")
    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(Path(migrations.__file__).parent))
        config.set_main_option("path_separator", "os")
        config.attributes["connection"] = connection
        command.upgrade(config, "0003")
    engine.dispose()
    with closing(sqlite3.connect(old)) as raw:
        raw.execute("ATTACH ? AS today", (url.removeprefix("sqlite:///"),))
        for table in ("workspace", "person", "member", "assessment", "entry", "history"):
            names = ", ".join(row[1] for row in raw.execute(f"PRAGMA main.table_info({table})"))
            raw.execute(f"INSERT INTO main.{table} ({names}) SELECT {names} FROM today.{table}")  # noqa: S608 - our own names
        raw.commit()
    migrated = open_engine(f"sqlite:///{old}")
    with reading(migrated) as connection:
        found = verify(connection)
    migrated.dispose()
    assert found.rows > 10
    assert found.broken == ()
    with closing(sqlite3.connect(old)) as raw, pytest.raises(sqlite3.DatabaseError):
        raw.execute("UPDATE history SET reason = 'x'")
