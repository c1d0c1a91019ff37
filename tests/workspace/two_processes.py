"""Twenty people at work in two processes, and what became of their answers."""

import json
import os
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from readiness.domain.assessment import Response
from readiness.store import Actor, AssessmentStore, verified

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Told:
    """How many answers were kept, how many clashes were shown, the slowest answer in seconds."""

    kept: int
    clashes: int
    slowest: float


@dataclass(frozen=True)
class Crowd:
    """Two processes that answer in one assessment, each with ten people."""

    url: str
    id: str
    processes: tuple[subprocess.Popen[str], ...]

    def told(self, store: AssessmentStore, owner: Actor) -> Told:
        """Wait for the end; every answer that was acknowledged must be there, and but once."""
        said = [json.loads(one.communicate()[0]) for one in self.processes]
        kept = [note for one in said for note in one["kept"]]
        clashes = sum(one["clashes"] for one in said)
        assert len(kept) + clashes == sum(one["asked"] for one in said)
        rows = [r for r in store.history(owner, self.id) if r.kind == "response"]
        notes = [Response.model_validate(row.new).note for row in rows]
        assert Counter(notes) == Counter(kept)
        assert verified(self.url).broken == ()
        return Told(len(kept), clashes, max(one["slowest"] for one in said))


def at_work(url: str, id: str, seconds: float) -> Crowd:
    """Let them begin."""
    words = [sys.executable, str(ROOT / "tests/workspace/loading.py"), url, id]
    processes = tuple(
        subprocess.Popen(
            [*words, str(first), str(seconds)],
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            text=True,
        )
        for first in (0, 10)
    )
    return Crowd(url, id, processes)
