"""The network of the model map as a matrix: who hands what to whom, and what is wrong with it."""

from collections.abc import Iterator

from readiness.domain.model_map import MapLink, MapNode
from readiness.operating_model.map_graph import Graph
from readiness.operating_model.map_matrix import Handed, handed, own_steps, places, takers
from readiness.operating_model.model_map import graph_today
from readiness.report.cells import Book, Page
from readiness.report.facts import Facts
from readiness.report.layout import HANDOVERS, Column, Grid, headings, put_row, row_height, title
from readiness.report.map_drawing import missing
from readiness.report.printing import colour_when, print_page, protect
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
    page, found = book.pages[HANDOVERS], facts.result.operating_model.model_map
    assert found is not None
    graph = graph_today(facts.assessment, facts.questionnaire)
    names = {flag.id: flag.name.lower() for flag in found.flags}
    rows, pairs = places(graph), handed(graph, found)
    columns = [Column(FROM, "From", 24, "wrap_bold")]
    columns += [Column(n.id, _named(n, graph), WIDTH, "wrap") for n in takers(graph)]
    grid = Grid(HANDOVERS, columns, len(rows))
    title(page, "Who hands what to whom", SAYS)
    headings(page, grid)
    for row, place in enumerate(rows, start=grid.start):
        values = {FROM: _named(place, graph), place.id: _own(graph, place)}
        for taker in takers(graph):
            if one := pairs.get((place.id, taker.id)):
                values[taker.id] = "\n".join(_lines(one, graph, names))
        put_row(page, grid, row, values)
        row_height(page, grid, row, values)
    first = f"B{grid.start}"
    cells = f"{first}:{grid.last_letter}{grid.end}"
    colour_when(page, cells, f'COUNTIF({first},"*✗*")>0', ALERT)
    page.sheet.freeze_panes = first
    print_page(page, rows=f"1:{grid.head}", area=f"A1:{grid.last_letter}{grid.end}")
    protect(page)
    return page


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
