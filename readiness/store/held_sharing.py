"""Which workspaces take part in the benchmark, for the fake store."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from readiness.domain.errors import NotFound
from readiness.store.records import Actor, SharingChange
from readiness.store.rights import refuse

if TYPE_CHECKING:
    from readiness.store.memory import MemoryStore


class HeldSharing:
    """Sharing (see the port for each method) that forgets all when it goes."""

    def __init__(
        self, store: "MemoryStore", clock: Callable[[], datetime], name_of: Callable[[Actor], str]
    ) -> None:
        self._store = store
        self._clock = clock
        self._name_of = name_of
        self._changes: dict[str, list[SharingChange]] = {}

    def taking_part(self, actor: Actor) -> list[str]:
        """The workspaces that the actor owns and that take part, by id."""
        owned = sorted(w.id for w in self._store.workspaces(actor) if w.role == "owner")
        return [id for id in owned if self._changes.get(id) and self._changes[id][-1].is_on]

    def decide(self, actor: Actor, workspace_id: str, *, is_on: bool, reason: str = "") -> None:
        """Let a workspace take part, or no longer; by its owner, and kept for good."""
        self._reach(actor, workspace_id)
        change = SharingChange(self._clock(), self._name_of(actor), is_on, reason)
        self._changes.setdefault(workspace_id, []).append(change)

    def changes(self, actor: Actor, workspace_id: str) -> list[SharingChange]:
        """Every decision, oldest first; for owners."""
        self._reach(actor, workspace_id)
        return list(self._changes.get(workspace_id, ()))

    def _reach(self, actor: Actor, workspace_id: str) -> None:
        roles = {one.id: one.role for one in self._store.workspaces(actor)}
        if workspace_id not in roles:
            raise NotFound("There is no such workspace.")
        refuse(roles[workspace_id], "manage")
