"""Named entries of the operating model: added, changed field by field, taken away."""

from readiness.domain.base import Model
from readiness.domain.errors import InputRefused, NotFound, Problem
from readiness.store import Kind, Saved
from readiness.store.entries import LISTS
from readiness.workspace.assessments import slug
from readiness.workspace.notes import check_note
from readiness.workspace.session import Session


def add_entry(session: Session, assessment: str, kind: Kind, name: str) -> str:
    """A new entry of that name; returns its id, which no other entry of the kind has.

    Raises InputRefused without a name, IdentifierFound for one that names somebody.
    """
    called = name.strip()
    if not called:
        raise InputRefused([Problem(file=kind, message="Write a name first")])
    check_note(called)
    taken = _entries(session, assessment, kind)
    base = slug(called)
    names = (base if n == 1 else f"{base}-{n}" for n in range(1, len(taken) + 2))
    free = next(id for id in names if id not in taken)
    session.store.put(session.actor, assessment, kind, free, {"id": free, "name": called})
    return free


def set_entry(
    session: Session, assessment: str, kind: Kind, id: str, field: str, value: object
) -> Saved:
    """Change one field of an entry.

    Raises NotFound where it is no longer here, InputRefused for a value that cannot be,
    IdentifierFound for words that name somebody.
    """
    if isinstance(value, str):
        check_note(value)
    known = _entries(session, assessment, kind).get(id)
    if known is None:
        raise NotFound("This entry is no longer here.")
    changed = known.model_dump() | {field: value}
    return session.store.put(session.actor, assessment, kind, id, changed)


def remove_entry(session: Session, assessment: str, kind: Kind, id: str) -> Saved:
    """Take it away; the history keeps it. Raises InputRefused while a use of AI consumes it."""
    uses = session.load(assessment).assessment.operating.ai_uses if kind == "data_set" else ()
    if held := [use.name for use in uses if id in use.consumes]:
        message = f"{held[0]} consumes it: take it out there first"
        raise InputRefused([Problem(file=kind, message=message)])
    return session.store.put(session.actor, assessment, kind, id, None)


def _entries(session: Session, assessment: str, kind: Kind) -> dict[str, Model]:
    """The entries of a kind by their ids."""
    said = session.load(assessment).assessment.operating
    return {one.id: one for one in getattr(said, LISTS[kind].field)}
