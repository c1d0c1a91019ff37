"""Workbooks whose bytes depend on their content alone."""

import io
import zipfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

__all__ = ["MARK", "Cell", "Row", "Styles", "Workbook", "Worksheet", "put", "table", "workbook"]

Cell = str | int | float | date | datetime | None
Row = Sequence[Cell]

ZIP_DATE = (1980, 1, 1, 0, 0, 0)
MARK = "Invented demonstration data: no person, patient or company in it exists."


@dataclass(frozen=True)
class Styles:
    """The few cell formats of an office workbook."""

    title: Format
    head: Format
    day: Format
    moment: Format


def workbook(
    draw: Callable[[Workbook, Styles], None], modified: datetime, title: str, saved_by: str = ""
) -> bytes:
    """The bytes of the workbook that `draw` fills, saved as of `modified` by `saved_by`."""
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(buffer, options) as book:
        book.set_properties(
            {
                "title": title,
                "company": "Northgate Therapeutics (invented)",
                "comments": MARK,
                "created": modified,
                **({"author": saved_by} if saved_by else {}),
            }
        )
        draw(book, _styles(book))
    return _settled(buffer.getvalue())


def table(
    sheet: Worksheet, styles: Styles, top: int, head: Sequence[str], rows: Iterable[Row]
) -> None:
    """Writes `head` into the row `top` (1-based) and the rows below it, dates as real dates."""
    for column, text in enumerate(head):
        sheet.write_string(top - 1, column, text, styles.head)
        sheet.set_column(column, column, max(12, len(text) + 2))
    for offset, row in enumerate(rows):
        for column, value in enumerate(row):
            put(sheet, styles, top + offset, column, value)


def put(sheet: Worksheet, styles: Styles, row: int, column: int, value: Cell) -> None:
    """Writes one value by its type; None leaves the cell empty."""
    if isinstance(value, datetime):
        sheet.write_datetime(row, column, value, styles.moment)
    elif isinstance(value, date):
        sheet.write_datetime(row, column, datetime(value.year, value.month, value.day), styles.day)
    elif isinstance(value, str):
        sheet.write_string(row, column, value)
    elif value is not None:
        sheet.write_number(row, column, value)


def _styles(book: Workbook) -> Styles:
    return Styles(
        title=book.add_format({"bold": True, "font_size": 13}),
        head=book.add_format({"bold": True, "bg_color": "#D9E2EC", "text_wrap": True}),
        day=book.add_format({"num_format": "yyyy-mm-dd"}),
        moment=book.add_format({"num_format": "yyyy-mm-dd hh:mm"}),
    )


def _settled(packed: bytes) -> bytes:
    """The same parts stored without compression and with one date.

    Compressed bytes differ between builds of zlib, so that a comparison byte for byte would fail
    on another machine although nothing had changed.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as source, zipfile.ZipFile(buffer, "w") as target:
        for name in source.namelist():
            part = zipfile.ZipInfo(name, ZIP_DATE)
            part.create_system = 0
            target.writestr(part, source.read(name))
    return buffer.getvalue()
