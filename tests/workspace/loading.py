"""Ten people of one process, as threads, each answering once a second through the use cases.

``python tests/workspace/loading.py URL ASSESSMENT FIRST SECONDS``: the first two of each ten answer
the same question with what they saw, so that they clash. Prints JSON: kept, clashes, slowest.
"""

import json
import sys
import time
from threading import Thread

from readiness.settings import Settings
from readiness.store import Actor, EntryClash, open_store
from readiness.workspace.session import Session
from tests.store.samples import answer

PEOPLE = 10
SHARED = ("SHARED|team", "SHARED", "team")


def main() -> None:
    """Run, and say what each was told."""
    url, id, first, seconds = sys.argv[1], sys.argv[2], int(sys.argv[3]), float(sys.argv[4])
    store = open_store(url)
    session = Session(store, Actor("local"), Settings(), {})
    kept: list[tuple[str, int]] = []
    clashes: list[str] = []
    took: list[float] = []

    def work(who: int) -> None:
        until = time.monotonic() + seconds
        n = 0
        while time.monotonic() < until:
            began = time.monotonic()
            n += 1
            shares = who % PEOPLE < 2
            key, capability, code = (
                SHARED if shares else (f"C{who}-{n}|team", f"C{who}-{n}", "team")
            )
            loaded = session.load(id)
            value = answer(capability, code, 1 + (who + n) % 5, f"{who} {n}")
            try:
                expected = loaded.expected("response", key)
                session.store.put(session.actor, id, "response", key, value, expected=expected)
                kept.append((f"{who} {n}", n))
            except EntryClash as clash:
                clashes.append(f"{who} {n} {clash.revision}")
            took.append(time.monotonic() - began)
            time.sleep(max(0.0, 1 - (time.monotonic() - began)))

    threads = [Thread(target=work, args=(first + k,)) for k in range(PEOPLE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    store.close()
    said = {"kept": [note for note, _ in kept], "clashes": len(clashes), "slowest": max(took)}
    sys.stdout.write(json.dumps(said | {"asked": len(took)}))


if __name__ == "__main__":
    main()
