"""The extra questions on QA oversight answered (domain 1.22)."""

from readiness.domain.oversight import Overseen
from readiness.store import Saved
from readiness.workspace.notes import check_note
from readiness.workspace.session import Session


def set_overseen(
    session: Session, assessment: str, question: str, field: str, value: object
) -> Saved:
    """Change the answer to a question, or what was shown.

    Raises InputRefused for a value that cannot be, IdentifierFound for words that name somebody.
    """
    if isinstance(value, str) and field == "note":
        check_note(value)
    said = session.load(assessment).assessment.operating.oversight
    known = next((one for one in said if one.id == question), Overseen(id=question))
    changed = known.model_dump() | {field: value}
    return session.store.put(session.actor, assessment, "oversight", question, changed)
