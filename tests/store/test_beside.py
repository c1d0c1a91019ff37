"""Chains beside the history: each row linked to the one before, the last hash on what it is of."""

import hashlib
import sqlite3
from contextlib import closing

from readiness.store import verified
from readiness.store.chain import BEGINNING
from readiness.store.connection import open_engine, reading, writing
from readiness.store.sharing import SHARING
from readiness.store.tables import sharing


def sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def test_a_row_is_linked_by_the_hash_of_its_words(sqlite_store, url) -> None:
    owner = sqlite_store.local_owner()
    home = sqlite_store.workspaces(owner)[0].id
    for decided in (True, False):
        sqlite_store.sharing.decide(owner, home, is_on=decided, reason="agréé")
    engine = open_engine(url)
    with reading(engine, None) as connection:
        rows = connection.execute(sharing.select().order_by(sharing.c.seq)).all()
        last = SHARING.hold(connection, home)
    engine.dispose()
    previous = BEGINNING
    for row, is_on in zip(rows, (1, 0), strict=True):
        said = f'["{previous}","{row.at.isoformat()}","{home}","local",{is_on},"agréé"]'
        previous = sha(said)
        assert row.sha256 == previous
    assert last == previous


def test_two_of_them_keep_a_chain_each(sqlite_store, url) -> None:
    owner = sqlite_store.local_owner()
    first = sqlite_store.workspaces(owner)[0].id
    second = sqlite_store.add_workspace(owner, "Second")
    for home in (first, second, first):
        sqlite_store.sharing.decide(owner, home, is_on=True)
    engine = open_engine(url)
    with writing(engine, None) as connection:
        assert list(SHARING.broken(connection)) == []
    engine.dispose()


def test_rows_of_what_is_not_there_any_more_are_found(sqlite_store, url) -> None:
    owner = sqlite_store.local_owner()
    second = sqlite_store.add_workspace(owner, "Second")
    sqlite_store.sharing.decide(owner, second, is_on=True)
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as raw:
        raw.execute("DELETE FROM workspace WHERE name = 'Second'")
        raw.commit()
    places = {one.place for one in verified(url).broken if one.assessment == second}
    assert places == {
        "changes of members of what is not there any more",
        "decisions on the benchmark of what is not there any more",
    }
