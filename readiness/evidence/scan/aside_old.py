"""What an xls workbook holds beside its cells ([MS-XLS], [MS-OLEPS]): notes, names, properties."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from struct import error, unpack_from

from readiness.evidence.scan.aside import Aside
from readiness.evidence.scan.cells import address
from readiness.evidence.scan.texts import OtherText, margin_text
from readiness.files.biff import list_sheets, records
from readiness.files.compound import Compound

_STREAMS = ("Workbook", "Book")
_SUMMARIES = ("\x05SummaryInformation", "\x05DocumentSummaryInformation")
_NAME, _NOTE, _OBJECT, _TEXT, _CONTINUED = 0x18, 0x1C, 0x5D, 0x1B6, 0x3C
_MARGINS = (0x14, 0x15)
# Numbers of properties in the first summary, and types of values.
_AUTHOR, _SAVED_BY, _SAVED = 4, 8, 13
_CODE_PAGE, _UTF_8 = 1, 65001
_BYTES, _WIDE, _TIME = 0x1E, 0x1F, 0x40
_ZERO_TIME = datetime(1601, 1, 1)


def aside_old(data: bytes) -> Aside:
    """Notes with their cells, and all other texts that name people.

    Raises Unreadable, KeyError, BrokenContainer, struct.error, IndexError.
    """
    found = Aside()
    container = Compound(data)
    stream = container.stream(next((n for n in _STREAMS if n in container.names), _STREAMS[0]))
    for number, start, end in records(stream):
        if number == _NAME:
            length, text = stream[start + 3], stream[start + 14 : end]
            found.others.append(OtherText("defined_name", _flagged(text, length)))
    for info, place in list_sheets(stream).sheets:
        _sheet(stream, place, info.name, found)
    for name in _SUMMARIES:
        if name in container.names:
            _summary(container.stream(name), found, is_first=name == _SUMMARIES[0])
    return found


def _sheet(data: bytes, at: int, name: str, found: Aside) -> None:
    """Texts come with their object, and at the end each note names its object."""
    texts: dict[int, str] = {}
    current, length = 0, 0
    for number, start, end in records(data, at):
        if number == _OBJECT and end - start >= 8:
            (current,) = unpack_from("<H", data, start + 6)
        elif number == _TEXT:
            (length,) = unpack_from("<H", data, start + 10)
        elif number == _CONTINUED and length:
            texts[current] = _flagged(data[start:end], length)
            length = 0
        elif number == _NOTE and end - start >= 8:
            row, column, _, which = unpack_from("<HHHH", data, start)
            place = address(row + 1, column + 1)
            found.notes.append(OtherText("comment", texts.pop(which, ""), name, place))
        elif number in _MARGINS and end - start > 3:
            (long,) = unpack_from("<H", data, start)
            text = margin_text(_flagged(data[start + 2 : end], long))
            found.others.append(OtherText("margin", text, name))
    found.others += [OtherText("drawing", text, name) for text in texts.values()]


def _flagged(data: bytes, length: int) -> str:
    """A text behind the byte that says whether its characters have two bytes."""
    if data[0] & 1:
        return data[1 : 1 + 2 * length].decode("utf-16-le", "replace")
    return data[1 : 1 + length].decode("cp1252", "replace")


def _summary(data: bytes, found: Aside, *, is_first: bool) -> None:
    (start,) = unpack_from("<I", data, 44)
    values = dict(_values(data, start))
    page = values.get(_CODE_PAGE)
    code = "utf-8" if page == _UTF_8 else "cp1252"
    for number, value in values.items():
        if isinstance(value, (bytes, str)):
            text = value if isinstance(value, str) else value.decode(code, "replace")
            text = text.rstrip("\0")
            author = not is_first or number in (_AUTHOR, _SAVED_BY)
            found.tell("saved_by" if is_first and number == _SAVED_BY else "", text, author=author)
        elif is_first and number == _SAVED and isinstance(value, datetime):
            found.tell("modified", value.date().isoformat())


def _values(data: bytes, start: int) -> Iterator[tuple[int, bytes | str | int | datetime]]:
    _, count = unpack_from("<II", data, start)
    for index in range(min(count, 256)):
        number, offset = unpack_from("<II", data, start + 8 + 8 * index)
        at = start + offset
        try:
            kind, size = unpack_from("<II", data, at)
        except error:
            continue
        if kind == _BYTES:
            yield number, data[at + 8 : at + 8 + size]
        elif kind == _WIDE:
            yield number, data[at + 8 : at + 8 + 2 * size].decode("utf-16-le", "replace")
        elif kind == _TIME and at + 12 <= len(data):
            (ticks,) = unpack_from("<Q", data, at + 4)
            if 0 < ticks < 1 << 60:  # about the year 5200
                yield number, _ZERO_TIME + timedelta(microseconds=ticks // 10)
        elif number == _CODE_PAGE:
            yield number, size & 0xFFFF
