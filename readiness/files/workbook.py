"""Workbooks of the xlsx family: what they list, what they store, and their cells as read."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from io import BytesIO
from typing import TypeVar
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from python_calamine import CalamineError, CalamineWorkbook

from readiness.domain.columns import IntakeErrors
from readiness.domain.scan import SheetState
from readiness.files.archive import Archive, BrokenArchive
from readiness.files.elements import Unreadable
from readiness.files.limits import Limits
from readiness.files.opened import OpenedFile, Sheet, SheetInfo, StoredCells
from readiness.files.parts import local, main_part, targets, unpack, xml
from readiness.files.stored import FastCount, blank_strings, count_exactly

_T = TypeVar("_T")
_MACROS = "vbaProject.bin"
_STATES: dict[str, SheetState] = {"hidden": "hidden", "veryHidden": "very_hidden"}


@dataclass(frozen=True)
class _Listing:
    """What the workbook part says."""

    sheets: tuple[SheetInfo, ...]
    strings: str | None
    date_1904: bool


def open_workbook(
    name: str, archive: Archive, sha256: str, limits: Limits, errors: IntakeErrors
) -> OpenedFile:
    """A checked workbook; its sheets are listed and counted, its cells not read yet.

    Raises InputRefused: ``document_type``, ``broken_workbook``, ``no_sheets``,
    ``too_many_sheets``, ``too_many_rows``, ``too_many_columns``, ``too_many_cells``.
    """
    try:
        listing = _list_sheets(archive)
        refuse_sheets(name, len(listing.sheets), limits, errors)
        counted = _count_cells(name, archive, listing, limits, errors)
    except DefusedXmlException as error:
        raise errors.refused("document_type", name) from error
    # A LookupError is a part that is not there, or an encoding that nobody knows.
    except (BrokenArchive, Unreadable, ParseError, LookupError, ValueError) as error:
        raise errors.refused("broken_workbook", name) from error
    refuse_sizes(name, counted, limits, errors)
    macros = any(part.endswith(_MACROS) for part in archive.parts)
    return OpenedFile(
        name=name,
        type="xlsm" if macros else "xlsx",
        data=archive.data,
        sha256=sha256,
        sheets=counted,
        read=lambda opened, info: read_sheet(opened, info, opened.data, errors),
        macros=macros,
        date_1904=listing.date_1904,
    )


def _list_sheets(archive: Archive) -> _Listing:
    main = main_part(archive, "xl/workbook.xml")
    workbook, related = xml(archive, main), targets(archive, main)
    sheets = []
    date_1904 = False
    for element in workbook.iter():
        if local(element) == "workbookPr":
            date_1904 = element.get("date1904", "0") in ("1", "true")
        if local(element) != "sheet":
            continue
        relation = next((v for k, v in element.attrib.items() if k.rpartition("}")[2] == "id"), "")
        kind, part = related.get(relation, ("", ""))
        if kind == "worksheet":
            state = _STATES.get(element.get("state", ""), "visible")
            sheets.append(SheetInfo(element.get("name", ""), state, part))
    strings = next((path for kind, path in related.values() if kind == "sharedStrings"), None)
    return _Listing(tuple(sheets), strings, date_1904)


def _count_cells(
    name: str, archive: Archive, listing: _Listing, limits: Limits, errors: IntakeErrors
) -> tuple[SheetInfo, ...]:
    """Unpack every part once, within bounds: no document type, and the cells of each sheet."""
    blanks: frozenset[int] = frozenset()
    if listing.strings in archive.parts:
        blanks = blank_strings(archive.read(listing.strings or ""))
    counts = {sheet.part: FastCount(blanks) for sheet in listing.sheets}
    for part, chunk in unpack(name, archive, errors):
        if part in counts:
            counts[part].feed(chunk)
    return tuple(
        replace(sheet, stored=_stored(archive, sheet.part, counts[sheet.part], blanks, limits))
        for sheet in listing.sheets
    )


def _stored(
    archive: Archive, part: str, count: FastCount, blanks: frozenset[int], limits: Limits
) -> StoredCells:
    """The fast count, or the exact one where that is in doubt or formatting alone is large."""
    fast = count.result()
    if fast is not None and fast.rows <= limits.max_rows and fast.columns <= limits.max_columns:
        return fast
    return count_exactly(archive.chunks(part), blanks)


def refuse_sheets(name: str, count: int, limits: Limits, errors: IntakeErrors) -> None:
    """Raise InputRefused for no sheets at all, and for too many."""
    if not count:
        raise errors.refused("no_sheets", name)
    if count > limits.max_sheets:
        raise errors.refused("too_many_sheets", name, count=count, limit=limits.max_sheets)


def refuse_sizes(
    name: str, sheets: tuple[SheetInfo, ...], limits: Limits, errors: IntakeErrors
) -> None:
    """Raise InputRefused for sheets that are longer, wider or fuller than allowed."""
    for info in sheets:
        rows, columns = info.stored.rows, info.stored.columns
        if rows > limits.max_rows:
            raise errors.refused(
                "too_many_rows", name, sheet=info.name, count=rows, limit=limits.max_rows
            )
        if columns > limits.max_columns:
            raise errors.refused(
                "too_many_columns", name, sheet=info.name, count=columns, limit=limits.max_columns
            )
    # The reader lays out the whole rectangle around the cells, filled or not.
    largest = max(info.stored.rows * info.stored.columns for info in sheets)
    count = max(largest, sum(info.stored.filled for info in sheets))
    if count > limits.max_cells:
        raise errors.refused("too_many_cells", name, count=count, limit=limits.max_cells)


def _guarded(call: Callable[[], _T]) -> _T | None:
    """The reader's answer, None where it fails on a hostile or broken part."""
    try:
        return call()
    except (CalamineError, ValueError, OSError, OverflowError):
        return None
    except BaseException as error:  # a panic of the reader is no Exception
        if type(error).__name__ == "PanicException":
            return None
        raise


def read_sheet(opened: OpenedFile, info: SheetInfo, data: bytes, errors: IntakeErrors) -> Sheet:
    """The cells of one sheet, refused unless the reader saw all that the sheet stores.

    ``data``: what the reader is given, the upload itself or what was taken over from it.
    Raises InputRefused: ``broken_workbook``, ``cells_lost``.
    """
    rows = _guarded(
        lambda: (
            CalamineWorkbook.from_filelike(BytesIO(data))
            .get_sheet_by_name(info.name)
            .to_python(skip_empty_area=False)
        )
    )
    if rows is None:
        raise errors.refused("broken_workbook", opened.name, sheet=info.name)
    seen = sum(map(len, rows)) - sum(row.count("") for row in rows)
    if seen < info.stored.filled:
        raise errors.refused(
            "cells_lost", opened.name, sheet=info.name, seen=seen, stored=info.stored.filled
        )
    return Sheet(info, rows)
