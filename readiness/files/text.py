"""Delimited text: encoding and delimiter found, every row kept in its place."""

import codecs
import csv
from collections import Counter
from io import StringIO

from readiness.domain.columns import IntakeErrors
from readiness.files.limits import Limits
from readiness.files.opened import Cell, OpenedFile, Sheet, SheetInfo, StoredCells

DELIMITERS = (",", ";", "\t", "|")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = frozenset(map(chr, range(32))) - set("\t\r\n\f\v")
_HEAD = 200
_SHEET = ""


def decode(data: bytes) -> tuple[str, str] | None:
    """(text, encoding) of a file, None if it is no text.

    UTF-8, UTF-16 and Windows-1252, told apart by mark, by zero bytes, then by validity.
    """
    for encoding in _candidates(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _CONTROLS.intersection(text):
            return text, encoding.removesuffix("-sig")
    return None


def _candidates(data: bytes) -> tuple[str, ...]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return (encoding,)
    head = data[:4096]
    if len(data) % 2 == 0 and head.count(0) * 4 > len(head):
        # Latin letters leave every other byte zero: the odd ones in little-endian order.
        little = head[1::2].count(0) >= head[::2].count(0)
        return ("utf-16-le" if little else "utf-16-be",)
    return ("utf-8", "cp1252")


def find_delimiter(text: str) -> str:
    """The delimiter that parts most rows into the same, largest number of cells."""

    def regularity(delimiter: str) -> tuple[float, int]:
        try:
            rows = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
            widths = [len(row) for row, _ in zip(rows, range(_HEAD), strict=False) if row]
        except csv.Error:
            return 0.0, 0
        # Title lines have one cell in any reading; they must not outvote the table below them.
        wide = Counter(width for width in widths if width > 1)
        if not wide:
            return 0.0, 0
        width, count = max(wide.items(), key=lambda item: (item[1], item[0]))
        return count / len(widths), width

    return max(DELIMITERS, key=regularity)


def open_text(
    name: str, data: bytes, sha256: str, limits: Limits, errors: IntakeErrors
) -> OpenedFile:
    """A csv or tsv file as one sheet without a name.

    Raises InputRefused: ``wrong_type``, ``empty_file``, ``quotes_unbalanced``, ``cell_too_long``,
    ``too_many_rows``, ``too_many_columns``, ``too_many_cells``.
    """
    decoded = decode(data)
    if decoded is None:
        raise errors.refused("wrong_type", name)
    text, encoding = decoded
    if not text.strip("\ufeff \t\r\n\f\v"):
        raise errors.refused("empty_file", name)
    delimiter = find_delimiter(text)
    rows = _rows(name, text, delimiter, limits, errors)
    filled = sum(map(len, rows)) - sum(row.count("") for row in rows)
    info = SheetInfo(
        _SHEET, stored=StoredCells(filled, rows=len(rows), columns=max(map(len, rows)))
    )
    return OpenedFile(
        name=name,
        type="tsv" if delimiter == "\t" else "csv",
        data=data,
        sha256=sha256,
        sheets=(info,),
        read=lambda _, sheet: Sheet(sheet, rows),
        encoding=encoding,
        delimiter=delimiter,
    )


def _rows(
    name: str, text: str, delimiter: str, limits: Limits, errors: IntakeErrors
) -> list[list[Cell]]:
    """Rows as a spreadsheet program counts them: a quoted line break does not start a new one."""
    rows: list[list[Cell]] = []
    cells = 0
    # Strict, because an unbalanced quotation mark would swallow the rest of the file in silence.
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for row in reader:
            rows.append([*row])
            cells += len(row)
            if len(row) > limits.max_columns:
                raise errors.refused(
                    "too_many_columns",
                    name,
                    row=len(rows),
                    count=len(row),
                    limit=limits.max_columns,
                )
            if len(rows) > limits.max_rows:
                raise errors.refused("too_many_rows", name, count=len(rows), limit=limits.max_rows)
            if cells > limits.max_cells:
                raise errors.refused("too_many_cells", name, count=cells, limit=limits.max_cells)
    except csv.Error as error:
        code = "cell_too_long" if "field limit" in str(error) else "quotes_unbalanced"
        raise errors.refused(code, name, row=len(rows) + 1) from error
    return rows
