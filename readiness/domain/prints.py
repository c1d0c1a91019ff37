"""What is kept of one saved version of a workbook so that it can be compared with the next.

Of a cell only its kind and keyed hashes are kept (``readiness.evidence.scan.prints``): two versions
of one assessment can be laid side by side, and neither can be read.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, NamedTuple

CellKind = Literal["n", "t", "b", "e", "f"]
"""Number or date, text, yes or no, error, formula."""
Role = Literal["booking", "slot", "subject", "resource", "start", "end", "status"]
"""What a column of a table of bookings holds."""


class CellPrint(NamedTuple):
    """One cell: equal marks mean equal content.

    ``shown``: mark of what it shows, 0 for nothing; ``pattern``: mark of its formula in R1C1
    terms, 0 for a constant; ``shape``: the same with every row and column left out, equal for
    formulas that moved along with inserted rows.
    """

    kind: CellKind
    shown: int
    pattern: int = 0
    shape: int = 0


@dataclass(frozen=True, slots=True)
class BookingTable:
    """A table of bookings on a sheet; rows and columns count from 1."""

    first_row: int
    last_row: int
    columns: Mapping[Role, int]
    totals: frozenset[int] = frozenset()
    states: Mapping[int, str] = field(default_factory=dict)
    """Mark of a state as it is written -> confirmed, tentative, cancelled, done."""

    def holds(self, row: int) -> bool:
        """Whether a row is one of its data rows."""
        return self.first_row <= row <= self.last_row and row not in self.totals


@dataclass(frozen=True, slots=True)
class SheetPrint:
    """One sheet: column -> row -> cell."""

    cells: Mapping[int, Mapping[int, CellPrint]]
    heading_row: int = 0
    """The row of the first heading; 0 without one."""
    bookings: tuple[BookingTable, ...] = ()


@dataclass(frozen=True, slots=True)
class VersionPrint:
    """One saved version.

    ``check``: the mark of a fixed text; versions whose checks differ were marked with different
    keys and cannot be compared.
    """

    check: int
    sheets: Mapping[str, SheetPrint]
    saved: datetime | None = None
    """Last saved, in UTC, by the file's own properties; the day alone is known as midnight."""
    size: int = 0
    """Bytes of the file."""
