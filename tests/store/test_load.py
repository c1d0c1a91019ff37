"""Twenty people in two processes on one PostgreSQL: nothing lost or doubled, each clash shown."""

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from readiness.store import verified
from tests.store.samples import small

ROOT = Path(__file__).parents[2]


def run(store, url: str, seconds: float) -> tuple[int, int, float]:
    owner = store.local_owner()
    id = store.create(owner, store.workspaces(owner)[0].id, small())
    words = [sys.executable, str(ROOT / "tests/workspace/loading.py"), url, id]
    both = [
        subprocess.Popen(
            [*words, str(first), str(seconds)],
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            text=True,
        )
        for first in (0, 10)
    ]
    said = [json.loads(one.communicate()[0]) for one in both]
    kept = [note for one in said for note in one["kept"]]
    clashes = sum(one["clashes"] for one in said)
    assert len(kept) + clashes == sum(one["asked"] for one in said)
    rows = [r for r in store.history(owner, id) if r.kind == "response"]
    assert Counter(r.new["note"] for r in rows) == Counter(kept)
    assert verified(url).broken == ()
    return len(kept), clashes, max(one["slowest"] for one in said)


def test_a_few_seconds(shared_store, shared_url) -> None:
    kept, _, _ = run(shared_store, shared_url, 1.5)
    assert kept >= 20


@pytest.mark.long
@pytest.mark.timeout(600)
def test_two_minutes(shared_store, shared_url) -> None:
    kept, clashes, slowest = run(shared_store, shared_url, 120)
    sys.stdout.write(f"{kept} kept, {clashes} clashes, slowest {slowest:.2f} s\n")
    assert kept > 1000
    assert clashes > 0
