"""Model maps for tests: two makers that share a step, and faults on demand."""

from collections.abc import Collection
from typing import Any

from readiness.domain.operating import Operating
from readiness.operating_model.map_graph import Graph, graph_of
from tests.made import questionnaire

DERIVED = ("F1", "F2", "F4", "F5", "F6", "F7", "F8")
"""Flags that a rule of the content reads off a map."""
LINK = {"identifier": "COI", "data_standard": "S1", "owner": "Lead", "escalation_hours": 24}
NODES = (
    {"id": "own", "kind": "site", "name": "Own"},
    {"id": "cdmo", "kind": "contractor", "name": "Maker"},
    {"id": "grow", "kind": "step", "name": "Expansion"},
    {"id": "board", "kind": "view", "name": "Board"},
)


def runs(source: str, target: str = "grow", version: str = "P1", **more: Any) -> dict[str, Any]:
    """A place runs a step."""
    id = f"{source}-runs-{target}"
    return (
        {"id": id, "source": source, "target": target, "kind": "runs"}
        | more
        | {"process_version": version}
    )


def passes(id: str, source: str, target: str, kind: str = "data", **more: Any) -> dict[str, Any]:
    """Something passes over, as a file, with everything that is asked."""
    ends = {"id": id, "source": source, "target": target, "kind": kind}
    return ends | LINK | {"connection": "file"} | more


def drawn(flags: Collection[str] = ()) -> dict[str, Any]:
    """A map that raises exactly these flags of ``DERIVED`` and clears the others."""
    order: dict[str, Any] = {"connection": "scan"} if "F4" in flags else {}
    order |= {"escalation_hours": None} if "F6" in flags else {}
    product = {"identifier": "Lot"} if "F2" in flags else {}
    product |= {"data_standard": "S2"} if "F7" in flags else {}
    links = [
        runs("own"),
        runs("cdmo", version="P2" if "F1" in flags else "P1"),
        passes("order", "own", "cdmo", **order),
        passes("product", "cdmo", "own", "material", **product),
        passes("own-seen", "own", "board"),
    ]
    links += [] if "F8" in flags else [passes("cdmo-seen", "cdmo", "board")]
    conductors = [] if "F5" in flags else [{"role": "Head of supply chain"}]
    return {"map_nodes": NODES, "map_links": links, "conductors": conductors}


def graph(said: dict[str, Any], stage: Any = "phase_1") -> Graph:
    """The graph of what was typed."""
    content = questionnaire()
    stages = [one.id for one in content.stages]
    return graph_of(content.model_map, Operating.model_validate(said), stages, stage)
