"""Workbooks of the binary kind in an archive (xlsb, [MS-XLSB] 2.1): listed, counted, read.

The parts are sequences of records: a number of one or two bytes, a size of up to four bytes with
seven bits each, the content. The count here reads them and knows nothing of the reader.
"""

import struct
from collections.abc import Iterator
from dataclasses import replace
from struct import Struct
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException

from readiness.domain.columns import IntakeErrors
from readiness.domain.scan import SheetState
from readiness.files.archive import Archive, BrokenArchive
from readiness.files.elements import Unreadable
from readiness.files.limits import Limits
from readiness.files.opened import OpenedFile, SheetInfo, StoredCells
from readiness.files.parts import main_part, targets, unpack
from readiness.files.workbook import read_sheet, refuse_sheets, refuse_sizes

MAIN = "xl/workbook.bin"
STATES: tuple[SheetState, ...] = ("visible", "hidden", "very_hidden")
_MACROS = "vbaProject.bin"
# Records of the workbook part, of the shared strings, of a sheet.
_WORKBOOK_PROPERTIES, _SHEET = 153, 156
_STRINGS, _STRING = 159, 19
_ROW, _CELLS, _END_OF_CELLS = 0, 145, 146
_SHARED_TEXT, _ERRORS = 7, (3, 11)
_OWN_TEXT = (6, 8)
_FILLED = frozenset((2, 4, 5, 6, 7, 8, 9, 10, 62))
_SHORTEST_STRING = 5
_U32 = Struct("<I").unpack_from


def records(data: bytes) -> Iterator[tuple[int, int, int]]:
    """(number, start, end) of every record. Raises Unreadable where one is cut off."""
    at, length = 0, len(data)
    try:
        while at < length:
            number = data[at]
            at += 1
            if number & 0x80:
                number = (number & 0x7F) | (data[at] & 0x7F) << 7
                at += 1
            size = data[at] & 0x7F
            for shift in (7, 14, 21):
                if not data[at] & 0x80:
                    break
                at += 1
                size |= (data[at] & 0x7F) << shift
            at += 1
            if at + size > length:
                raise Unreadable
            yield number, at, at + size
            at += size
    except IndexError as error:
        raise Unreadable from error


def _text(data: bytes, at: int, end: int) -> tuple[str, int]:
    """(a text of the given length at a place, the place behind it)."""
    (length,) = _U32(data, at)
    at += 4
    if length == 0xFFFFFFFF:
        return "", at
    if at + 2 * length > end:
        raise Unreadable
    return data[at : at + 2 * length].decode("utf-16-le", "replace"), at + 2 * length


def _list_sheets(archive: Archive, main: str) -> tuple[tuple[SheetInfo, ...], bool]:
    """(worksheets, whether serial numbers count from 1904)."""
    related = targets(archive, main)
    data = archive.read(main)
    sheets, date_1904 = [], False
    for number, start, end in records(data):
        if number == _WORKBOOK_PROPERTIES and end > start:
            date_1904 = bool(data[start] & 1)
        if number == _SHEET:
            (state,) = _U32(data, start)
            relation, at = _text(data, start + 8, end)
            name, _ = _text(data, at, end)
            kind, part = related.get(relation, ("", ""))
            if kind == "worksheet":
                sheets.append(SheetInfo(name, STATES[min(state & 3, 2)], part))
    return tuple(sheets), date_1904


def _blank_strings(data: bytes) -> frozenset[int]:
    """Indices of the empty shared strings. Raises Unreadable if more are claimed than fit."""
    blanks, index = set(), 0
    for number, start, end in records(data):
        # The reader makes room for as many as are claimed.
        if number == _STRINGS and _U32(data, start + 4)[0] * _SHORTEST_STRING > len(data):
            raise Unreadable
        if number == _STRING:
            if not _text(data, start + 1, end)[0]:
                blanks.add(index)
            index += 1
    return frozenset(blanks)


def count_cells(data: bytes, blanks: frozenset[int] = frozenset()) -> StoredCells:
    """The stored cells of a sheet part. Raises Unreadable."""
    filled = errors = row = rows = columns = 0
    inside = False
    try:
        for number, start, _ in records(data):
            if number in (_CELLS, _END_OF_CELLS):
                inside = number == _CELLS
            elif not inside:
                continue
            elif number == _ROW:
                row = _U32(data, start)[0] + 1
            elif number in _FILLED or number in _ERRORS:
                value = _U32(data, start + 8)[0] if number in (*_OWN_TEXT, _SHARED_TEXT) else 1
                if value in blanks if number == _SHARED_TEXT else not value:
                    continue
                errors += number in _ERRORS
                filled += number in _FILLED
                rows, columns = max(rows, row), max(columns, _U32(data, start)[0] + 1)
    except struct.error as error:
        raise Unreadable from error
    return StoredCells(filled, errors, (), rows, columns)


def open_binary(
    name: str, archive: Archive, sha256: str, limits: Limits, errors: IntakeErrors
) -> OpenedFile:
    """A checked xlsb workbook; its sheets are listed and counted, its cells not read yet.

    A formula always has a saved result here. Raises InputRefused as ``open_workbook``.
    """
    try:
        main = main_part(archive, MAIN)
        sheets, date_1904 = _list_sheets(archive, main)
        refuse_sheets(name, len(sheets), limits, errors)
        for _ in unpack(name, archive, errors):
            pass
        strings = next((p for k, p in targets(archive, main).values() if k == "sharedStrings"), "")
        blanks = _blank_strings(archive.read(strings)) if strings in archive.parts else frozenset()
        counted = tuple(
            replace(sheet, stored=count_cells(archive.read(sheet.part), blanks)) for sheet in sheets
        )
    except DefusedXmlException as error:
        raise errors.refused("document_type", name) from error
    except (BrokenArchive, Unreadable, ParseError, LookupError, ValueError, struct.error) as error:
        raise errors.refused("broken_workbook", name) from error
    refuse_sizes(name, counted, limits, errors)
    return OpenedFile(
        name=name,
        type="xlsb",
        data=archive.data,
        sha256=sha256,
        sheets=counted,
        read=lambda opened, info: read_sheet(opened, info, opened.data, errors),
        macros=any(part.endswith(_MACROS) for part in archive.parts),
        date_1904=date_1904,
    )
