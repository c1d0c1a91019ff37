"""OpenDocument spreadsheets: sheets, stored cells with their repetitions, and their cells as read.

One element may stand for thousands of cells (``number-columns-repeated``, ``number-rows-repeated``,
OpenDocument 1.3 part 3, 9.1): what a reader would lay out is known before it does.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from readiness.domain.columns import IntakeErrors
from readiness.files.archive import Archive, BrokenArchive, shown_size
from readiness.files.elements import Unreadable, follow
from readiness.files.limits import MB, Limits
from readiness.files.opened import OpenedFile, Sheet, SheetInfo, StoredCells
from readiness.files.parts import unpack
from readiness.files.workbook import read_sheet, refuse_sheets, refuse_sizes

CONTENT, MANIFEST = "content.xml", "META-INF/manifest.xml"
_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
_TABLE, _OFFICE, _TEXT, _STYLE = (f"{_ODF}{n}:1.0 " for n in ("table", "office", "text", "style"))
_SHOWN = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 value-type"
_CELLS = (_TABLE + "table-cell", _TABLE + "covered-table-cell")
_VALUES = tuple(_OFFICE + n for n in ("value", "date-value", "time-value", "boolean-value"))
_ERROR_WORDS = frozenset(
    ("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "Err:502", "Err:504")
)
_MOST_VALUELESS = 1000
# The reader counts repetitions in this range; further ones mean nothing in a spreadsheet.
_MOST_REPEATED = 1 << 24
_MACROS = ("Basic/", "Scripts/")


@dataclass
class _Row:
    """The cells of one row element."""

    repeated: int
    columns: int = 0
    last: int = 0
    filled: int = 0
    errors: int = 0
    valueless: list[int] = field(default_factory=list)


@dataclass
class _Table:
    """A sheet while it is read."""

    name: str
    style: str
    row: int = 0
    rows: int = 0
    columns: int = 0
    filled: int = 0
    errors: int = 0
    valueless: list[tuple[int, int]] = field(default_factory=list)

    def add(self, row: _Row) -> None:
        self.filled += row.filled * row.repeated
        self.errors += row.errors * row.repeated
        if len(self.valueless) < _MOST_VALUELESS:
            self.valueless += [(self.row + 1, column) for column in row.valueless]
        self.row += row.repeated
        if row.last:
            self.rows, self.columns = self.row, max(self.columns, row.last)


@dataclass
class Content:
    """Follows the elements of ``content.xml``; ``sheets`` afterwards."""

    tables: list[_Table] = field(default_factory=list)
    hidden: set[str] = field(default_factory=set)
    date_1904: bool = False
    laid_out: int = 0
    """Characters that the reader would write out: repeated spaces in repeated cells."""
    _path: list[str] = field(default_factory=list)
    _style: str = ""
    _table: _Table | None = None
    _row: _Row | None = None
    _cell: dict[str, str] | None = None
    _text: bool = False
    _length: int = 0
    _aside: int = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        parent = self._path[-1] if self._path else ""
        self._path.append(name)
        if name == _STYLE + "style":
            self._style = attributes.get(_STYLE + "name", "")
        elif name == _STYLE + "table-properties" and attributes.get(_TABLE + "display") == "false":
            self.hidden.add(self._style)
        elif name == _TABLE + "null-date":
            self.date_1904 = attributes.get(_TABLE + "date-value", "").startswith("1904")
        elif name == _TABLE + "table" and parent == _OFFICE + "spreadsheet":
            style = attributes.get(_TABLE + "style-name", "")
            self._table = _Table(attributes.get(_TABLE + "name", ""), style)
        elif name == _TABLE + "table-row" and self._table:
            self._row = _Row(_repeated(attributes, "number-rows-repeated"))
        elif name in _CELLS and self._row:
            self._cell, self._text, self._length = attributes, False, 0
        elif name == _OFFICE + "annotation":
            self._aside += 1
        elif name == _TEXT + "s":
            self._length += _number(attributes.get(_TEXT + "c", "1"))

    def characters(self, text: str) -> None:
        if self._cell is not None:
            self._length += len(text)
            self._text = self._text or (not self._aside and bool(text.strip()))

    def end(self, name: str) -> None:
        self._path.pop()
        if name in _CELLS and self._cell is not None and self._row:
            self._close(self._row, self._cell)
            self._cell = None
        elif name == _TABLE + "table-row" and self._table and self._row:
            self._table.add(self._row)
            self._row = None
        elif name == _OFFICE + "annotation":
            self._aside -= 1
        elif name == _TABLE + "table" and self._path[-1] == _OFFICE + "spreadsheet" and self._table:
            self.tables.append(self._table)
            self._table = None

    def _close(self, row: _Row, cell: dict[str, str]) -> None:
        count = _repeated(cell, "number-columns-repeated")
        kind = cell.get(_OFFICE + "value-type")
        is_error = cell.get(_SHOWN) == "error"
        filled = self._text or bool(cell.get(_OFFICE + "string-value"))
        if kind not in (None, "string"):
            filled = any(cell.get(value) for value in _VALUES)
        length = self._length + len(cell.get(_OFFICE + "string-value", ""))
        self.laid_out += length * count * row.repeated
        row.columns += count
        if is_error:
            row.errors += count
        elif kind is None and cell.get(_TABLE + "formula") and not self._text:
            row.valueless.append(row.columns - count + 1)
        elif filled:
            row.filled += count
        if is_error or filled:
            row.last = row.columns

    def sheets(self) -> tuple[SheetInfo, ...]:
        """What the tables are and store."""
        return tuple(
            SheetInfo(
                table.name,
                "hidden" if table.style in self.hidden else "visible",
                CONTENT,
                StoredCells(
                    table.filled, table.errors, tuple(table.valueless), table.rows, table.columns
                ),
            )
            for table in self.tables
        )


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 12):
        raise Unreadable
    return int(text)


def _repeated(attributes: dict[str, str], name: str) -> int:
    count = _number(attributes.get(_TABLE + name, "1"))
    if not 1 <= count <= _MOST_REPEATED:
        raise Unreadable
    return count


def count_tables(chunks: Iterable[bytes]) -> Content:
    """The sheets of a content part with their stored cells. Raises Unreadable."""
    content = Content()
    follow(chunks, content, separator=" ")
    return content


def open_ods(
    name: str, archive: Archive, sha256: str, limits: Limits, errors: IntakeErrors
) -> OpenedFile:
    """A checked OpenDocument spreadsheet; its sheets are listed and counted, its cells not read.

    Raises InputRefused: ``encrypted``, and as ``open_workbook``.
    """
    try:
        if MANIFEST in archive.parts and b"encryption-data" in archive.read(MANIFEST):
            raise errors.refused("encrypted", name)
        for _ in unpack(name, archive, errors):
            pass
        content = count_tables(archive.chunks(CONTENT))
    except (BrokenArchive, Unreadable, KeyError) as error:
        raise errors.refused("broken_workbook", name) from error
    sheets = content.sheets()
    if content.laid_out > limits.max_unpacked_mb * MB:
        raise errors.refused(
            "unpacks_too_large",
            name,
            size=shown_size(content.laid_out),
            limit=shown_size(limits.max_unpacked_mb * MB),
        )
    refuse_sheets(name, len(sheets), limits, errors)
    refuse_sizes(name, sheets, limits, errors)
    return OpenedFile(
        name=name,
        type="ods",
        data=archive.data,
        sha256=sha256,
        sheets=sheets,
        read=lambda opened, info: _read(opened, info, errors),
        macros=any(part.startswith(_MACROS) for part in archive.parts),
        date_1904=content.date_1904,
    )


def _read(opened: OpenedFile, info: SheetInfo, errors: IntakeErrors) -> Sheet:
    sheet = read_sheet(opened, info, opened.data, errors)
    if not info.stored.errors:
        return sheet
    # The reader hands out an error as the word that a spreadsheet program shows for it.
    rows = [["" if cell in _ERROR_WORDS else cell for cell in row] for row in sheet.rows]
    return Sheet(info, rows)
