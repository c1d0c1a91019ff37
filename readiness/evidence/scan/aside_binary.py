"""What an xlsb workbook holds beside its cells ([MS-XLSB]): comments, names, properties."""

from collections.abc import Iterator
from struct import unpack_from

from readiness.evidence.scan.aside import Aside
from readiness.evidence.scan.cells import address
from readiness.evidence.scan.package import Parts
from readiness.evidence.scan.texts import OtherText, other_texts, properties
from readiness.files.binary import MAIN, records
from readiness.files.opened import SheetInfo

# BrtName; BrtBeginComment with its area, BrtCommentText.
_NAME, _COMMENT, _COMMENT_TEXT = 39, 635, 637
_BEFORE_NAME = 9


def aside_binary(parts: Parts, sheets: tuple[SheetInfo, ...]) -> Aside:
    """Comments with their cells, and all other texts that name people.

    Raises MarkupError, Unreadable, struct.error.
    """
    about = properties(parts)
    found = Aside(modified=about.modified, saved_by=about.saved_by)
    found.others += other_texts(parts)
    main = parts.read(MAIN)
    for number, start, end in records(main):
        if number == _NAME:
            found.others.append(OtherText("defined_name", _text(main, start + _BEFORE_NAME, end)))
    for sheet in sheets:
        for part in parts.related(sheet.part, "comments"):
            found.notes += _comments(parts.read(part), sheet.name)
    return found


def _comments(data: bytes, sheet: str) -> Iterator[OtherText]:
    place = ""
    for number, start, end in records(data):
        if number == _COMMENT:
            row, _, column = unpack_from("<III", data, start + 4)
            place = address(row + 1, column + 1)
        elif number == _COMMENT_TEXT:
            yield OtherText("comment", _text(data, start + 1, end), sheet, place)


def _text(data: bytes, at: int, end: int) -> str:
    """A text with its length before it, cut at the end of its record."""
    (length,) = unpack_from("<I", data, at)
    return data[at + 4 : min(end, at + 4 + 2 * length)].decode("utf-16-le", "replace")
