"""A file that leaves is noted: who took out what, when, with which hash."""

import hashlib
from collections.abc import Callable

from readiness.workspace.session import Session


def taken_out(session: Session, assessment: str, what: str, make: Callable[[], bytes]) -> bytes:
    """The file, noted beside the history of its assessment. Raises as making it does."""
    made = make()
    session.store.exports.note(session.actor, assessment, what, hashlib.sha256(made).hexdigest())
    return made
