"""Answers: every one is on disk when the call returns, with its history (method 2)."""

from datetime import date

from readiness.domain.assessment import Basis, Consensus, Response, Said
from readiness.domain.errors import InputRefused, Problem
from readiness.domain.questionnaire import Level
from readiness.store import HistoryRow, Saved
from readiness.workspace.notes import check_note
from readiness.workspace.session import Session


def answer(
    session: Session,
    assessment: str,
    capability: str,
    respondent: str,
    *,
    level: Said | None = None,
    basis: Basis | None = None,
    note: str | None = None,
    reason: str | None = None,
    proof: str | None = None,
    dated: date | None = None,
    note_confirmed: bool = False,
) -> Saved:
    """Change what is given of one answer and keep the rest; the first call needs a level.

    A level of another kind clears what belonged to the old one: basis for an answer without level,
    reason for one with. Typed text is checked for identifiers: raises IdentifierFound unless
    ``note_confirmed``. Raises EntryClash if somebody changed the same answer meanwhile.
    """
    for text in (note, reason, proof):
        if text and not note_confirmed:
            check_note(text)
    loaded = session.store.load(session.actor, assessment)
    _check_ids(session, loaded.assessment.questionnaire, capability)
    key = f"{capability}|{respondent}"
    old = next(
        (
            r
            for r in loaded.assessment.responses_of.get(capability, ())
            if r.respondent == respondent
        ),
        None,
    )
    if old is None and level is None:
        raise _refused(capability, "Choose a level first, then say what you saw")
    given = {
        "level": level,
        "basis": basis,
        "note": note,
        "reason": reason,
        "proof": proof,
        "dated": dated,
    }
    kept: dict[str, object] = (
        old.model_dump() if old else {"capability": capability, "respondent": respondent}
    )
    kept |= {name: value for name, value in given.items() if value is not None}
    if isinstance(kept["level"], int):
        kept["reason"] = ""
    else:
        kept["basis"] = None
    return session.store.put(
        session.actor,
        assessment,
        "response",
        key,
        Response.model_validate(kept),
        expected=loaded.expected("response", key),
    )


def clear_answer(session: Session, assessment: str, capability: str, respondent: str) -> Saved:
    """Take an answer away; the history keeps it."""
    return session.store.put(
        session.actor, assessment, "response", f"{capability}|{respondent}", None
    )


def record_consensus(
    session: Session,
    assessment: str,
    capability: str,
    level: Level | str,
    basis: Basis,
    reason: str,
    *,
    note_confirmed: bool = False,
) -> Saved:
    """Put a consensus in place of the answers, which stay visible (method 2)."""
    if not note_confirmed:
        check_note(reason)
    consensus = Consensus.model_validate(
        {
            "capability": capability,
            "level": level,
            "basis": basis,
            "reason": reason,
            "by": "assessor",
            "on": session.today(),
        }
    )
    return session.store.put(session.actor, assessment, "consensus", capability, consensus)


def undo(session: Session, assessment: str) -> Saved | None:
    """Take back this person's last change, as a new entry of the history."""
    return session.store.undo(session.actor, assessment)


def undoable(session: Session, assessment: str) -> tuple[HistoryRow, ...]:
    """What ``undo`` would take back."""
    return session.store.undoable(session.actor, assessment)


def history(session: Session, assessment: str) -> list[HistoryRow]:
    """Who changed what, from what to what, when and why; oldest first."""
    return session.store.history(session.actor, assessment)


def _check_ids(session: Session, questionnaire: str, capability: str) -> None:
    if capability not in session.questionnaire(questionnaire).capabilities:
        raise _refused(capability, "There is no such question")


def _refused(capability: str, message: str) -> InputRefused:
    return InputRefused([Problem(file=capability, message=message)])
