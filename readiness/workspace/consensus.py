"""A consensus: what an assessor puts in place of the answers, which stay visible (method 2)."""

from typing import Literal

from readiness.domain.assessment import Basis, Consensus
from readiness.domain.errors import InputRefused, Problem
from readiness.domain.scale import Level
from readiness.store import Put, Saved
from readiness.workspace.notes import check_note
from readiness.workspace.session import Session

ASSESSOR = "assessor"


def record_consensus(
    session: Session,
    assessment: str,
    capability: str,
    level: Level | Literal["not_applicable"],
    reason: str,
    basis: Basis = "statement",
    by: str = ASSESSOR,
) -> Saved:
    """Put a consensus in place of the answers to a capability.

    ``by``: a role or a respondent's code. Raises InputRefused without a reason, IdentifierFound if
    the reason identifies somebody.
    """
    if not reason.strip():
        raise InputRefused([Problem(file=capability, message="A consensus needs a reason")])
    check_note(reason)
    consensus = Consensus.model_validate(
        {
            "capability": capability,
            "level": level,
            "basis": basis,
            "reason": reason.strip(),
            "by": by,
            "on": session.today(),
        }
    )
    # The last one on record counts: a new one takes its place.
    key = next(reversed(_keys(session, assessment, capability)), capability)
    return session.store.put(session.actor, assessment, "consensus", key, consensus)


def withdraw_consensus(session: Session, assessment: str, capability: str) -> None:
    """Let the answers speak again; the history keeps the consensus."""
    gone = [Put("consensus", key, None) for key in _keys(session, assessment, capability)]
    if gone:
        session.store.put_many(session.actor, assessment, gone)


def _keys(session: Session, assessment: str, capability: str) -> list[str]:
    loaded = session.store.load(session.actor, assessment)
    return [
        at.key
        for at, entry in loaded.entries.items()
        if at.kind == "consensus" and entry.there and at.key.partition("|")[0] == capability
    ]
