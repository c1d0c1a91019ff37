"""Results in short for the fake store, behind the same contract as the SQL ones."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from readiness.domain.errors import NotFound
from readiness.domain.outline import Outline
from readiness.store.records import Actor, Outlined
from readiness.store.rights import MAY, Role, refuse

if TYPE_CHECKING:
    from readiness.store.memory import MemoryStore


class HeldOutlines:
    """Outlines (see the port for each method) that forget all when they go."""

    def __init__(self, store: "MemoryStore") -> None:
        self._store = store
        self._kept: dict[str, Outlined] = {}

    def kept(self, actor: Actor, workspace: str, stamps: Mapping[str, str]) -> dict[str, Outline]:
        """Of these assessments, by id, the outlines that are kept under exactly this stamp."""
        role = self._role(actor, workspace)
        found = {}
        for id in self._there(actor, workspace):
            one = self._kept.get(id)
            if one is not None and stamps.get(id) == one.stamp:
                found[id] = one.outline if role in MAY["read"] else one.outline.without_people()
        return found

    def keep(self, actor: Actor, workspace: str, made: Mapping[str, Outlined]) -> None:
        """Keep outlines by assessment. No change, no history."""
        if self._role(actor, workspace) in MAY["read"]:
            there = self._there(actor, workspace)
            self._kept.update({id: one for id, one in made.items() if id in there})

    def _there(self, actor: Actor, workspace: str) -> list[str]:
        rows = self._store.assessments(actor)
        return [row.id for row in rows if row.workspace == workspace]

    def _role(self, actor: Actor, workspace: str) -> Role:
        roles = {one.id: one.role for one in self._store.workspaces(actor)}
        if workspace not in roles:
            raise NotFound("There is no such workspace.")
        refuse(roles[workspace], "judge")
        return roles[workspace]
