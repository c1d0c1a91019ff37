"""Evidence that was asked for: one list for the client, with status and due date (screens 3.2)."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from readiness.domain.errors import InputRefused, NotFound, Problem
from readiness.domain.interviewing import EvidenceRequest, RequestStatus
from readiness.store import Saved
from readiness.workspace.jottings import free_id
from readiness.workspace.notes import check_note
from readiness.workspace.session import Session

STATUS: dict[RequestStatus, str] = {
    "asked": "Asked",
    "promised": "Promised",
    "received": "Received",
    "not_available": "Not available",
}


def ask_for(
    session: Session,
    assessment: str,
    what: str,
    *,
    capability: str | None = None,
    respondent: str | None = None,
    due: date | None = None,
    confirmed: bool = False,
) -> str:
    """Ask for a document or record; returns the id. Raises IdentifierFound unless ``confirmed``."""
    if not what.strip():
        raise InputRefused([Problem(file="request", message="Say first what to send")])
    if not confirmed:
        check_note(what)
    loaded = session.store.load(session.actor, assessment)
    id = free_id(loaded, "request", "e")
    request = EvidenceRequest(
        id=id,
        what=what.strip(),
        capability=capability,
        respondent=respondent,
        asked_on=session.today(),
        due=due,
    )
    expected = loaded.expected("request", id)
    session.store.put(session.actor, assessment, "request", id, request, expected=expected)
    return id


def set_request(
    session: Session, assessment: str, request: str, field: str, value: object
) -> Saved:
    """Change status, due date or who was asked. Raises NotFound if it has gone."""
    loaded = session.store.load(session.actor, assessment)
    old = next((r for r in loaded.assessment.requests if r.id == request), None)
    if old is None:
        raise NotFound("This request is no longer here.")
    changed: dict[str, Any] = old.model_dump() | {field: value}
    new = EvidenceRequest.model_validate(changed)
    expected = loaded.expected("request", request)
    return session.store.put(session.actor, assessment, "request", request, new, expected=expected)


def remove_request(session: Session, assessment: str, request: str) -> Saved:
    """Take a request away; the history keeps it."""
    return session.store.put(session.actor, assessment, "request", request, None)


def in_order(requests: Iterable[EvidenceRequest]) -> list[EvidenceRequest]:
    """What is still to come first, the earliest due first, without a date last; then the rest."""
    return sorted(requests, key=lambda r: (not r.is_open, r.due is None, r.due or r.asked_on))
