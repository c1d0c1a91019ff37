"""The model map: every link with how it is connected, then what the map shows beside the people."""

from collections.abc import Iterator

from readiness.domain.map_result import MapArchetype, MapResult
from readiness.domain.model_map import MapLink
from readiness.operating_model.map_graph import Graph, graph_of
from readiness.operating_model.model_map import graph_today
from readiness.report.cells import Book, Page
from readiness.report.facts import Facts
from readiness.report.layout import MODEL_MAP, Column, Grid, Value, headings, put_rows, title
from readiness.report.map_drawing import in_words, missing
from readiness.report.printing import colour_when, print_page, protect
from readiness.report.styles import ALERT

MAP_LINKS = (
    Column("from", "From", 30, "wrap_bold"),
    Column("kind", "Link", 13, "top"),
    Column("to", "To", 34, "wrap_bold"),
    Column("carries", "What passes", 34, "wrap"),
    Column("process", "Process version", 15, "wrap"),
    Column("connection", "Connection", 13, "top"),
    Column("standard", "Data standard", 16, "wrap"),
    Column("identifier", "Identifier", 16, "wrap"),
    Column("owner", "Owner", 24, "wrap"),
    Column("hours", "Escalation, hours", 13, "top_mid"),
    Column("stages", "Stages", 18, "top"),
)
MAP_SHOWN = (
    Column("name", "Flag or archetype", 30, "wrap_bold"),
    Column("state", "Counts as", 13, "top"),
    Column("why", "What the map shows", 34, "wrap"),
    Column("reason", "Reason, or what to do", 34, "wrap"),
    Column("people", "People say", 15, "top"),
    Column("map", "The map says", 13, "top"),
)

STATES = {"raised": "raised", "clear": "not raised", "not known": "not known"}
NOBODY, NONE = "nobody", "none agreed"


def write_map(book: Book, facts: Facts) -> Page:
    """Write the sheet. Raises AssertionError where nothing was drawn."""
    page, found = book.pages[MODEL_MAP], facts.result.operating_model.model_map
    assert found is not None
    today = graph_today(facts.assessment, facts.questionnaire)
    stages = [stage.id for stage in facts.questionnaire.stages]
    every = graph_of(facts.questionnaire.model_map, facts.assessment.operating, stages)
    grid = Grid(MODEL_MAP, MAP_LINKS, len(every.links))
    role = facts.assessment.operating.conductor
    lead = f" Who leads: {role}." if role else ""
    title(page, "Model map", f"{in_words(today, found)}{lead}")
    headings(page, grid)
    put_rows(page, grid, [_link(link, every, today, facts) for link in every.links])
    for key, word in (("owner", NOBODY), ("hours", NONE)):
        first = f"{grid.letter(key)}{grid.start}"
        colour_when(page, grid.cells(key), f'{first}="{word}"', ALERT)
    end = _alone(page, today, _shown(page, facts, found, grid.end + 3) + 2)
    page.sheet.freeze_panes = f"D{grid.start}"
    print_page(page, rows=f"1:{grid.head}", area=f"A1:{grid.last_letter}{end}")
    protect(page)
    return page


def _link(link: MapLink, graph: Graph, today: Graph, facts: Facts) -> dict[str, Value]:
    rules = graph.rules
    kinds = {kind.id: kind.name for kind in rules.nodes}
    lacks = missing(today, link)
    ends = (graph.by_id[end] for end in (link.source, link.target))
    source, target = (f"{node.name} ({kinds[node.kind].lower()})" for node in ends)
    connected = {kind.id: kind.name for kind in rules.connections}
    names = {kind.id: kind.name for kind in rules.links}
    return {
        "from": source,
        "kind": names[link.kind],
        "to": target,
        "carries": link.carries,
        "process": link.process_version,
        "connection": connected[link.connection] if link.connection else "",
        "standard": link.data_standard,
        "identifier": link.identifier,
        "owner": NOBODY if "no owner" in lacks else link.owner,
        "hours": NONE if "no escalation time" in lacks else link.escalation_hours,
        "stages": _stages(link, facts),
    }


def _stages(link: MapLink, facts: Facts) -> str:
    name = facts.questionnaire.stage_name
    since, until = (name(stage) if stage else "" for stage in (link.since, link.until))
    if not since and not until:
        return "every stage"
    return f"{since or 'the first'} to {until or 'the last'}"


def _shown(page: Page, facts: Facts, found: MapResult, head: int) -> int:
    """The flags and the archetypes below the links; the last row."""
    rows = [*_flags(found), *_archetypes(facts, found)]
    grid = Grid(MODEL_MAP, MAP_SHOWN, len(rows), head=head)
    page.text((head - 1, 1), "What the map shows", "section")
    headings(page, grid)
    put_rows(page, grid, rows)
    first = f"{grid.letter('state')}{grid.start}"
    colour_when(page, grid.cells("state"), f'OR({first}="raised",{first}="not known")', ALERT)
    return grid.end


def _alone(page: Page, graph: Graph, head: int) -> int:
    """The nodes that no link reaches, one a row; the last row."""
    page.text((head, 1), "Without a link", "section")
    kinds = {kind.id: kind.name.lower() for kind in graph.rules.nodes}
    said = [f"{node.name} ({kinds[node.kind]})" for node in graph.alone]
    said = said or ["Every node of the map has a link."]
    for row, words in enumerate(said, start=head + 1):
        page.text((row, 1), words, "plain")
    return head + len(said)


def _flags(found: MapResult) -> Iterator[dict[str, Value]]:
    for flag in found.flags:
        yield {
            "name": f"{flag.id} {flag.name}",
            "state": STATES[flag.state],
            "why": flag.why,
            "reason": "map and people differ: correct one" if flag.differs else "",
            "map": STATES[flag.derived],
            "people": STATES[flag.typed] if flag.typed else "not asked",
        }


def _archetypes(facts: Facts, found: MapResult) -> Iterator[dict[str, Value]]:
    reasons = {one.id: one.reason for one in facts.assessment.operating.map_archetypes}
    for one in found.archetypes:
        yield {
            "name": one.name,
            "state": "holds" if one.holds else "does not hold",
            "why": one.why,
            "reason": reasons.get(one.id, ""),
            "map": "shown" if one.shown else "not shown",
            "people": _decided(one),
        }


def _decided(one: MapArchetype) -> str:
    if one.decided is not None:
        return "confirmed" if one.decided else "refused"
    return "chosen" if one.chosen else "not decided"
