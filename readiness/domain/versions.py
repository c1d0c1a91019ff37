"""What saved versions of one workbook show when they are laid side by side (domain 4.2.3, 4.3)."""

from datetime import datetime
from typing import Literal

from pydantic import Field

from readiness.domain.base import Exact, Model

ChangeKind = Literal[
    "added",
    "removed",
    "changed",
    "formula_to_constant",
    "constant_to_formula",
    "formula_changed",
]
MoveField = Literal["date", "slot", "resource"]


class CellChanges(Model):
    """The changes of one kind in one column between two versions; addresses, never content."""

    sheet: str
    column: str
    """Its letters in the newer version; in the older one for what was removed."""
    holds: str = ""
    """What the cells are for in a table of bookings, if they stand in one."""
    kind: ChangeKind
    count: int = Field(ge=1)
    addresses: tuple[str, ...] = ()
    """Cells and runs of cells in A1 notation; one range from first to last where there are many."""


class Rebooking(Model):
    """A confirmed booking whose date, slot or resource differs between two versions."""

    field: MoveField
    booking: int
    """The same number for the same booking in all steps of one workbook; its own is not kept."""
    sheet: str
    row_before: int
    row: int
    """Its row in the older and in the newer version, from 1."""


class VersionStep(Model):
    """From one saved version to the next."""

    before: str
    after: str
    days: Exact | None = None
    """Between the two savings; None where a file does not say."""
    changes: tuple[CellChanges, ...] = ()
    shifted: int = 0
    """Formulas that only moved along with inserted or deleted rows or columns: not counted."""
    rows_added: int = 0
    rows_removed: int = 0
    base: Literal["bookings", "cells"] = "cells"
    """What churn is counted over: cells of bookings that stand in both versions, or all cells."""
    compared: int = 0
    altered: int = 0
    churn: Exact | None = None
    """Altered over compared."""
    churn_per_week: Exact | None = None
    """None where less than a day lies between the two savings, or nobody knows how much."""
    in_window: bool = True
    """Whether it ended in the window of the records; also where the file does not say."""
    exposed: int = 0
    """Confirmed bookings that stand in both versions."""
    rebookings: tuple[Rebooking, ...] = ()
    tentative_moves: int = 0

    @property
    def cells(self) -> int:
        """Cells added, removed or changed."""
        return sum(change.count for change in self.changes)


class SavedVersion(Model):
    """One file of a family."""

    file: str
    sha256: str
    saved: datetime | None = None
    editor: str = ""
    """The code of who saved it; '' where the file does not say."""
    age_days: int | None = None
    size: int = 0
    comparable: bool = True


class WorkbookFamily(Model):
    """The saved versions of one workbook, oldest first."""

    name: str
    """The file name that its newest version bears."""
    versions: tuple[SavedVersion, ...]
    steps: tuple[VersionStep, ...] = ()
    doubts: tuple[str, ...] = ()
    """Why their order, or a comparison, is not certain."""
    live: tuple[str, ...] = ()
    """Files that were saved within the days that make a copy live (S1)."""
    spread_days: int | None = None
    """From the oldest to the newest saving."""
    growth_per_month: Exact | None = None
    """Bytes per 30 days from the oldest to the newest version."""
    top_editor: str = ""
    top_saves: int = 0
    known_saves: int = 0
    """Versions that say who saved them."""
    has_log: bool = False
    """Whether the newest version keeps a list of changes (S7)."""
    exposed: int = 0
    """Confirmed bookings that stand in both versions of a step in the window, each counted once."""

    @property
    def editors(self) -> tuple[str, ...]:
        """The codes of those who saved it."""
        return tuple(sorted({v.editor for v in self.versions if v.editor}))
