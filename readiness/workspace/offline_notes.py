"""Notes of an interview workbook that stand without an answer: they become quick notes (IV11)."""

from collections.abc import Iterable, Mapping

from readiness.domain.assessment import Assessment
from readiness.domain.interviewing import Note
from readiness.workspace.notes import IdentifierFound, check_note
from readiness.workspace.returned import Remarks

Key = tuple[str, str]
"""Capability and respondent."""
CODE = "IV11"


def loose_text(words: str, proof: str) -> str:
    """What a note says, with the proof that was named beside it."""
    return f"{words} ({proof})" if proof else words


def loose_notes(
    found: Mapping[Key, str],
    places: Mapping[Key, tuple[str, int]],
    assessment: Assessment,
    remarks: Remarks,
) -> dict[Key, str]:
    """The notes to be kept, each said in ``remarks``; what is here already is left out.

    A note that looks as if it identified somebody is refused: nobody can confirm a cell in advance.
    """
    known = {(n.capability, n.respondent, n.text) for n in assessment.notes}
    said = {(r.capability, r.respondent): r.note for r in assessment.responses}
    kept: dict[Key, str] = {}
    for key, text in found.items():
        if (*key, text) in known or text in said.get(key, ""):
            continue
        message = f"{key[0]}: a note without an answer"
        try:
            check_note(text)
        except IdentifierFound as names:
            advice = "Take out what identifies somebody, or write the note in the app"
            looks = str(names).partition(". ")[0]
            what = f"{message}. {looks}; it was not taken"
            remarks.refuse(CODE, what, *places[key], advice=advice)
            continue
        kept[key] = text
        remarks.note(CODE, f"{message}; kept as a quick note", *places[key])
    return kept


def as_notes(loose: Mapping[Key, str], taken: Iterable[str]) -> list[Note]:
    """The notes with ids that are free; ``taken``: every id that a note has or ever had."""
    used, notes = set(taken), list[Note]()
    for (capability, respondent), text in loose.items():
        id = next(i for n in range(1, len(used) + 2) if (i := f"n{n}") not in used)
        used.add(id)
        notes.append(Note(id=id, text=text, capability=capability, respondent=respondent))
    return notes
