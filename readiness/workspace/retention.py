"""The retention matrix entered: who holds a row, by which clause, shown when (domain 1.15)."""

from readiness.domain.retention import Retained
from readiness.store import Saved
from readiness.workspace.notes import check_note
from readiness.workspace.session import Session


def set_retained(session: Session, assessment: str, row: str, field: str, value: object) -> Saved:
    """Change one field of a row.

    Raises InputRefused for a value that cannot be, IdentifierFound for words that name somebody.
    """
    if isinstance(value, str) and field in ("clause", "alone"):
        check_note(value)
    said = session.load(assessment).assessment.operating.retention
    known = next((one for one in said if one.id == row), Retained(id=row))
    changed = known.model_dump() | {field: value}
    return session.store.put(session.actor, assessment, "retention", row, changed)
