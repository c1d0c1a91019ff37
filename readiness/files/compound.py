"""The container of the old Office formats ([MS-CFB]): one stream taken out, and put in again alone.

A container whose chains of sectors run in circles makes a trusting reader collect them for ever.
Here each chain ends, and the reader of the cells is given a new container with the one stream that
holds them; code and everything else stay behind.
"""

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from struct import iter_unpack, pack, unpack_from

_FREE, _END, _FAT, _NO_ENTRY = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER, _ENTRY, _SECTOR = 512, 128, 512
_IN_HEADER = 109
_MINI_BELOW = 4096
_STREAM, _ROOT = 2, 5


class BrokenContainer(Exception):
    """The container contradicts itself."""


@dataclass(frozen=True)
class _Entry:
    """A line of the directory."""

    kind: int
    start: int
    size: int


class Compound:
    """The streams of a container by name; only the first of a name counts.

    Raises BrokenContainer.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        try:
            shift, mini_shift = unpack_from("<HH", data, 30)
            if shift not in (9, 12) or mini_shift != 6:
                raise BrokenContainer
            self._size = 1 << shift
            self._table = self._read_table()
            start, _, self._mini_below, mini_start = unpack_from("<IIII", data, 48)
            directory = self._joined(start)
            self._minis = _numbers(self._joined(mini_start))
        except struct.error as error:
            raise BrokenContainer from error
        self._entries: dict[str, _Entry] = {}
        for at in range(0, len(directory) - _ENTRY + 1, _ENTRY):
            self._add(directory[at : at + _ENTRY])

    @property
    def names(self) -> frozenset[str]:
        """Streams and folders."""
        return frozenset(self._entries)

    def stream(self, name: str) -> bytes:
        """The bytes of a stream. Raises KeyError, BrokenContainer."""
        entry = self._entries[name]
        if entry.size >= self._mini_below:
            found = self._joined(entry.start)
        else:
            root = next((e for e in self._entries.values() if e.kind == _ROOT), None)
            inside = self._joined(root.start) if root else b""
            chain = _chain(self._minis, entry.start)
            found = b"".join(inside[64 * i : 64 * i + 64] for i in chain)
        if entry.kind != _STREAM or len(found) < entry.size:
            raise BrokenContainer
        return found[: entry.size]

    def _add(self, line: bytes) -> None:
        length, kind = unpack_from("<HB", line, 64)
        if kind and 2 <= length <= 64:
            name = line[: length - 2].decode("utf-16-le", "replace")
            start, size = unpack_from("<II", line, 116)
            self._entries.setdefault(name, _Entry(kind, start, size))

    def _sector(self, number: int) -> bytes:
        start = self._size * (number + 1)
        found = self._data[start : start + self._size]
        if not found:
            raise BrokenContainer
        # The last sector of a file may be cut short.
        return found.ljust(self._size, b"\0")

    def _read_table(self) -> list[int]:
        numbers = list(unpack_from(f"<{_IN_HEADER}I", self._data, 76))
        (more,) = unpack_from("<I", self._data, 68)
        seen = set()
        while more < _FAT:
            if more in seen:
                raise BrokenContainer
            seen.add(more)
            *listed, more = _numbers(self._sector(more))
            numbers += listed
        table: list[int] = []
        used = [number for number in numbers if number < _FAT]
        if len(set(used)) != len(used):
            raise BrokenContainer
        for number in used:
            table += _numbers(self._sector(number))
        return table

    def _joined(self, start: int) -> bytes:
        return b"".join(map(self._sector, _chain(self._table, start)))


def _numbers(data: bytes) -> list[int]:
    return [number for (number,) in iter_unpack("<I", data)]


def _chain(table: Sequence[int], start: int) -> list[int]:
    """The sectors of a chain in order. Raises BrokenContainer for one that does not end."""
    found: list[int] = []
    while start not in (_END, _FREE):
        if start >= len(table) or len(found) > len(table):
            raise BrokenContainer
        found.append(start)
        start = table[start]
    return found


def with_one_stream(name: str, content: bytes) -> bytes:
    """A container that holds this stream and nothing else."""
    content = content.ljust(_MINI_BELOW, b"\0")
    length = -(-len(content) // _SECTOR)
    # Sectors: the table, its own overflow list, the directory, the stream.
    tables = overflow = 0
    for _ in range(4):
        tables = -(-(tables + overflow + 1 + length) // 128)
        overflow = max(0, -(-(tables - _IN_HEADER) // 127))
    directory = tables + overflow
    table = [_FAT] * tables + [_FAT - 1] * overflow + [_END]
    table += [*range(directory + 2, directory + 1 + length), _END]
    table += [_FREE] * (128 * tables - len(table))
    listed = [*range(tables)] + [_FREE] * (_IN_HEADER + 127 * overflow - tables)
    header = _MAGIC + bytes(16) + pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += pack("<IIIIIIIII", 0, tables, directory, 0, _MINI_BELOW, _END, 0,
                   tables if overflow else _END, overflow)  # fmt: skip
    header += pack(f"<{_IN_HEADER}I", *listed[:_IN_HEADER])
    parts = [header, pack(f"<{len(table)}I", *table)]
    for i in range(overflow):
        rest = listed[_IN_HEADER + 127 * i : _IN_HEADER + 127 * (i + 1)]
        following = tables + i + 1 if i + 1 < overflow else _END
        parts.append(pack("<128I", *rest, following))
    parts.append(
        _line("Root Entry", _ROOT, _END, 0, child=1)
        + _line(name, _STREAM, directory + 1, len(content), child=_NO_ENTRY)
        + bytes(2 * _ENTRY)
    )
    return b"".join(parts) + content.ljust(length * _SECTOR, b"\0")


def _line(name: str, kind: int, start: int, size: int, child: int) -> bytes:
    text = (name + "\0").encode("utf-16-le")
    return (
        text.ljust(64, b"\0")
        + pack("<HBBIII", len(text), kind, 1, _NO_ENTRY, _NO_ENTRY, child)
        + bytes(36)
        + pack("<III", start, size, 0)
    )
