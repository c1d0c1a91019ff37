"""The model map as a matrix: who hands what to whom, and the flags that each hand-over raises."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from readiness.domain.map_result import MapResult
from readiness.domain.model_map import MapLink, MapNode
from readiness.operating_model.map_flags import derive, unseen_makers
from readiness.operating_model.map_graph import Graph

Pair = tuple[str, str]
"""Ids of who hands over and of who takes."""


@dataclass(frozen=True)
class Handed:
    """What passes from one place to another, or into a status view, and the flags it raises."""

    links: tuple[MapLink, ...]
    flags: tuple[str, ...]


def places(graph: Graph) -> tuple[MapNode, ...]:
    """Who hands over: every place, in the order of the map."""
    return tuple(node for node in graph.nodes if node.kind in graph.rules.places)


def takers(graph: Graph) -> tuple[MapNode, ...]:
    """Who takes: the places, then the status views."""
    return places(graph) + tuple(node for node in graph.nodes if node.kind == "view")


def handed(graph: Graph, found: MapResult) -> Mapping[Pair, Handed]:
    """Every pair between which something passes in the stage of the graph.

    A flag stands where the map raises it: at the pairs of its links; that a maker is in no status
    view, at the maker and each view.
    """
    raised = [flag.id for flag in found.flags if flag.derived == "raised"]
    at = {id: set(derive(graph, "", None, id).links) for id in raised}
    unseen = _not_seen(graph)
    passes = _passes(graph)
    return {
        pair: Handed(
            tuple(links),
            tuple(id for id in raised if at[id] & set(links) or (id, pair) in unseen),
        )
        for pair, links in (dict.fromkeys((pair for _, pair in unseen), ()) | passes).items()
    }


def _passes(graph: Graph) -> dict[Pair, Sequence[MapLink]]:
    """The links by pair, in the order of the map."""
    views = {node.id for node in graph.nodes if node.kind == "view"}
    pairs: dict[Pair, list[MapLink]] = {}
    for link in (link for link in graph.links if link.kind != "runs"):
        takes = {link.target} if link.target in views else graph.parties(link.target)
        for pair in ((a, b) for a in sorted(graph.parties(link.source)) for b in sorted(takes)):
            if len(set(pair)) == 2:
                pairs.setdefault(pair, []).append(link)
    return dict(pairs)


def _not_seen(graph: Graph) -> set[tuple[str, Pair]]:
    """The flag of a maker in no view, at the maker and each view."""
    views = [node.id for node in graph.nodes if node.kind == "view"]
    rules = [rule.flag for rule in graph.rules.flags if rule.shape == "not_seen"]
    return {(flag, (m, view)) for flag in rules for m in unseen_makers(graph) for view in views}


def own_steps(graph: Graph, place: str) -> tuple[MapNode, ...]:
    """The steps that a place runs."""
    return tuple(step for step in graph.steps if place in graph.runners(step.id))
