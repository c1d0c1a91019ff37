"""Versions of a workbook drawn as rows of a list, for tests that are worked out by hand."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from readiness.domain.prints import BookingTable, CellPrint, Role, SheetPrint, VersionPrint

HEAD = ("Booking", "Suite", "Start", "State")
COLUMNS: dict[Role, int] = {"booking": 1, "resource": 2, "start": 3, "status": 4}
STATES = ("tentative", "confirmed", "cancelled", "done")
Rows = Sequence[Sequence[object]]


def mark(value: object) -> int:
    """The same number for the same value, another one for any other."""
    return int.from_bytes(f"{type(value).__name__}{value}".encode()) + 1


def cell(value: object) -> CellPrint:
    """*=R[-1]+1* is a formula, its shape without digits; *=R[-1]+1|7* shows 7."""
    if isinstance(value, str) and value.startswith("="):
        pattern, _, shown = value.partition("|")
        shape = "".join(c for c in pattern if not c.isdigit() and c != "-")
        return CellPrint("f", mark(shown), mark(pattern), mark(shape))
    return CellPrint("t" if isinstance(value, str) else "n", mark(value))


def sheet(*rows: Sequence[object], heading: int = 0, bookings: bool = False) -> SheetPrint:
    """A sheet, row 1 first, None for an empty cell; with ``bookings`` below its heading."""
    cells: dict[int, dict[int, CellPrint]] = {}
    for column in range(1, max(map(len, rows), default=0) + 1):
        filled = {
            row: cell(values[column - 1])
            for row, values in enumerate(rows, start=1)
            if len(values) >= column and values[column - 1] is not None
        }
        if filled:
            cells[column] = filled
    tables: tuple[BookingTable, ...] = ()
    if bookings:
        states = {mark(state): state for state in STATES}
        columns = {role: at for role, at in COLUMNS.items() if at in cells}
        tables = (BookingTable(heading + 1, len(rows), columns, frozenset(), states),)
    return SheetPrint(cells, heading, tables)


def schedule(*rows: Sequence[object], head: Sequence[object] = HEAD) -> SheetPrint:
    """A sheet that is one table of bookings with its heading in row 1."""
    return sheet(head, *rows, heading=1, bookings=True)


def version(
    sheets: Mapping[str, SheetPrint] | SheetPrint,
    saved: str | None = None,
    check: int = 1,
    size: int = 0,
) -> VersionPrint:
    """A version of these sheets, or of one sheet *Plan*."""
    named = {"Plan": sheets} if isinstance(sheets, SheetPrint) else sheets
    moment = datetime.fromisoformat(saved).replace(tzinfo=UTC) if saved else None
    return VersionPrint(check, named, moment, size)
