"""The model map as a graph: who runs a step, who has a thing, and what passes between whom."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from readiness.domain.map_rules import MapRules
from readiness.domain.model_map import LinkKind, MapLink, MapNode
from readiness.domain.operating import Operating
from readiness.domain.scale import Stage

Parties = frozenset[str]
"""Ids of places."""


@dataclass(frozen=True)
class Graph:
    """The links whose ends are there; ``stage`` None: of every stage."""

    rules: MapRules
    nodes: tuple[MapNode, ...]
    every: tuple[MapLink, ...]
    stages: tuple[Stage, ...]
    stage: Stage | None = None

    @cached_property
    def by_id(self) -> dict[str, MapNode]:
        """Nodes by id."""
        return {node.id: node for node in self.nodes}

    @cached_property
    def links(self) -> tuple[MapLink, ...]:
        """Those that hold in the stage."""
        known = (k for k in self.every if k.source in self.by_id and k.target in self.by_id)
        return tuple(link for link in known if self.stage is None or self.holds(link, self.stage))

    @cached_property
    def makers(self) -> Parties:
        """Places that make the product."""
        return frozenset(node.id for node in self.nodes if node.kind in self.rules.makers)

    @cached_property
    def steps(self) -> tuple[MapNode, ...]:
        """Steps of the process."""
        return tuple(node for node in self.nodes if node.kind == "step")

    @cached_property
    def handovers(self) -> tuple[MapLink, ...]:
        """Material or data between two places."""
        return tuple(link for link in self.links if self.pairs(link))

    @cached_property
    def alone(self) -> tuple[MapNode, ...]:
        """Nodes to which no link of any stage leads, and from which none leads away."""
        linked = {end for link in self.every for end in (link.source, link.target)}
        return tuple(node for node in self.nodes if node.id not in linked)

    def holds(self, link: MapLink, stage: Stage) -> bool:
        """Whether a link holds in a stage."""
        at = self.stages.index
        since = at(link.since) if link.since else 0
        until = at(link.until) if link.until else len(self.stages)
        return since <= at(stage) <= until

    def runs(self, step: str) -> tuple[MapLink, ...]:
        """The links by which makers run a step."""
        found = (link for link in self.links if link.kind == "runs" and link.target == step)
        return tuple(link for link in found if link.source in self.makers)

    def runners(self, step: str) -> Parties:
        """The makers that run a step."""
        return frozenset(link.source for link in self.runs(step))

    def parties(self, node: str) -> Parties:
        """A place is its own; a step is of those who run it, a thing of those it comes from."""
        kind = self.by_id[node].kind
        if kind in self.rules.places:
            return frozenset({node})
        if kind == "step":
            return self.runners(node)
        if kind == "view":
            return frozenset()
        return self.sources(node)

    def sources(self, node: str) -> Parties:
        """The places from which links lead to a node, through the steps that they run."""
        found: set[str] = set()
        for link in self.links:
            if link.target == node:
                source = self.by_id[link.source]
                found |= self.runners(source.id) if source.kind == "step" else set()
                found |= {source.id} if source.kind in self.rules.places else set()
        return frozenset(found)

    def pairs(self, link: MapLink) -> frozenset[Parties]:
        """The pairs of places between which something passes by a link."""
        if link.kind == "runs":
            return frozenset()
        first, second = self.parties(link.source), self.parties(link.target)
        if first == second:
            return frozenset()
        return frozenset(frozenset(pair) for pair in product(first, second) if len(set(pair)) == 2)

    def between_makers(self, kinds: Sequence[LinkKind] = ()) -> tuple[MapLink, ...]:
        """Hand-overs between two makers, of some kinds or of all."""
        wanted = (link for link in self.handovers if not kinds or link.kind in kinds)
        return tuple(k for k in wanted if any(pair <= self.makers for pair in self.pairs(k)))

    def label(self, link: MapLink) -> str:
        """A link as it is named in a sentence."""
        names = {kind.id: kind.name.lower() for kind in self.rules.links}
        source, target = self.by_id[link.source].name, self.by_id[link.target].name
        return f"{source} → {target} ({names[link.kind]})"

    def labels(self, links: Iterable[MapLink]) -> str:
        """Several, in a row."""
        return ", ".join(dict.fromkeys(self.label(link) for link in links))

    def names(self, ids: Iterable[str], between: str = ", ") -> str:
        """Nodes by name, in the order of the map."""
        wanted = set(ids)
        return between.join(node.name for node in self.nodes if node.id in wanted)


def graph_of(
    rules: MapRules, said: Operating, stages: Sequence[Stage], stage: Stage | None = None
) -> Graph:
    """The graph of what was typed."""
    return Graph(rules, said.map_nodes, said.map_links, tuple(stages), stage)
