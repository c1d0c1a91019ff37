"""The store copied while others write, put back whole or not at all."""

import sqlite3
from contextlib import closing
from pathlib import Path
from threading import Event, Thread

import pytest

from readiness.domain.errors import ReadinessError
from readiness.store import Actor, Store, StoreUnavailable, open_store
from readiness.store.keeping import copied, put_back, verified
from tests.store.samples import small


def begun(store: Store) -> tuple[Actor, str]:
    owner = store.local_owner()
    return owner, store.create(owner, store.workspaces(owner)[0].id, small())


def test_a_copy_made_while_another_writes_is_whole(
    sqlite_store: Store, url: str, tmp_path: Path
) -> None:
    owner, id = begun(sqlite_store)
    enough = Event()

    def write() -> None:
        sites = 1
        while not enough.is_set():
            sqlite_store.put(owner, id, "profile", "sites", sites := sites + 1)

    writer = Thread(target=write)
    writer.start()
    try:
        found = [copied(url, tmp_path / f"copy-{n}.sqlite") for n in range(5)]
    finally:
        enough.set()
        writer.join()
    assert all(one.assessments == 1 and one.broken == () for one in found)
    rows = [one.rows for one in found]
    assert rows == sorted(rows)
    assert verified(url).rows > rows[0]
    assert (tmp_path / "copy-0.sqlite").stat().st_mode & 0o777 == 0o600


def test_nothing_is_overwritten(sqlite_store: Store, url: str, tmp_path: Path) -> None:
    begun(sqlite_store)
    there = tmp_path / "there.sqlite"
    there.write_text("precious")
    with pytest.raises(ReadinessError, match="nothing is overwritten"):
        copied(url, there)
    assert there.read_text() == "precious"


def test_a_store_that_is_not_there_is_not_copied(tmp_path: Path) -> None:
    with pytest.raises(ReadinessError, match="is not there"):
        copied(f"sqlite:///{tmp_path / 'none.sqlite'}", tmp_path / "copy.sqlite")
    assert list(tmp_path.iterdir()) == []


def test_what_was_lost_comes_back_and_what_was_there_is_kept(url: str, tmp_path: Path) -> None:
    store = open_store(url)
    owner, id = begun(store)
    store.put(owner, id, "profile", "sites", 4)
    copy = tmp_path / "copy.sqlite"
    copied(url, copy)
    store.delete(owner, id)
    store.close()
    found, before = put_back(url, copy)
    assert found.assessments == 1
    again = open_store(url)
    assert again.load(owner, id).assessment.profile.sites == 4
    again.close()
    assert before is not None
    kept = open_store(f"sqlite:///{before}")
    assert kept.assessments(owner) == []
    kept.close()


def test_into_an_empty_place(sqlite_store: Store, url: str, tmp_path: Path) -> None:
    begun(sqlite_store)
    copied(url, tmp_path / "copy.sqlite")
    new = f"sqlite:///{tmp_path / 'elsewhere' / 'readiness.sqlite'}"
    assert put_back(new, tmp_path / "copy.sqlite")[1] is None
    assert verified(new).assessments == 1


@pytest.mark.parametrize("what", ["text", "tampered", "another program's"])
def test_what_is_no_whole_copy_changes_nothing(
    sqlite_store: Store, url: str, tmp_path: Path, what: str
) -> None:
    owner, id = begun(sqlite_store)
    copy = tmp_path / "copy.sqlite"
    if what == "text":
        copy.write_text("Dear all, attached the back-up. " * 99)
    elif what == "tampered":
        copied(url, copy)
        with closing(sqlite3.connect(copy)) as raw:
            raw.execute("UPDATE entry SET payload = '9' WHERE kind = 'meta' AND key = 'title'")
            raw.commit()
    else:
        with closing(sqlite3.connect(copy)) as raw:
            raw.execute("CREATE TABLE person (id TEXT)")
    with pytest.raises((ReadinessError, StoreUnavailable)):
        put_back(url, copy)
    assert sqlite_store.load(owner, id).assessment.title == small().title
    assert [p.name for p in tmp_path.glob("*before-restore*")] == []
