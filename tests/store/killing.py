"""A process that kills its children in the middle of their work, and looks at what is left.

``python tests/store/killing.py KIND MOMENTS SEED FOLDER`` ends with status 0 where each time the
store opens, verifies and holds whatever a child had said was done. It has no thread: it forks.
"""

import os
import random
import shutil
import signal
import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from readiness.settings import Settings
from readiness.store import Actor, copied, open_store, verified
from readiness.workspace.custody import Desk, export_signed, take_in
from tests.store.older import older
from tests.store.samples import full, log, small
from tests.store.travelling import begun

LOCAL = Actor("local")
Say = Callable[[object], None]
Child = Callable[[Say], None]


def killed(child: Child, after: float) -> list[str]:
    """What a child had said was done when it was killed; ``after``: seconds."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reading)

        def say(word: object) -> None:
            os.write(writing, f"{word}\n".encode())

        try:
            child(say)
        finally:
            os._exit(0)
    os.close(writing)
    time.sleep(after)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    with os.fdopen(reading) as said:
        return said.read().split()


def fresh(folder: Path, n: int) -> Path:
    """An empty folder for one moment."""
    place = folder / str(n)
    place.mkdir(mode=0o700)
    return place


def url_of(place: Path) -> str:
    """The address of the store there."""
    return f"sqlite:///{place / 'readiness.sqlite'}"


def whole(place: Path) -> None:
    """The store opens and proves itself."""
    found = verified(url_of(place))
    assert found.broken == (), found.broken


def filled(folder: Path) -> tuple[Path, int]:
    """A store with six assessments, and how many rows their histories have."""
    place = fresh(folder, 0)
    store = open_store(url_of(place))
    for _ in range(6):
        begun(store)
    store.close()
    return place, verified(url_of(place)).rows


def writing(folder: Path, moments: int, draw: random.Random) -> int:
    """Killed while it writes answers one after the other."""
    place = fresh(folder, 0)
    store = open_store(url_of(place))
    owner = store.local_owner()
    id = store.create(owner, store.workspaces(owner)[0].id, small())
    store.close()
    last = 1
    for _ in range(moments):

        def work(say: Say, first: int = last + 1) -> None:
            mine = open_store(url_of(place))
            for sites in range(first, first + 10_000):
                mine.put(owner, id, "profile", "sites", sites)
                say(sites)

        done = killed(work, draw.uniform(0.02, 0.25))
        whole(place)
        again = open_store(url_of(place))
        there = again.load(owner, id).assessment.profile.sites or 0
        again.close()
        said = int(done[-1]) if done else last
        # What was said is there; the one after it may be, unsaid.
        assert said <= max(there, last) <= said + 1, (said, there, last)
        last = max(there, last)
    return last


def importing(folder: Path, moments: int, draw: random.Random) -> int:
    """Killed while it takes in signed files."""
    settings = Settings(data_dir=fresh(folder, 0))
    store = open_store(settings.store_url)
    owner, _ = begun(store)
    home = store.workspaces(owner)[0].id
    for _ in range(4):
        store.create(owner, home, full(), [log()])
    ids = [row.id for row in store.assessments(owner)]
    store.close()
    files = [(id, export_signed(Desk(settings, owner), home, id)) for id in ids]
    taken = 0
    for n in range(1, moments + 1):
        here = Desk(Settings(data_dir=fresh(folder, n)), owner)
        store = open_store(here.settings.store_url)
        into = store.workspaces(store.local_owner())[0].id
        store.close()

        def work(say: Say, here: Desk = here, into: str = into) -> None:
            for id, data in files:
                take_in(here, "sent.zip", data, into, trusted=True)
                say(id)

        done = killed(work, draw.uniform(0.05, 1.5))
        whole(here.settings.data_dir)
        after = open_store(here.settings.store_url)
        there = {row.id for row in after.assessments(owner)}
        assert set(done) <= there, (done, there)
        for id in there:
            assert after.load(owner, id).assessment.title == "Northgate baseline"
        after.close()
        taken += len(done)
        shutil.rmtree(here.settings.data_dir)
    return taken


def migrating(folder: Path, moments: int, draw: random.Random) -> int:
    """Killed while it brings an old store up to date; the copy it made first is whole too."""
    place, rows = filled(folder)
    old = older(place, url_of(place), "0003")
    began = time.monotonic()
    first = fresh(folder, -1)
    shutil.copy(old, first / "readiness.sqlite")
    open_store(url_of(first)).close()
    long = time.monotonic() - began
    finished = 0
    for n in range(1, moments + 1):
        there = fresh(folder, n)
        shutil.copy(old, there / "readiness.sqlite")

        def work(say: Say, there: Path = there) -> None:
            open_store(url_of(there)).close()
            say("done")

        finished += len(killed(work, draw.uniform(0, 2.5 * long)))
        whole(there)
        assert verified(url_of(there)).rows == rows
        shutil.rmtree(there)
    return finished


def backing_up(folder: Path, moments: int, draw: random.Random) -> int:
    """Killed while it copies the store; each copy that was said to be done can be put back."""
    place, rows = filled(folder)
    kept = 0
    for n in range(1, moments + 1):
        there = fresh(folder, n)

        def work(say: Say, there: Path = there) -> None:
            for k in range(100):
                copied(url_of(place), there / f"copy-{k}.sqlite")
                say(k)

        done = killed(work, draw.uniform(0.02, 0.8))
        whole(place)
        assert verified(url_of(place)).rows == rows
        for k in done:
            with closing(sqlite3.connect(there / f"copy-{k}.sqlite")) as raw:
                [(count,)] = raw.execute("SELECT count(*) FROM history")
            assert count == rows
        kept += len(done)
        shutil.rmtree(there)
    return kept


KINDS = {
    "writing": writing,
    "importing": importing,
    "migrating": migrating,
    "backing up": backing_up,
}


def main() -> None:
    """Run one kind; the last line says how often it was killed and how much had been said."""
    kind, moments, seed, folder = sys.argv[1:]
    done = KINDS[kind](Path(folder), int(moments), random.Random(int(seed)))
    sys.stdout.write(f"{kind}: killed {moments} times, {done} acknowledged\n")


if __name__ == "__main__":
    main()
