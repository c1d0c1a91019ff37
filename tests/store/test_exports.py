"""Exports are a chain of their own: added to, never altered, and followed by verify."""

import sqlite3
from contextlib import closing

import pytest

from readiness.domain.errors import NotAllowed, NotFound
from readiness.store import verified
from tests.store.samples import small

HASH = "ab" * 32


@pytest.fixture
def id(store) -> str:
    owner = store.local_owner()
    return store.create(owner, store.workspaces(owner)[0].id, small())


def test_who_took_out_what_when_with_which_hash(store, id) -> None:
    owner = store.local_owner()
    before = store.revision(owner, id)
    store.freeze(owner, id)
    store.exports.note(owner, id, "Gap report, full", HASH)
    store.exports.note(owner, id, "Result (JSON)", "cd" * 32)
    first, second = store.exports.of(owner, id)
    assert (first.person, first.what, first.sha256) == (
        "Owner of this computer",
        "Gap report, full",
        HASH,
    )
    assert second.at > first.at
    assert store.revision(owner, id) == before + 1


def test_a_client_reader_is_noted_and_reads_none_of_it(store, id) -> None:
    owner = store.local_owner()
    home = store.workspaces(owner)[0].id
    reader, stranger = store.add_person("Client"), store.add_person("Stranger")
    store.add_member(owner, home, reader, "client_reader")
    store.exports.note(reader, id, "Gap report, client", HASH)
    with pytest.raises(NotAllowed):
        store.exports.of(reader, id)
    for asks in (lambda: store.exports.of(stranger, id), lambda: note(store, stranger, id)):
        with pytest.raises(NotFound):
            asks()
    assert [one.person for one in store.exports.of(owner, id)] == ["Client"]


def note(store, actor, id: str) -> None:
    store.exports.note(actor, id, "x", HASH)


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE export SET what = 'another' WHERE seq = 1", "was altered"),
        ("UPDATE export SET file_sha256 = 'x' WHERE seq = 2", "was altered"),
        ("DELETE FROM export WHERE seq = 1", "was altered"),
        ("DELETE FROM export WHERE seq = 2", "at the end"),
    ],
)
def test_tampering_is_found(sqlite_store, url, statement: str, words: str) -> None:
    owner = sqlite_store.local_owner()
    id = sqlite_store.create(owner, sqlite_store.workspaces(owner)[0].id, small())
    for what in ("first", "second"):
        sqlite_store.exports.note(owner, id, what, HASH)
    assert verified(url).broken == ()
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as raw:
        with pytest.raises(sqlite3.DatabaseError, match="append-only"):
            raw.execute(statement)
        raw.execute("DROP TRIGGER export_refuses_update")
        raw.execute("DROP TRIGGER export_refuses_delete")
        raw.execute(statement)
        raw.commit()
    [broken] = verified(url).broken
    assert words in str(broken)
