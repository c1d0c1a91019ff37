"""The model map entered: nodes and links row by row, who leads, which archetypes hold."""

from collections.abc import Iterator, Sequence
from typing import Any

from pydantic import ValidationError

from readiness.domain.assessment import Assessment
from readiness.domain.base import Model, remade
from readiness.domain.errors import InputRefused, Problem
from readiness.domain.model_map import ArchetypeSaid, Conductor, MapLink, MapNode
from readiness.store import Kind, Put, Saved
from readiness.workspace.assessments import slug
from readiness.workspace.map_checks import map_problems
from readiness.workspace.notes import check_note, check_owner
from readiness.workspace.session import Session
from readiness.workspace.typed_rows import Row, is_complete, known_again
from readiness.workspace.vocabulary import vocabulary

NODE_COLUMNS, LINK_COLUMNS = tuple(MapNode.model_fields), tuple(MapLink.model_fields)
NODE_NEEDS, LINK_NEEDS = ("kind", "name"), ("source", "kind", "target")
TYPED = frozenset(
    {"name", "product", "carries", "process_version", "data_standard", "identifier", "owner"}
)
"""Columns of words that somebody typed."""
PLACE = "model map"


def node_rows(said: Assessment) -> list[Row]:
    """The nodes as a table to edit, in the order in which they were drawn."""
    return [node.model_dump() for node in said.operating.map_nodes]


def link_rows(said: Assessment) -> list[Row]:
    """The links as a table to edit."""
    return [link.model_dump() for link in said.operating.map_links]


def begun_nodes(rows: Sequence[Row]) -> int:
    """How many nodes have something and are not complete."""
    return sum(any(row.values()) and not is_complete(row, NODE_NEEDS) for row in rows)


def begun_links(rows: Sequence[Row]) -> int:
    """How many links have something and are not complete."""
    return sum(any(row.values()) and not is_complete(row, LINK_NEEDS) for row in rows)


def keep_nodes(session: Session, assessment: str, rows: Sequence[Row]) -> None:
    """Store the nodes that are complete.

    What is no longer there goes with every link to it, as one change. Raises InputRefused for two
    of one name, IdentifierFound for words that identify somebody.
    """
    whole = [row for row in rows if is_complete(row, NODE_NEEDS)]
    names = [str(row["name"]).strip().casefold() for row in whole]
    doubled = next((n for n, name in enumerate(names) if name in names[:n]), None)
    if doubled is not None:
        raise _refused("This name stands there twice", "Give each a name of its own", doubled + 1)
    loaded = session.load(assessment).assessment
    known = known_again(whole, node_rows(loaded), NODE_NEEDS)
    nodes = list(_made(MapNode, _numbered(list(known), lambda row: str(row["name"]))))
    ids, said = {node.id for node in nodes}, loaded.operating
    dead = (k for k in said.map_links if not (k.source in ids and k.target in ids))
    puts = [Put("map_link", link.id, None) for link in dead]
    _save(session, assessment, [*_changes("map_node", said.map_nodes, nodes), *puts])


def keep_links(session: Session, assessment: str, rows: Sequence[Row]) -> None:
    """Store the links that are complete.

    Raises InputRefused for one that cannot be, IdentifierFound for words that identify somebody.
    """
    whole = [row for row in rows if is_complete(row, LINK_NEEDS)]
    loaded = session.load(assessment).assessment
    known = list(known_again(whole, link_rows(loaded), (*LINK_NEEDS, "carries")))
    made = _numbered(known, lambda row: f"{row['source']}-{row['kind']}-{row['target']}")
    links = tuple(_made(MapLink, made))
    drawn = remade(loaded.operating, map_links=links, map_archetypes=())
    problems = list(map_problems(drawn, session.questionnaire(loaded.questionnaire), PLACE))
    if problems:
        raise InputRefused(problems)
    _save(session, assessment, _changes("map_link", loaded.operating.map_links, links))


def set_conductor(session: Session, assessment: str, role: str) -> Saved:
    """Name the one role that leads the chain; nothing takes it away.

    Raises IdentifierFound for what reads as a person's name.
    """
    said = session.load(assessment).assessment
    check_owner(role, vocabulary(said.questionnaire, session.settings).columns.no_person)
    kept = Conductor(role=role.strip()) if role.strip() else None
    return session.store.put(session.actor, assessment, "conductor", "chain", kept)


def decide_archetype(
    session: Session, assessment: str, archetype: str, holds: bool | None, reason: str = ""
) -> Saved:
    """Confirm or refuse an archetype, with the reason; None takes the decision back.

    Raises InputRefused without a reason, IdentifierFound for one that names somebody.
    """
    if holds is None:
        return session.store.put(session.actor, assessment, "map_archetype", archetype, None)
    if not reason.strip():
        raise _refused("A decision needs its reason", "Write it beside the buttons first")
    check_note(reason)
    said = ArchetypeSaid(id=archetype, holds=holds, reason=reason.strip())
    return session.store.put(session.actor, assessment, "map_archetype", archetype, said)


def _numbered(rows: Sequence[Row], base: Any) -> Iterator[Row]:
    """Each row with an id: its own, or one made of its words that is still free."""
    taken = {row["id"] for row in rows if row.get("id")}
    for row in rows:
        id = row.get("id")
        if not id:
            stem = slug(base(row))
            names = (stem if n == 1 else f"{stem}-{n}" for n in range(1, len(taken) + 2))
            id = next(name for name in names if name not in taken)
            taken.add(id)
        yield row | {"id": id}


def _made(model: type[Model], rows: Iterator[Row]) -> Iterator[Any]:
    """The rows as entries; empty cells as the model has them."""
    for number, row in enumerate(rows, start=1):
        given = {
            name: value.strip() if isinstance(value, str) else value
            for name, value in row.items()
            if value is not None and value != ""
        }
        for name in sorted(given.keys() & TYPED):
            check_note(given[name])
        try:
            yield model.model_validate(given)
        except ValidationError as error:
            found = error.errors()[0]
            place = str(found["loc"][-1]) if found["loc"] else None
            raise InputRefused([Problem(PLACE, found["msg"], row=number, column=place)]) from error


def _changes(kind: Kind, old: Sequence[Any], new: Sequence[Any]) -> list[Put]:
    before, after = {one.id: one for one in old}, {one.id: one for one in new}
    gone = [Put(kind, id, None) for id in before if id not in after]
    return gone + [Put(kind, id, one) for id, one in after.items() if before.get(id) != one]


def _save(session: Session, assessment: str, puts: Sequence[Put]) -> None:
    if puts:
        session.store.put_many(session.actor, assessment, puts)


def _refused(message: str, advice: str, row: int | None = None) -> InputRefused:
    return InputRefused([Problem(PLACE, message, row=row, advice=advice)])
