"""Workbooks of the xlsx family: what they list, what they store, and their cells as read."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from io import BytesIO
from posixpath import join, normpath
from typing import TypeVar
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring
from python_calamine import CalamineError, CalamineWorkbook

from readiness.domain.columns import IntakeErrors
from readiness.domain.scan import SheetState
from readiness.files.archive import Archive, BrokenArchive, open_archive
from readiness.files.limits import Limits
from readiness.files.opened import OpenedFile, Sheet, SheetInfo, StoredCells
from readiness.files.stored import FastCount, Unreadable, blank_strings, count_exactly

_T = TypeVar("_T")
_MACROS = "vbaProject.bin"
_STATES: dict[str, SheetState] = {"hidden": "hidden", "veryHidden": "very_hidden"}
# A document type may stand in any encoding that an XML reader accepts.
_DOCTYPES = tuple("<!DOCTYPE".encode(code) for code in ("ascii", "utf-16-le", "utf-16-be"))


@dataclass(frozen=True)
class _Listing:
    """What the workbook part says."""

    sheets: tuple[SheetInfo, ...]
    strings: str | None
    date_1904: bool


def open_workbook(
    name: str, data: bytes, sha256: str, limits: Limits, errors: IntakeErrors
) -> OpenedFile:
    """A checked workbook; its sheets are listed and counted, its cells not read yet.

    Raises InputRefused: the codes of the archive, ``wrong_type``, ``old_format``,
    ``document_type``, ``broken_workbook``, ``no_sheets``, ``too_many_sheets``, ``too_many_rows``,
    ``too_many_columns``, ``too_many_cells``.
    """
    archive = open_archive(name, data, limits, errors)
    _refuse_other_kinds(name, archive, errors)
    try:
        listing = _list_sheets(archive)
        if not listing.sheets:
            raise errors.refused("no_sheets", name)
        if len(listing.sheets) > limits.max_sheets:
            raise errors.refused(
                "too_many_sheets", name, count=len(listing.sheets), limit=limits.max_sheets
            )
        counted = _count_cells(name, archive, listing, limits, errors)
    except DefusedXmlException as error:
        raise errors.refused("document_type", name) from error
    # A LookupError is a part that is not there, or an encoding that nobody knows.
    except (BrokenArchive, Unreadable, ParseError, LookupError, ValueError) as error:
        raise errors.refused("broken_workbook", name) from error
    _refuse_sizes(name, counted, limits, errors)
    macros = any(part.endswith(_MACROS) for part in archive.parts)
    return OpenedFile(
        name=name,
        type="xlsm" if macros else "xlsx",
        data=data,
        sha256=sha256,
        sheets=counted,
        read=lambda opened, info: _read_sheet(opened, info, errors),
        macros=macros,
        date_1904=listing.date_1904,
    )


def _refuse_other_kinds(name: str, archive: Archive, errors: IntakeErrors) -> None:
    parts = archive.parts
    if any(part.startswith("xl/workbook.bin") for part in parts):
        raise errors.refused("old_format", name, format="xlsb")
    if "content.xml" in parts and "mimetype" in parts:
        raise errors.refused("old_format", name, format="ods")
    if "[Content_Types].xml" not in parts or not any(p.startswith("xl/") for p in parts):
        raise errors.refused("wrong_type", name)


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _xml(archive: Archive, part: str) -> Element:
    root: Element = fromstring(archive.read(part), forbid_dtd=True)
    return root


def _targets(archive: Archive, part: str) -> dict[str, tuple[str, str]]:
    """Relation id -> (kind of relation, part), for the relations of a part ('' is the package)."""
    folder, _, file = part.rpartition("/")
    rels = join(folder, "_rels", f"{file}.rels")
    if rels not in archive.parts:
        return {}
    found = {}
    for element in _xml(archive, rels):
        target = element.get("Target", "")
        if element.get("TargetMode") != "External":
            path = target[1:] if target.startswith("/") else normpath(join(folder, target))
            found[element.get("Id", "")] = (element.get("Type", "").rpartition("/")[2], path)
    return found


def _list_sheets(archive: Archive) -> _Listing:
    main = next(
        (path for kind, path in _targets(archive, "").values() if kind == "officeDocument"),
        "xl/workbook.xml",
    )
    workbook, targets = _xml(archive, main), _targets(archive, main)
    sheets = []
    date_1904 = False
    for element in workbook.iter():
        if _local(element) == "workbookPr":
            date_1904 = element.get("date1904", "0") in ("1", "true")
        if _local(element) != "sheet":
            continue
        relation = next((v for k, v in element.attrib.items() if k.rpartition("}")[2] == "id"), "")
        kind, part = targets.get(relation, ("", ""))
        if kind == "worksheet":
            state = _STATES.get(element.get("state", ""), "visible")
            sheets.append(SheetInfo(element.get("name", ""), state, part))
    strings = next((path for kind, path in targets.values() if kind == "sharedStrings"), None)
    return _Listing(tuple(sheets), strings, date_1904)


def _count_cells(
    name: str, archive: Archive, listing: _Listing, limits: Limits, errors: IntakeErrors
) -> tuple[SheetInfo, ...]:
    """Unpack every part once, within bounds: no document type, and the cells of each sheet."""
    blanks: frozenset[int] = frozenset()
    if listing.strings in archive.parts:
        blanks = blank_strings(archive.read(listing.strings or ""))
    counts = {sheet.part: FastCount(blanks) for sheet in listing.sheets}
    for part in archive.parts:
        is_xml = part.endswith((".xml", ".rels", ".vml"))
        tail = b""
        for chunk in archive.chunks(part):
            if is_xml and any(doctype in tail + chunk for doctype in _DOCTYPES):
                raise errors.refused("document_type", name)
            tail = chunk[-20:]
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


def _refuse_sizes(
    name: str, sheets: tuple[SheetInfo, ...], limits: Limits, errors: IntakeErrors
) -> None:
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


def _read_sheet(opened: OpenedFile, info: SheetInfo, errors: IntakeErrors) -> Sheet:
    """The cells of one sheet, refused unless the reader saw all that the sheet stores."""
    rows = _guarded(
        lambda: (
            CalamineWorkbook.from_filelike(BytesIO(opened.data))
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
