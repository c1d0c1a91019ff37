"""The store on SQLite: what outlives the process."""

import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from readiness.store import open_store
from tests.store.samples import answer, full, log, small

ANSWERS = 200
KILLS = 8

WRITER = """
import sys
from readiness.store import Actor, entry_of, open_store
from tests.store.samples import answer
store, actor = open_store(sys.argv[1]), Actor("local")
for number in range(int(sys.argv[3]), 200):
    value = answer(f"C{number}", "team", 1 + number % 5)
    store.put(actor, sys.argv[2], *entry_of(value), value)
    sys.stdout.write(f"{number}\\n")
    sys.stdout.flush()
"""


def test_reopening_shows_everything(url):
    store = open_store(url)
    owner = store.local_owner()
    id = store.create(owner, store.workspaces(owner)[0].id, full(), [log()])
    store.put(owner, id, "profile", "sites", 4)
    before = store.load(owner, id), store.history(owner, id), store.files(owner, id)
    listed = store.assessments(owner)
    store.close()
    again = open_store(url)
    assert (again.load(owner, id), again.history(owner, id), again.files(owner, id)) == before
    assert again.assessments(owner) == listed
    assert again.undoable(owner, id)[0].key == "sites"
    again.close()


def test_two_stores_on_one_file_see_each_other(url):
    one, two = open_store(url), open_store(url)
    owner = one.local_owner()
    id = one.create(owner, one.workspaces(owner)[0].id, small())
    two.put(owner, id, "profile", "sites", 2)
    one.put(owner, id, "profile", "parties", 3)
    loaded = two.load(owner, id)
    assert (loaded.assessment.profile.sites, loaded.assessment.profile.parties) == (2, 3)
    assert loaded.revision == 3
    one.close()
    two.close()


def test_a_reader_sees_one_moment_while_others_write(url):
    store = open_store(url)
    owner = store.local_owner()
    id = store.create(owner, store.workspaces(owner)[0].id, small())
    for number in range(30):
        store.put(owner, id, "response", f"C{number}|team", answer(f"C{number}", "team", 2))
        loaded = store.load(owner, id)
        assert len(loaded.assessment.responses) == loaded.revision - 1
    store.close()


def run_and_kill(url: str, id: str, first: int, after: float) -> list[int]:
    """What a writer acknowledged before it was killed."""
    command = [sys.executable, "-c", WRITER, url, id, str(first)]
    root = Path(__file__).parents[2]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root) as child:
        assert child.stdout is not None
        said = [child.stdout.readline()]
        time.sleep(after)
        child.send_signal(signal.SIGKILL)
        said += child.stdout.readlines()
    return [int(line) for line in said if line.endswith("\n")]


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX")
def test_a_killed_writer_loses_nothing_that_it_acknowledged(url):
    store = open_store(url)
    owner = store.local_owner()
    id = store.create(owner, store.workspaces(owner)[0].id, small())
    store.close()
    moments = random.Random(1)
    acknowledged: list[int] = []
    for _ in range(KILLS):
        acknowledged += run_and_kill(url, id, len(acknowledged), moments.uniform(0, 0.06))
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as raw:
            assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        store = open_store(url)
        loaded = store.load(owner, id)
        stored = {int(r.capability[1:]): r.level for r in loaded.assessment.responses}
        assert set(acknowledged) <= set(stored)
        # At most the one that was on disk when the process died before it could say so.
        assert len(stored) - len(acknowledged) <= 1
        assert all(level == 1 + number % 5 for number, level in stored.items())
        assert loaded.revision == 1 + len(stored)
        store.close()
        acknowledged = sorted(stored)
    assert 0 < len(acknowledged) <= ANSWERS
