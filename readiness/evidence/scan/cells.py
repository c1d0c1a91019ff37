"""The cells of a sheet as a scan sees them.

A cell is an integer code: one of the constants below, a formula (``FORMULA`` plus the number of its
pattern), or a text (minus one minus its number in the string table).
"""

import re
from collections import defaultdict
from dataclasses import dataclass, field

from readiness.domain.addresses import column_letters, column_number
from readiness.evidence.scan.formulas import FORMULA

NUMBER, DATE, YEAR, BOOL, ERROR = 1, 2, 3, 4, 5
Place = tuple[int, int]
"""Row and column, 1-based."""
Area = tuple[int, int, int, int]
"""First row, first column, last row, last column, 1-based."""

_STORED = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?c[\s/>]")
_AREA = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})(?::([A-Z]{1,3})([1-9]\d{0,6}))?")


@dataclass(slots=True)
class SheetCells:
    """What one sheet stores; lists of places in the order of the file."""

    columns: dict[int, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    """Column -> row -> code; cells without content are left out."""
    values: dict[int, dict[int, str]] = field(default_factory=lambda: defaultdict(dict), repr=False)
    """Column -> row -> the number of a cell, the date of the strict dialect, a constant's error or
    yes and no, as stored."""
    fills: dict[int, dict[int, str]] = field(default_factory=lambda: defaultdict(dict))
    """Column -> row -> the colour that fills the cell; empty cells included."""
    conditional: int = 0
    """Rules of conditional formats."""
    stored: int = 0
    """Cells written in the file, empty ones included."""
    formula_texts: dict[Place, int] = field(default_factory=dict)
    """Texts that formulas show, by number in the string table."""
    errors: list[Place] = field(default_factory=list)
    """Cells that show an error."""
    valueless: int = 0
    """Formulas without a saved result."""
    locked: int = 0
    """Formula cells that a protected sheet would keep from being changed."""
    unlocked: list[Place] = field(default_factory=list)
    """Formula cells that stay open even then."""
    volatile: list[Place] = field(default_factory=list)
    volatile_dates: list[Place] = field(default_factory=list)
    """Formulas that change by themselves; those shown as a date apart."""
    long: list[Place] = field(default_factory=list)
    birthdays: list[Place] = field(default_factory=list)
    """Date cells too old for an event of a schedule."""
    protected: bool = False
    password: bool = False
    merged: list[Area] = field(default_factory=list)
    margins: list[str] = field(default_factory=list, repr=False)
    """Page headers and footers, and the lists that cells offer."""

    @property
    def formulas(self) -> int:
        """Cells that hold a formula."""
        return self.locked + len(self.unlocked)

    def text_number(self, row: int, column: int, code: int) -> int | None:
        """The number of the text that a cell shows, typed or by its formula; None for no text."""
        if code < 0:
            return -1 - code
        return self.formula_texts.get((row, column)) if code >= FORMULA else None


def count_stored(data: bytes) -> int:
    """Cells that a sheet part writes, counted without reading it as XML."""
    return len(_STORED.findall(data))


def area(reference: str) -> Area | None:
    """``B2:D9`` or ``$B$2`` as numbers; None for anything else."""
    match = _AREA.fullmatch(reference.replace("$", ""))
    if match is None:
        return None
    left, top, right, bottom = match.groups()
    first = column_number(left)
    return int(top), first, int(bottom or top), column_number(right) if right else first


def address(row: int, column: int, last_row: int | None = None) -> str:
    """A cell, or a run of cells of one column, in A1 notation."""
    letters = column_letters(column)
    if last_row is None or last_row == row:
        return f"{letters}{row}"
    return f"{letters}{row}:{letters}{last_row}"
