"""The slot table of a maker on its way: typed cell by cell, or taken from a file."""

from collections.abc import Sequence

from readiness.domain.partners import SlotMonth
from readiness.evidence.slot_table import NEEDED, read_slot_table
from readiness.report.partner_questions import months_before
from readiness.store import Saved
from readiness.workspace.evidence import open_file
from readiness.workspace.partners import set_slots
from readiness.workspace.results import State, state
from readiness.workspace.session import Session
from readiness.workspace.typed_rows import Row, is_complete

COLUMNS = tuple(name for name in SlotMonth.model_fields if name != "partner")
NEW: Row = dict.fromkeys(COLUMNS) | {"suite": "all"}


def stored_rows(now: State, partner: str) -> list[Row]:
    """The table as it is stored, by suite and month."""
    said = now.assessment.operating.partner_slots
    mine = sorted(
        (row for row in said if row.partner == partner), key=lambda row: (row.suite, row.month)
    )
    return [{name: getattr(row, name) for name in COLUMNS} for row in mine]


def empty_rows(now: State) -> list[Row]:
    """The last twelve months, to be filled in."""
    return [NEW | {"month": at} for at in months_before(now.assessment.as_of)]


def begun_rows(rows: Sequence[Row]) -> int:
    """How many rows have a count and are not complete."""
    return sum(not is_complete(row, NEEDED) and any(row.get(n) for n in NEEDED[1:]) for row in rows)


def keep_complete(session: Session, assessment: str, partner: str, rows: Sequence[Row]) -> None:
    """Store the rows that are complete. Raises InputRefused."""
    set_slots(session, assessment, partner, [row for row in rows if is_complete(row, NEEDED)])


def take_slots(session: Session, assessment: str, partner: str, name: str, data: bytes) -> Saved:
    """Put the table of an uploaded file in the place of the one there.

    One undo takes it back. Raises InputRefused with the place of every cell that cannot be read.
    """
    opened = open_file(session, assessment, name, data)
    headings = state(session, assessment).questionnaire.cdmo.slot_headings
    return set_slots(session, assessment, partner, read_slot_table(opened, headings))
