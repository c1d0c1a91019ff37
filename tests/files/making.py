"""Small files made for tests: workbooks, archives and what only pretends to be one."""

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime

import xlsxwriter

from readiness.files.compound import with_one_stream

Value = str | int | float | bool | date | datetime | None

SHEET = "xl/worksheets/sheet1.xml"


def xlsx(sheets: Mapping[str, Iterable[Sequence[Value]]], hidden: Sequence[str] = ()) -> bytes:
    """A workbook of sheets with their rows; dates are real dates."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False}) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            if name in hidden:
                sheet.hide()
            for r, row in enumerate(rows):
                for c, value in enumerate(row):
                    if isinstance(value, datetime):
                        sheet.write_datetime(r, c, value, moment)
                    elif isinstance(value, date):
                        stamp = datetime(value.year, value.month, value.day)
                        sheet.write_datetime(r, c, stamp, day)
                    elif value not in (None, ""):
                        sheet.write(r, c, value)
    return buffer.getvalue()


def changed(data: bytes, change: Callable[[str, bytes], bytes | None]) -> bytes:
    """An archive whose parts went through a function; None leaves one out."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            part = change(name, old.read(name))
            if part is not None:
                new.writestr(name, part)
    return buffer.getvalue()


def with_part(data: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """An archive with one part changed."""
    return changed(data, lambda name, old: change(old) if name == part else old)


def with_another(data: bytes, name: str, part: bytes) -> bytes:
    """An archive with one part more."""
    buffer = io.BytesIO(data)
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as file:
        file.writestr(name, part)
    return buffer.getvalue()


def archive(parts: Mapping[str, bytes]) -> bytes:
    """A plain archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name, part in parts.items():
            new.writestr(name, part)
    return buffer.getvalue()


def ole(stream: str) -> bytes:
    """A container of the old Office formats whose one stream is empty."""
    return with_one_stream(stream, b"")


def bare_sheet(cells: str) -> bytes:
    """A worksheet part with these rows."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{main}">'
        f"<sheetData>{cells}</sheetData></worksheet>"
    ).encode()
