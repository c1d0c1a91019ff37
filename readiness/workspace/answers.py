"""Answers: every one is on disk when the call returns, with its history (method 2)."""

from dataclasses import dataclass
from datetime import date
from typing import TypedDict, Unpack

from readiness.domain.assessment import Basis, Response, Said
from readiness.domain.errors import InputRefused, Problem
from readiness.store import EntryClash, EntryKey, HistoryRow, Loaded, Put, Saved
from readiness.workspace.notes import check_note
from readiness.workspace.session import Session


class Given(TypedDict, total=False):
    """What may be changed of an answer; a part that is absent or None stays as it is."""

    level: Said | None
    basis: Basis | None
    note: str | None
    reason: str | None
    proof: str | None
    dated: date | None


@dataclass(frozen=True)
class Looked:
    """What a person had before them when they changed an answer; ``answer`` None: none yet."""

    answer: Response | None


def answer(
    session: Session,
    assessment: str,
    capability: str,
    respondent: str,
    *,
    note_confirmed: bool = False,
    looked_at: Looked | None = None,
    **given: Unpack[Given],
) -> Saved:
    """Change what is given of one answer and keep the rest; the first call needs a level.

    A level of another kind clears what belonged to the old one: basis for an answer without level,
    reason for one with. Typed text is checked for identifiers: raises IdentifierFound unless
    ``note_confirmed``. Raises EntryClash if somebody changed the same answer meanwhile: it is not
    what the person ``looked_at``, in its level or in a part that is changed now.
    """
    for part in ("note", "reason", "proof"):
        if (text := given.get(part)) and not note_confirmed:
            check_note(str(text))
    loaded = session.load(assessment)
    put = changed_answer(session, loaded, capability, respondent, given, looked_at)
    return session.store.put(
        session.actor, assessment, put.kind, put.key, put.payload, expected=put.expected
    )


def changed_answer(
    session: Session,
    loaded: Loaded,
    capability: str,
    respondent: str,
    given: Given,
    looked_at: Looked | None = None,
) -> Put:
    """The change of one answer, to be stored. Raises InputRefused without a level, EntryClash."""
    _check_ids(session, loaded.assessment.questionnaire, capability)
    said = loaded.assessment.responses_of.get(capability, ())
    old = next((r for r in said if r.respondent == respondent), None)
    if looked_at is not None:
        _refuse_if_moved(loaded, (capability, respondent), looked_at.answer, old, given)
    if old is None and given.get("level") is None:
        raise _refused(capability, "Choose a level first, then say what you saw")
    kept: dict[str, object] = (
        old.model_dump() if old else {"capability": capability, "respondent": respondent}
    )
    kept |= {name: value for name, value in given.items() if value is not None}
    kept |= {"reason": ""} if isinstance(kept["level"], int) else {"basis": None}
    at = EntryKey("response", f"{capability}|{respondent}")
    return Put(*at, Response.model_validate(kept), expected=loaded.expected(*at))


def _refuse_if_moved(
    loaded: Loaded, key: tuple[str, str], seen: Response | None, now: Response | None, given: Given
) -> None:
    """Raise EntryClash; two people who say the same do not clash."""
    parts = {name: value for name, value in given.items() if value is not None}
    if all(getattr(now, part, None) == value for part, value in parts.items()):
        return
    if all(getattr(now, p, None) == getattr(seen, p, None) for p in ("level", *parts)):
        return
    at = EntryKey("response", "|".join(key))
    stamp = loaded.entries[at]
    base = seen or Response(capability=key[0], respondent=key[1], level="unknown")
    mine = base.model_copy(update=parts).model_dump(mode="json")
    theirs = now.model_dump(mode="json") if now else None
    raise EntryClash(at, mine, theirs, stamp.revision, stamp.by, stamp.at)


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
