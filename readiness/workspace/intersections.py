"""The intersection matrix entered: when one would know, who decides, the fallback, the slack."""

from readiness.domain.intersections import Crossing
from readiness.store import Saved
from readiness.workspace.notes import check_note
from readiness.workspace.session import Session


def set_crossing(session: Session, assessment: str, pair: str, field: str, value: object) -> Saved:
    """Change one field of a pair.

    Raises InputRefused for a value that cannot be, IdentifierFound for words that name somebody.
    """
    if isinstance(value, str) and field in ("decides", "fallback"):
        check_note(value)
    said = session.load(assessment).assessment.operating.intersections
    known = next((one for one in said if one.id == pair), Crossing(id=pair))
    changed = known.model_dump() | {field: value}
    return session.store.put(session.actor, assessment, "intersection", pair, changed)
