"""The store on PostgreSQL: shared by processes, and as deaf to a program that forgets to ask."""

import os
import signal
import subprocess
import sys
import time
from threading import Thread

import psycopg
import pytest

from readiness.store import (
    EntryClash,
    EntryKey,
    Frozen,
    Store,
    StoreUnavailable,
    open_store,
    verified,
)
from readiness.store.keeping import copied
from tests.store.conftest import APP, app_address
from tests.store.crowd import opened_at_once, workspaces_of
from tests.store.samples import full, log, small

WRITER = """
import sys
from readiness.store import Actor, entry_of, open_store
from tests.store.samples import answer
store, actor = open_store(sys.argv[1]), Actor("local")
for number in range(int(sys.argv[3]), int(sys.argv[3]) + 60):
    value = answer(f"C{number}", "team", 1 + number % 5)
    store.put(actor, sys.argv[2], *entry_of(value), value)
    sys.stdout.write(f"{number}\\n")
    sys.stdout.flush()
"""


def begun(store: Store) -> str:
    owner = store.local_owner()
    return store.create(owner, store.workspaces(owner)[0].id, small())


def writer(url: str, id: str, first: int) -> subprocess.Popen[str]:
    words = [sys.executable, "-c", WRITER, url, id, str(first)]
    return subprocess.Popen(words, stdout=subprocess.PIPE, text=True)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE history SET reason = 'other'",
        "DELETE FROM history",
        "TRUNCATE history CASCADE",
        "INSERT INTO history SELECT * FROM history ON CONFLICT (seq) DO UPDATE SET reason = 'x'",
    ],
)
def test_sql_cannot_alter_the_history(statement: str, shared_store: Store, super_url: str) -> None:
    begun(shared_store)
    with (
        psycopg.connect(super_url) as raw,
        pytest.raises(psycopg.Error, match="the history is append-only"),
    ):
        raw.execute(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entry SET payload = '1'",
        "DELETE FROM entry",
        "UPDATE evidence_file SET coded = ''",
        "DELETE FROM evidence_file",
        "UPDATE assessment SET frozen_at = NULL",
    ],
)
def test_what_is_frozen_stays(statement: str, shared_store: Store, super_url: str) -> None:
    owner = shared_store.local_owner()
    id = shared_store.create(owner, shared_store.workspaces(owner)[0].id, full(), [log()])
    shared_store.freeze(owner, id)
    with (
        psycopg.connect(super_url) as raw,
        pytest.raises(psycopg.Error, match="the assessment is frozen"),
    ):
        raw.execute(statement)
    with pytest.raises(Frozen):
        shared_store.put(owner, id, "profile", "sites", 3)
    assert shared_store.holds(owner, id)


def test_two_processes_write_one_assessment_and_nothing_is_lost(
    shared_store: Store, shared_url: str
) -> None:
    id = begun(shared_store)
    before = shared_store.revision(shared_store.local_owner(), id)
    both = [writer(shared_url, id, first) for first in (0, 60)]
    for one in both:
        one.communicate(timeout=60)
    assert [one.returncode for one in both] == [0, 0]
    owner = shared_store.local_owner()
    said = {r.capability for r in shared_store.load(owner, id).assessment.responses}
    assert {f"C{n}" for n in range(120)} <= said
    assert shared_store.revision(owner, id) == before + 120
    assert verified(shared_url).broken == ()


def test_a_killed_process_leaves_what_it_acknowledged(shared_store: Store, shared_url: str) -> None:
    id = begun(shared_store)
    killed = writer(shared_url, id, 0)
    assert killed.stdout is not None
    acknowledged = [killed.stdout.readline() for _ in range(20)]
    os.kill(killed.pid, signal.SIGKILL)
    killed.communicate()
    said = {
        r.capability for r in shared_store.load(shared_store.local_owner(), id).assessment.responses
    }
    assert {f"C{line.strip()}" for line in acknowledged} <= said
    assert verified(shared_url).broken == ()


def test_a_clash_between_two_stores_is_said(shared_store: Store, shared_url: str) -> None:
    id, owner = begun(shared_store), shared_store.local_owner()
    other = open_store(shared_url)
    stamp = other.put(owner, id, "profile", "sites", 2)
    assert stamp.changed
    with pytest.raises(EntryClash):
        shared_store.put(owner, id, "profile", "sites", 3, expected=0)
    other.close()


def test_a_reader_sees_one_moment(shared_store: Store) -> None:
    """Loading takes several statements: what is written between them does not show."""
    id, owner = begun(shared_store), shared_store.local_owner()
    failed: list[BaseException] = []

    def read() -> None:
        try:
            for _ in range(40):
                found = shared_store.load(owner, id)
                sites = found.entries[EntryKey("profile", "sites")]
                assert sites.revision <= found.revision
        except BaseException as error:  # noqa: BLE001 - shown by the assertion below
            failed.append(error)

    shared_store.put(owner, id, "profile", "sites", 1)
    reader = Thread(target=read)
    reader.start()
    for sites in range(2, 42):
        shared_store.put(owner, id, "profile", "sites", sites)
    reader.join()
    assert failed == []


def test_many_open_a_new_database_at_once(server: str) -> None:
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE opened_at_once OWNER {APP}")
    url = app_address(server, "opened_at_once")
    assert opened_at_once(url, 6) == []
    assert workspaces_of(url) == 1


def test_what_cannot_be_reached_is_said_without_the_password() -> None:
    began = time.monotonic()
    with pytest.raises(StoreUnavailable, match="cannot be opened") as refused:
        open_store("postgresql://me:secret@127.0.0.1:9/none")
    assert "secret" not in str(refused.value)
    assert time.monotonic() - began < 30


def test_a_copy_of_it_is_the_administrators(shared_url: str, tmp_path) -> None:
    with pytest.raises(StoreUnavailable, match="is no file"):
        copied(shared_url, tmp_path / "copy.sqlite")
