"""The records of an old workbook stream ([MS-XLS]): sheets, stored cells, empty shared strings.

A second count beside that of the reader; it knows nothing of it.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from struct import pack_into, unpack_from

from readiness.domain.scan import SheetState
from readiness.files.elements import Unreadable
from readiness.files.opened import SheetInfo, StoredCells

STATES: tuple[SheetState, ...] = ("visible", "hidden", "very_hidden")
_BEGIN, _END, _CONTINUED, _LOCKED = 0x809, 0x0A, 0x3C, 0x2F
_SHEET, _STRINGS, _DATE_1904, _DIMENSIONS = 0x85, 0xFC, 0x22, 0x200
_FORMULA, _SHARED, _TEXTS = 0x06, 0xFD, (0x204, 0xD6)
_SEVERAL, _TRUTH_OR_ERROR = 0xBD, 0x205
_PLAIN = (0x203, 0x27E)
_VERSION_8 = 0x600
_SHORTEST_STRING = 3

Record = tuple[int, int, int]


def records(data: bytes, at: int = 0) -> Iterator[Record]:
    """(number, start, end) of each record up to the end of what began at this place.

    Raises Unreadable.
    """
    depth = 0
    while True:
        try:
            number, size = unpack_from("<HH", data, at)
        except struct.error as error:
            raise Unreadable from error
        start, at = at + 4, at + 4 + size
        if at > len(data) or (depth == 0 and number != _BEGIN):
            raise Unreadable
        yield number, start, at
        depth += (number == _BEGIN) - (number == _END)
        if depth == 0:
            return


@dataclass(frozen=True)
class Listing:
    """What the first part of the stream says."""

    sheets: tuple[tuple[SheetInfo, int], ...]
    """Each with the place at which it begins."""
    blanks: frozenset[int]
    date_1904: bool
    locked: bool


def list_sheets(data: bytes) -> Listing:
    """The sheets of a workbook stream. Raises Unreadable."""
    sheets: list[tuple[SheetInfo, int]] = []
    strings: list[bytes] = []
    locked = date_1904 = in_strings = False
    version = _VERSION_8
    try:
        for number, start, end in records(data):
            if number == _BEGIN:
                (version,) = unpack_from("<H", data, start)
            elif number == _LOCKED:
                locked = True
            elif number == _DATE_1904:
                date_1904 = bool(data[start])
            elif number == _SHEET and data[start + 5] == 0:
                (place,) = unpack_from("<I", data, start)
                name = _name(data[start + 6 : end], version)
                sheets.append((SheetInfo(name, STATES[min(data[start + 4] & 3, 2)]), place))
            in_strings = number == _STRINGS or (in_strings and number == _CONTINUED)
            if in_strings:
                strings.append(data[start:end])
        return Listing(tuple(sheets), _blank_strings(strings), date_1904, locked)
    except (struct.error, IndexError) as error:
        raise Unreadable from error


def _name(data: bytes, version: int) -> str:
    length = data[0]
    if version < _VERSION_8:
        return data[1 : 1 + length].decode("cp1252", "replace")
    if data[1] & 1:
        return data[2 : 2 + 2 * length].decode("utf-16-le", "replace")
    return data[2 : 2 + length].decode("latin-1")


def _blank_strings(pieces: list[bytes]) -> frozenset[int]:
    """Indices of the empty shared strings; a string may go on in the next piece."""
    if not pieces:
        return frozenset()
    (count,) = unpack_from("<I", pieces[0], 4)
    # The reader makes room for as many as are claimed.
    if count * _SHORTEST_STRING > sum(map(len, pieces)):
        raise Unreadable
    walk, blanks = _Walk(pieces), set()
    for index in range(count):
        if not walk.string():
            blanks.add(index)
    return frozenset(blanks)


class _Walk:
    """Goes through the shared strings ([MS-XLS] 2.5.293) without reading them."""

    def __init__(self, pieces: list[bytes]) -> None:
        self.pieces, self.piece, self.at = pieces, 0, 8

    def string(self) -> int:
        """The number of characters of the next string."""
        length = self._number(2)
        flags = self._number(1)
        runs = self._number(2) if flags & 8 else 0
        extra = self._number(4) if flags & 4 else 0
        left, width = length, 1 + (flags & 1)
        while left:
            room = (len(self.pieces[self.piece]) - self.at) // width
            if room <= 0:
                self._next()
                width = 1 + (self._number(1) & 1)
                continue
            taken = min(left, room)
            left, self.at = left - taken, self.at + taken * width
        self._skip(4 * runs + extra)
        return length

    def _next(self) -> None:
        self.piece, self.at = self.piece + 1, 0
        if self.piece >= len(self.pieces):
            raise Unreadable

    def _number(self, size: int) -> int:
        if self.at >= len(self.pieces[self.piece]):
            self._next()
        found = self.pieces[self.piece][self.at : self.at + size]
        self.at += size
        return int.from_bytes(found, "little")

    def _skip(self, count: int) -> None:
        while count > (room := len(self.pieces[self.piece]) - self.at):
            count -= max(0, room)
            self._next()
        self.at += count


@dataclass
class _Count:
    """What one sheet stores."""

    filled: int = 0
    errors: int = 0
    rows: int = 0
    columns: int = 0

    def add(self, data: bytes, start: int, *, cells: int = 1, error: bool = False) -> None:
        row, column = unpack_from("<HH", data, start)
        self.filled += 0 if error else cells
        self.errors += cells if error else 0
        self.rows, self.columns = max(self.rows, row + 1), max(self.columns, column + cells)


def count_cells(data: bytes, at: int, blanks: frozenset[int]) -> StoredCells:
    """The stored cells of the sheet that begins at this place. Raises Unreadable.

    A formula always has a saved result here.
    """
    count = _Count()
    try:
        for number, start, end in records(data, at):
            if number in _PLAIN:
                count.add(data, start)
            elif number == _SEVERAL:
                count.add(data, start, cells=(end - start - 6) // 6)
            elif number == _TRUTH_OR_ERROR:
                count.add(data, start, error=bool(data[start + 7]))
            elif number in (_SHARED, *_TEXTS):
                if _is_filled(data, number, start, blanks):
                    count.add(data, start)
            elif number == _FORMULA:
                _formula(count, data, start, end)
    except (struct.error, IndexError) as error:
        raise Unreadable from error
    return StoredCells(count.filled, count.errors, (), count.rows, count.columns)


def _is_filled(data: bytes, number: int, start: int, blanks: frozenset[int]) -> bool:
    if number == _SHARED:
        return unpack_from("<I", data, start + 6)[0] not in blanks
    return bool(unpack_from("<H", data, start + 6)[0])


def _formula(count: _Count, data: bytes, start: int, end: int) -> None:
    """A number, or one of: text (in a record of its own), truth, error, empty text."""
    kind = data[start + 6] if data[start + 12 : start + 14] == b"\xff\xff" else -1
    # The text of the next record may be empty as well: the count is a lower bound.
    if kind not in (0, 3) or (kind == 0 and _has_text(data, end)):
        count.add(data, start, error=kind == 2)


def _has_text(data: bytes, at: int) -> bool:
    """Whether a text result follows, behind a shared formula or a table of one."""
    for _ in range(2):
        number, size = unpack_from("<HH", data, at)
        if number == 0x207:
            return bool(unpack_from("<H", data, at + 4)[0])
        at += 4 + size
    return False


def with_true_dimensions(data: bytes, sheets: list[tuple[int, StoredCells]]) -> bytes:
    """The stream with each sheet's claimed dimensions replaced by the counted ones.

    The reader makes room for the rectangle that is claimed.
    """
    changed = bytearray(data)
    for place, stored in sheets:
        for number, start, end in records(data, place):
            if number == _DIMENSIONS and end - start == 14:
                pack_into("<IIHH", changed, start, 0, stored.rows, 0, stored.columns)
            elif number == _DIMENSIONS and end - start >= 8:
                pack_into("<HHHH", changed, start, 0, stored.rows & 0xFFFF, 0, stored.columns)
    return bytes(changed)
