"""Quick notes that are no answers yet, and answers to come back to (screens 3.2)."""

from readiness.domain.assessment import Said
from readiness.domain.errors import InputRefused, NotFound, Problem
from readiness.domain.interviewing import FollowUp, Note
from readiness.store import Kind, Loaded, Put, Saved
from readiness.workspace.answers import Given, changed_answer
from readiness.workspace.notes import check_note
from readiness.workspace.session import Session

BETWEEN = " "
"""Between what the answer said already and the note that joins it."""


def free_id(loaded: Loaded, kind: Kind, letter: str) -> str:
    """An id that nothing of this kind has or ever had: ``n1``, ``n2`` ..."""
    taken = {at.key for at in loaded.entries if at.kind == kind}
    return next(id for n in range(1, len(taken) + 2) if (id := f"{letter}{n}") not in taken)


def add_note(
    session: Session,
    assessment: str,
    text: str,
    *,
    capability: str | None = None,
    respondent: str | None = None,
    confirmed: bool = False,
) -> str:
    """Keep a quick note; returns its id. Raises IdentifierFound unless ``confirmed``."""
    if not text.strip():
        raise InputRefused([Problem(file="note", message="Write the note first")])
    if not confirmed:
        check_note(text)
    loaded = session.load(assessment)
    id = free_id(loaded, "note", "n")
    note = Note(id=id, text=text.strip(), capability=capability, respondent=respondent)
    expected = loaded.expected("note", id)
    session.store.put(session.actor, assessment, "note", id, note, expected=expected)
    return id


def place_note(
    session: Session, assessment: str, note: str, capability: str | None, respondent: str | None
) -> Saved:
    """Say which question a note belongs to, and who said it. Raises NotFound if it has gone."""
    loaded = session.load(assessment)
    placed = _note(loaded, note).model_copy(
        update={"capability": capability, "respondent": respondent}
    )
    expected = loaded.expected("note", note)
    return session.store.put(session.actor, assessment, "note", note, placed, expected=expected)


def remove_note(session: Session, assessment: str, note: str) -> Saved:
    """Take a note away; the history keeps it."""
    return session.store.put(session.actor, assessment, "note", note, None)


def make_answer(
    session: Session,
    assessment: str,
    note: str,
    capability: str,
    respondent: str,
    level: Said | None = None,
) -> Saved:
    """Turn a note into the words of an answer, as one change that one undo takes back.

    ``level``: what it answers; None keeps the level that is there. Raises InputRefused if there is
    none, NotFound if the note has gone.
    """
    loaded = session.load(assessment)
    said = _note(loaded, note)
    given = loaded.assessment.responses_of.get(capability, ())
    old = next((r for r in given if r.respondent == respondent), None)
    words = BETWEEN.join(filter(None, [old.note if old else "", said.text]))
    answer = changed_answer(session, loaded, capability, respondent, Given(level=level, note=words))
    gone = Put("note", note, None, expected=loaded.expected("note", note))
    return session.store.put_many(session.actor, assessment, [answer, gone])


def _note(loaded: Loaded, id: str) -> Note:
    found = next((n for n in loaded.assessment.notes if n.id == id), None)
    if found is None:
        raise NotFound("This note is no longer here.")
    return found


def follow_up(
    session: Session, assessment: str, capability: str, respondent: str, marked: bool
) -> Saved:
    """Mark an answer to come back to, or take the mark away."""
    mark = FollowUp(capability=capability, respondent=respondent) if marked else None
    key = f"{capability}|{respondent}"
    return session.store.put(session.actor, assessment, "follow_up", key, mark)
