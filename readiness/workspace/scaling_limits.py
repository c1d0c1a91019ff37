"""Scaling limits entered: where a dimension breaks, what shows it, and who owns it."""

from readiness.domain.scaling_limits import ScalingLimit
from readiness.store import Saved
from readiness.workspace.notes import check_note
from readiness.workspace.session import Session


def set_limit(
    session: Session, assessment: str, dimension: str, field: str, value: object
) -> Saved:
    """Change one field of a dimension's limit.

    Raises InputRefused for a value that cannot be, IdentifierFound for words that name somebody.
    """
    if isinstance(value, str):
        check_note(value)
    said = session.load(assessment).assessment.operating.limits
    known = next((one for one in said if one.id == dimension), ScalingLimit(id=dimension))
    changed = known.model_dump() | {field: value}
    return session.store.put(session.actor, assessment, "scaling_limit", dimension, changed)
