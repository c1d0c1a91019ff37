"""The history can be added to and nothing else, even past our own code."""

import sqlite3
from contextlib import closing

import pytest

from readiness.store.connection import reading
from readiness.store.history import last_changes
from tests.store.samples import small


@pytest.fixture
def id(sqlite_store) -> str:
    owner = sqlite_store.local_owner()
    id = sqlite_store.create(owner, sqlite_store.workspaces(owner)[0].id, small())
    sqlite_store.put(owner, id, "profile", "sites", 2)
    return id


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE history SET reason = 'other'",
        "UPDATE history SET seq = seq + 100",
        "DELETE FROM history",
        "INSERT OR REPLACE INTO history SELECT * FROM history WHERE seq = 1",
        "REPLACE INTO history SELECT * FROM history WHERE seq = 1",
    ],
)
def test_sql_cannot_alter_it(statement, id, url):
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as raw:
        before = raw.execute("SELECT * FROM history").fetchall()
        with pytest.raises(sqlite3.DatabaseError, match="append-only"):
            raw.execute(statement)
        assert raw.execute("SELECT * FROM history").fetchall() == before


def test_it_grows_only(sqlite_store, id):
    owner = sqlite_store.local_owner()
    before = sqlite_store.history(owner, id)
    sqlite_store.put(owner, id, "profile", "sites", 3)
    sqlite_store.undo(owner, id)
    after = sqlite_store.history(owner, id)
    assert after[: len(before)] == before
    assert [row.seq for row in after] == sorted(row.seq for row in after)


def test_a_deleted_assessment_keeps_its_history(sqlite_store, id, url):
    sqlite_store.delete(sqlite_store.local_owner(), id, reason="trial")
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as raw:
        last = raw.execute("SELECT kind, reason FROM history ORDER BY seq DESC").fetchone()
    assert last == ("assessment", "trial")


def test_an_undo_looks_back_ten_changes(sqlite_store, id):
    owner = sqlite_store.local_owner()
    for sites in range(3, 18):
        sqlite_store.put(owner, id, "profile", "sites", sites)
    with reading(sqlite_store._engine, None) as connection:
        rows = last_changes(connection, id, owner.person_id)
    assert [row.new for row in rows] == list(range(8, 18))
