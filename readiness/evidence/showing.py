"""What of a cell may be seen in a proposal: people and free text never, known words always."""

from readiness.domain.columns import ColumnContent, FieldContent
from readiness.evidence.columns import KnownHeadings
from readiness.evidence.values import clean, hides_a_person
from readiness.files.opened import Cell

HIDDEN = "•••"
"""Stands for a cell that may identify somebody."""


def shown(
    cell: Cell, field: FieldContent | None, known: KnownHeadings, content: ColumnContent
) -> str:
    """A cell as a person may see it before anything is confirmed.

    ``field``: what its column is taken for, None if for nothing. A word that the content knows as
    a value of that field is a word, though it may read as a name: *Menschliches Versagen*.
    """
    text = clean(cell)
    if not text:
        return text
    if field is not None and field.look == "person":
        return HIDDEN
    if field is not None and field.look == "free_text":
        return content.errors.text("hidden_text", count=len(text))
    if field is not None and field.values and known.vocabulary(field.values).knows(text):
        return text
    return HIDDEN if hides_a_person(text, content.no_person) else text
