"""Opening a database."""

import sqlite3
import stat
import sys
from contextlib import closing
from pathlib import Path
from threading import Thread

import pytest
from sqlalchemy import Connection, text

from readiness.domain.errors import ReadinessError
from readiness.store import StoreUnavailable, connection, migrations, open_store
from readiness.store.connection import back_up, open_engine, reading, writing
from tests.store.crowd import opened_at_once, workspaces_of


def test_every_connection_is_durable_and_checks_keys(url):
    engine = open_engine(url)

    def pragmas() -> list[object]:
        with reading(engine, None) as c:
            names = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
            return [c.execute(text(f"PRAGMA {name}")).scalar() for name in names]

    found = []
    thread = Thread(target=lambda: found.append(pragmas()))
    thread.start()
    thread.join()
    assert found == [pragmas()] == [["wal", 2, 1, 15_000]]
    engine.dispose()


@pytest.mark.skipif(sys.platform == "win32", reason="modes of files are POSIX")
def test_a_new_database_is_closed_to_others(tmp_path: Path):
    path = tmp_path / "new" / "readiness.sqlite"
    open_engine(f"sqlite:///{path}").dispose()
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "url", ["", "nonsense", "sqlite://", "sqlite:///:memory:", "oracle://u:secret@host/db"]
)
def test_an_address_that_is_no_sqlite_file_is_refused_without_its_password(url):
    with pytest.raises(StoreUnavailable, match="Expected sqlite") as refused:
        open_engine(url)
    assert "secret" not in str(refused.value)


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path):
    path = tmp_path / "notes.txt"
    path.write_text("not a database, and long enough to be looked at as one" * 9)
    before = path.read_bytes()
    with pytest.raises(StoreUnavailable, match="not a database"):
        open_engine(f"sqlite:///{path}")
    assert path.read_bytes() == before


def test_a_place_that_cannot_be_made_is_said(tmp_path: Path):
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreUnavailable, match="cannot be opened"):
        open_engine(f"sqlite:///{tmp_path / 'file' / 'x.sqlite'}")


def test_a_write_that_fails_leaves_nothing(url):
    engine = open_engine(url)

    def write_twice() -> None:
        with writing(engine, None) as c:
            for _ in range(2):
                c.execute(text("INSERT INTO person VALUES ('a', 'A')"))

    with pytest.raises(StoreUnavailable, match="Nothing of this was saved"):
        write_twice()
    with reading(engine, None) as c:
        assert c.execute(text("SELECT count(*) FROM person")).scalar() == 0
    engine.dispose()


def test_a_database_of_a_later_version_is_refused_unchanged(url, tmp_path, monkeypatch):
    open_engine(url).dispose()
    monkeypatch.setattr(connection, "HEAD", "0000")
    with pytest.raises(ReadinessError, match="later version"):
        open_engine(url)
    assert [p.name for p in tmp_path.glob("readiness-*")] == []


def test_a_copy_is_made_before_a_migration(url, tmp_path, monkeypatch):
    store = open_store(url)
    owner = store.local_owner()
    store.close()
    monkeypatch.setattr(connection, "HEAD", "9999")
    monkeypatch.setattr(
        connection,
        "upgrade",
        lambda c: c.execute(text("UPDATE alembic_version SET version_num = '9999'")),
    )
    open_engine(url).dispose()
    [copy] = tmp_path.glob(f"readiness-{migrations.HEAD}-*.sqlite")
    with closing(sqlite3.connect(copy)) as old:
        assert old.execute("SELECT version_num FROM alembic_version").fetchone() == (
            migrations.HEAD,
        )
        assert old.execute("SELECT id FROM person").fetchone() == (owner.person_id,)
    open_engine(url).dispose()
    assert len(list(tmp_path.glob(f"readiness-{migrations.HEAD}-*.sqlite"))) == 1


def test_a_migration_that_fails_leaves_the_database_as_it_was(url, monkeypatch):
    def fails(c: Connection) -> None:
        migrations.upgrade(c)
        raise RuntimeError("power cut")

    monkeypatch.setattr(connection, "upgrade", fails)
    with pytest.raises(RuntimeError):
        open_engine(url)
    monkeypatch.undo()
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as raw:
        assert raw.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    open_engine(url).dispose()


def test_many_open_a_new_database_at_once(url):
    assert opened_at_once(url, 8) == []
    assert workspaces_of(url) == 1


def test_a_copy_is_consistent_while_others_write(url, tmp_path):
    store = open_store(url)
    store.local_owner()
    back_up(Path(url.removeprefix("sqlite:///")), tmp_path / "copy.sqlite")
    store.close()
    with closing(sqlite3.connect(tmp_path / "copy.sqlite")) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert copy.execute("SELECT count(*) FROM person").fetchone() == (1,)
