"""Archetypes recognised on a model map, by the rules of the content (domain 1.13)."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from readiness.domain.map_rules import ArchetypeShape
from readiness.operating_model.map_graph import Graph, Parties


def recognise(graph: Graph, archetype: str) -> str | None:
    """What shows the archetype, in words; None where the map does not show it."""
    for rule in graph.rules.archetypes:
        if rule.archetype == archetype:
            where = SHAPES[rule.shape](graph)
            if where:
                return rule.text.format(where=where)
    return None


def _products_differ(graph: Graph) -> str:
    """Two products whose makers are not the same."""
    makers: dict[str, Parties] = {}
    for name in dict.fromkeys(step.product for step in graph.steps if step.product):
        own = [step for step in graph.steps if step.product in ("", name)]
        makers[name] = frozenset().union(*(graph.runners(step.id) for step in own))
    if len(set(makers.values())) < 2 or not all(makers.values()):
        return ""
    return "; ".join(f"{name}: {graph.names(parties)}" for name, parties in makers.items())


def _steps_split(graph: Graph) -> str:
    """Two steps of one product that are not run by the same makers."""
    for name in dict.fromkeys(["", *(step.product for step in graph.steps)]):
        own = [step for step in graph.steps if step.product in ("", name)]
        run = {step.name: graph.runners(step.id) for step in own if graph.runners(step.id)}
        if len(set(run.values())) > 1:
            return "; ".join(f"{step}: {graph.names(by)}" for step, by in run.items())
    return ""


def _step_shared(graph: Graph) -> str:
    """A step that several makers run at the same time."""
    shared = [step for step in graph.steps if len(graph.runners(step.id)) > 1]
    return "; ".join(f"{step.name}: {graph.names(graph.runners(step.id))}" for step in shared)


def _stages_differ(graph: Graph) -> str:
    """A step whose makers are not the same in every stage in which somebody runs it."""
    at = [replace(graph, stage=stage) for stage in graph.stages]
    changed = []
    for step in graph.steps:
        run = [one.runners(step.id) for one in at if one.runners(step.id)]
        if len(set(run)) > 1:
            names = (graph.names(parties) for parties in dict.fromkeys(run))
            changed.append(f"{step.name}: {', then '.join(names)}")
    return "; ".join(changed)


SHAPES: Mapping[ArchetypeShape, Callable[[Graph], str]] = {
    "products_differ": _products_differ,
    "steps_split": _steps_split,
    "step_shared": _step_shared,
    "stages_differ": _stages_differ,
}
