"""Exports for the fake store, behind the same contract as the SQL ones."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from readiness.store.port import Export
from readiness.store.records import Actor

if TYPE_CHECKING:
    from readiness.store.memory import MemoryStore


class HeldExports:
    """Exports (see the port for each method) that are forgotten when they go."""

    def __init__(self, store: "MemoryStore", clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock
        self._noted: dict[str, list[Export]] = {}

    def note(self, actor: Actor, assessment_id: str, what: str, file_sha256: str) -> None:
        """Note that the actor took out a file."""
        self._store.revision(actor, assessment_id)
        made = Export(self._clock(), self._store.name_of(actor), what, file_sha256)
        self._noted.setdefault(assessment_id, []).append(made)

    def of(self, actor: Actor, assessment_id: str) -> list[Export]:
        """Every file that was taken out, oldest first."""
        self._store.history(actor, assessment_id)
        return list(self._noted.get(assessment_id, ()))
