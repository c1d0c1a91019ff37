"""The print of a version as bytes for the store: the same bytes for the same print.

Marks are random to the eye and hardly shrink: six bytes a cell are the bulk of a table, rows and
kinds next to nothing.
"""

import json
import zlib
from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import accumulate, pairwise
from typing import Any, cast, get_args

from readiness.domain.prints import (
    BookingTable,
    CellKind,
    CellPrint,
    Role,
    SheetPrint,
    VersionPrint,
)
from readiness.evidence.privacy import MARK_BYTES

_FORMAT = 1
_LEVEL = 6
_DIGITS = 2 * MARK_BYTES
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_KINDS, _ROLES = frozenset(get_args(CellKind)), frozenset(get_args(Role))


def print_to_bytes(taken: VersionPrint) -> bytes:
    """A print as compressed JSON."""
    formulas: dict[tuple[int, int], int] = {}
    sheets = [_sheet(name, sheet, formulas) for name, sheet in taken.sheets.items()]
    whole = {
        "format": _FORMAT,
        "check": _hex([taken.check]),
        "saved": taken.saved.isoformat() if taken.saved else None,
        "size": taken.size,
        "formulas": [_hex(pair) for pair in formulas],
        "sheets": sheets,
    }
    return zlib.compress(json.dumps(whole, separators=(",", ":")).encode(), _LEVEL)


def _sheet(name: str, sheet: SheetPrint, formulas: dict[tuple[int, int], int]) -> dict[str, Any]:
    return {
        "name": name,
        "heading": sheet.heading_row,
        "bookings": [_booking(table) for table in sheet.bookings],
        "columns": [_column(column, rows, formulas) for column, rows in sheet.cells.items()],
    }


def _booking(table: BookingTable) -> dict[str, Any]:
    return {
        "rows": [table.first_row, table.last_row],
        "columns": dict(sorted(table.columns.items())),
        "totals": sorted(table.totals),
        "states": {_hex([mark]): state for mark, state in sorted(table.states.items())},
    }


def _column(
    column: int, rows: Mapping[int, CellPrint], formulas: dict[tuple[int, int], int]
) -> dict[str, Any]:
    cells = rows.values()
    return {
        "column": column,
        "steps": [later - row for row, later in pairwise((0, *rows))],
        "kinds": "".join(cell.kind for cell in cells),
        "shown": _hex([cell.shown for cell in cells]),
        "formulas": [
            formulas.setdefault((cell.pattern, cell.shape), len(formulas))
            for cell in cells
            if cell.kind == "f"
        ],
    }


def _hex(marks: Sequence[int]) -> str:
    return "".join(f"{mark:0{_DIGITS}x}" for mark in marks)


def _marks(text: str) -> list[int]:
    if len(text) % _DIGITS:
        raise ValueError("a mark is cut off")
    data = bytes.fromhex(text)
    return [int.from_bytes(data[at : at + MARK_BYTES]) for at in range(0, len(data), MARK_BYTES)]


def print_from_bytes(data: bytes) -> VersionPrint:
    """The print of ``print_to_bytes``. Raises ValueError, KeyError or TypeError for anything else.

    ``data`` may come from another computer: every length and every place is checked.
    """
    try:
        whole = json.loads(zlib.decompress(data))
    except zlib.error as error:
        raise ValueError("these bytes are no print of a version") from error
    if whole["format"] != _FORMAT:
        raise ValueError(f"prints of format {whole['format']} are not known")
    formulas = [tuple(_marks(pair)) for pair in whole["formulas"]]
    if any(len(pair) != 2 for pair in formulas):
        raise ValueError("a formula has two marks")
    return VersionPrint(
        check=_marks(whole["check"])[0],
        sheets={str(s["name"]): _read_sheet(s, formulas) for s in whole["sheets"]},
        saved=datetime.fromisoformat(whole["saved"]) if whole["saved"] else None,
        size=int(whole["size"]),
    )


def _read_sheet(said: Mapping[str, Any], formulas: Sequence[tuple[int, ...]]) -> SheetPrint:
    return SheetPrint(
        cells={
            _within(column["column"], _LAST_COLUMN): _read_column(column, formulas)
            for column in said["columns"]
        },
        heading_row=int(said["heading"]),
        bookings=tuple(_read_booking(table) for table in said["bookings"]),
    )


def _read_column(
    said: Mapping[str, Any], formulas: Sequence[tuple[int, ...]]
) -> dict[int, CellPrint]:
    rows = list(accumulate(said["steps"]))
    shown = _marks(said["shown"])
    if not len(rows) == len(shown) == len(said["kinds"]) or not _KINDS.issuperset(said["kinds"]):
        raise ValueError("a column of marks is not whole")
    if any(later <= row for row, later in pairwise((0, *rows))):
        raise ValueError("rows out of order")
    _within(rows[-1], _LAST_ROW)
    numbers = said["formulas"]
    if len(numbers) != said["kinds"].count("f") or not set(numbers) <= set(range(len(formulas))):
        raise ValueError("a formula without its marks")
    pairs = iter(numbers)
    return {
        row: CellPrint(cast(CellKind, kind), mark, *(formulas[next(pairs)] if kind == "f" else ()))
        for row, mark, kind in zip(rows, shown, said["kinds"], strict=True)
    }


def _read_booking(said: Mapping[str, Any]) -> BookingTable:
    first, last = said["rows"]
    columns = {cast(Role, r): _within(c, _LAST_COLUMN) for r, c in said["columns"].items()}
    if not _ROLES.issuperset(columns):
        raise ValueError("a column of bookings that is not known")
    return BookingTable(
        first_row=_within(first, _LAST_ROW),
        last_row=_within(last, _LAST_ROW),
        columns=columns,
        totals=frozenset(_within(row, _LAST_ROW) for row in said["totals"]),
        states={_marks(mark)[0]: str(state) for mark, state in said["states"].items()},
    )


def _within(number: Any, last: int) -> int:
    if not isinstance(number, int) or not 1 <= number <= last:
        raise ValueError("a place outside the sheet")
    return number
