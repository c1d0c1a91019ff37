"""The network of the model map as a matrix: who hands what to whom, and what is wrong with it."""

from collections.abc import Iterator, Mapping

from readiness.domain.model_map import MapLink, MapNode
from readiness.operating_model.map_graph import Graph
from readiness.operating_model.map_matrix import Handed, Pair, handed, own_steps, places, takers
from readiness.operating_model.model_map import graph_today
from readiness.report.cells import Book, Page
from readiness.report.facts import Facts
from readiness.report.layout import HANDOVERS, Column, Grid, Value
from readiness.report.listed_sheet import write_listed
from readiness.report.map_drawing import missing
from readiness.report.printing import colour_when
from readiness.report.styles import ALERT

FROM = "From"
"""No id of a node: those have small letters."""
WIDTH = 26
SAYS = (
    "From the row to the column: what passes, and how. In its own column: what a place runs itself."
    " ✗ is something missing, or a flag of a fragmented set-up; an empty cell: nothing passes."
)


def write_handovers(book: Book, facts: Facts) -> Page:
    """Write the sheet. Raises AssertionError where nothing was drawn."""
    found = facts.result.operating_model.model_map
    assert found is not None
    graph = graph_today(facts.assessment, facts.questionnaire)
    names = {flag.id: flag.name.lower() for flag in found.flags}
    columns = [Column(FROM, "From", 24, "wrap_bold")]
    columns += [Column(n.id, _named(n, graph), WIDTH, "wrap") for n in takers(graph)]
    rows = list(_rows(graph, handed(graph, found), names))
    page = write_listed(book, HANDOVERS, columns, SAYS, rows, frozen=1)
    grid = Grid(HANDOVERS, columns, len(rows))
    first = f"B{grid.start}"
    cells = f"{first}:{grid.last_letter}{grid.end}"
    colour_when(page, cells, f'COUNTIF({first},"*✗*")>0', ALERT)
    return page


def _rows(
    graph: Graph, pairs: Mapping[Pair, Handed], names: dict[str, str]
) -> Iterator[dict[str, Value]]:
    for place in places(graph):
        row: dict[str, Value] = {FROM: _named(place, graph), place.id: _own(graph, place)}
        for taker in takers(graph):
            if one := pairs.get((place.id, taker.id)):
                row[taker.id] = "\n".join(_lines(one, graph, names))
        yield row


def _named(node: MapNode, graph: Graph) -> str:
    kinds = {kind.id: kind.name.lower() for kind in graph.rules.nodes}
    return f"{node.name} ({kinds[node.kind]})"


def _own(graph: Graph, place: MapNode) -> str:
    steps = ", ".join(step.name for step in own_steps(graph, place.id))
    return f"Runs: {steps}" if steps else "–"


def _lines(one: Handed, graph: Graph, names: dict[str, str]) -> Iterator[str]:
    for link in one.links:
        yield _passes(link, graph)
    for flag in one.flags:
        yield f"✗ {flag} {names[flag]}"


def _passes(link: MapLink, graph: Graph) -> str:
    kinds = {kind.id: kind.name for kind in graph.rules.links}
    connections = {kind.id: kind.name for kind in graph.rules.connections}
    lacks = "".join(f", ✗ {words}" for words in missing(graph, link))
    how = f": {connections[link.connection]}" if link.connection else ""
    return f"{link.carries or kinds[link.kind]}{how}{lacks}"
