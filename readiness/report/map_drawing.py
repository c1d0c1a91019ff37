"""The model map drawn: a network in the DOT language, and the same in words (domain 1.13)."""

from collections.abc import Iterator, Mapping
from textwrap import wrap

from readiness.domain.map_result import MapResult
from readiness.domain.map_rules import MapRules
from readiness.domain.model_map import LinkKind, MapLink, MapNode, NodeKind
from readiness.operating_model.map_graph import Graph
from readiness.report.figure_look import INK, QUIET
from readiness.report.numerals import number, plural

WEAK = "#A33A0A"
WIDE = 18
"""Letters in a line of a label."""
SHAPES: dict[NodeKind, str] = {
    "site": 'shape=box, style="filled,bold", fillcolor="#D8E8EF"',
    "contractor": 'shape=box, style="filled,dashed", fillcolor="#F3F6F8"',
    "point_of_care": 'shape=house, style="filled,bold", fillcolor="#D8E8EF"',
    "clinic": 'shape=octagon, style=filled, fillcolor="#FFFFFF"',
    "carrier": 'shape=cds, style=filled, fillcolor="#FFFFFF"',
    "step": 'shape=ellipse, style=filled, fillcolor="#FFFFFF"',
    "material": 'shape=cylinder, style=filled, fillcolor="#FFFFFF"',
    "data": 'shape=note, style=filled, fillcolor="#FFFFFF"',
    "view": 'shape=tab, style=filled, fillcolor="#FFFFFF"',
}
LINES: dict[LinkKind, str] = {"runs": "dotted", "material": "solid", "data": "dashed"}


def map_dot(graph: Graph) -> str:
    """The map as a DOT document; a hand-over with something missing says so on its line.

    Steps that one place alone runs stand with it in a frame, which saves the lines between them.
    """
    framed = {step.id: runs[0] for step in graph.steps if len(runs := graph.runs(step.id)) == 1}
    lines = [
        "digraph map {",
        'rankdir=LR; bgcolor="transparent"; nodesep=0.3; ranksep=0.45;',
        f'node [fontsize=12, fontcolor="{INK}", color="{QUIET}", margin="0.12,0.07"];',
        f'edge [fontsize=11, fontcolor="{INK}", color="{QUIET}", arrowsize=0.7];',
        *(_node(node, graph.rules, framed.get(node.id)) for node in graph.nodes),
        *_frames(framed),
        *(_edge(link, graph) for link in graph.links if link not in framed.values()),
        "}",
    ]
    return "\n".join(lines)


def _frames(framed: Mapping[str, MapLink]) -> Iterator[str]:
    for place in dict.fromkeys(link.source for link in framed.values()):
        inside = [step for step, link in framed.items() if link.source == place]
        names = " ".join(_quoted(id) + ";" for id in (place, *inside))
        look = f'style="rounded,dotted"; color="{QUIET}"; margin=10;'
        yield f"subgraph {_quoted(f'cluster_{place}')} {{ {look} {names} }}"


def missing(graph: Graph, link: MapLink) -> tuple[str, ...]:
    """What a hand-over lacks once it was asked."""
    if not link.connection:
        return ("not asked",) if link in graph.handovers else ()
    if link not in graph.handovers:
        return ()
    lacks = (
        ("no owner", not link.owner.strip()),
        ("no escalation time", link.escalation_hours is None),
    )
    return tuple(words for words, is_so in lacks if is_so)


def in_words(graph: Graph, found: MapResult) -> str:
    """What the picture shows, for who does not see it."""
    kinds = [
        plural(count, kind.name.lower(), kind.many)
        for kind in graph.rules.nodes
        if (count := sum(node.kind == kind.id for node in graph.nodes))
    ]
    passed = plural(found.handovers, "hand-over between two places", "hand-overs between places")
    lacking = sum(bool(missing(graph, link)) for link in graph.handovers)
    end = f", {number(lacking)} with something missing" if lacking else ""
    lead = "One role leads the chain." if found.has_conductor else "No role leads the chain."
    return f"The map shows {', '.join(kinds)}; {passed}{end}. {lead}"


def _node(node: MapNode, rules: MapRules, run: MapLink | None) -> str:
    names = {kind.id: kind.name for kind in rules.nodes}
    kind = names[node.kind].lower()
    kind = f"{kind}, {run.process_version}" if run and run.process_version else kind
    label = _quoted(*wrap(node.name, WIDE), *wrap(kind, WIDE))
    return f"{_quoted(node.id)} [label={label}, {SHAPES[node.kind]}];"


def _edge(link: MapLink, graph: Graph) -> str:
    ends = f"{_quoted(link.source)} -> {_quoted(link.target)}"
    lacks = missing(graph, link)
    look = f'color="{WEAK}", fontcolor="{WEAK}", penwidth=1.8' if lacks else "penwidth=1"
    said = [*_said(link, graph.rules), *(f"✗ {words}" for words in lacks)]
    label = _quoted(*(line for words in said for line in wrap(words, WIDE)))
    return f"{ends} [label={label}, style={LINES[link.kind]}, {look}];"


def _said(link: MapLink, rules: MapRules) -> Iterator[str]:
    if link.kind == "runs":
        yield link.process_version
        return
    names = {kind.id: kind.name for kind in rules.connections}
    yield link.carries
    yield names[link.connection] if link.connection else ""


def _quoted(*lines: str) -> str:
    """A DOT string of lines; a backslash or a quote of the text stays text."""
    texts = (line.replace("\\", "\\\\").replace('"', '\\"') for line in lines)
    return '"' + "\\n".join(texts) + '"'
