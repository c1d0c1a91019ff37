"""Workbooks of the old kind (xls): told apart from what shares their container, listed, counted."""

from dataclasses import replace
from io import BytesIO

from msoffcrypto import OfficeFile

from readiness.domain.columns import IntakeErrors
from readiness.files.biff import Listing, count_cells, list_sheets, with_true_dimensions
from readiness.files.compound import BrokenContainer, Compound, with_one_stream
from readiness.files.elements import Unreadable
from readiness.files.limits import Limits
from readiness.files.opened import OpenedFile, SheetInfo
from readiness.files.workbook import read_sheet, refuse_sheets, refuse_sizes

_STREAMS = ("Workbook", "Book")
_LOCKED = "EncryptedPackage"
_OTHERS = ("WordDocument", "PowerPoint Document")
_MACROS = ("_VBA_PROJECT_CUR", "_VBA_PROJECT")


def open_old(
    name: str, data: bytes, sha256: str, limits: Limits, errors: IntakeErrors
) -> OpenedFile:
    """A checked xls workbook; its sheets are listed and counted, its cells not read yet.

    The reader is handed the one stream with the cells, in a container of its own: no code, no
    circles of sectors, no room claimed for cells that are not there. Raises InputRefused:
    ``encrypted``, ``wrong_type``, and as ``open_workbook``.
    """
    try:
        container = Compound(data)
        if _LOCKED in container.names or _is_encrypted(data):
            raise errors.refused("encrypted", name)
        if container.names.intersection(_OTHERS):
            raise errors.refused("wrong_type", name)
        stream = container.stream(_stream_of(container))
        listing = list_sheets(stream)
        if listing.locked:
            raise errors.refused("encrypted", name)
        refuse_sheets(name, len(listing.sheets), limits, errors)
        sheets = _counted(stream, listing)
    except (BrokenContainer, Unreadable, KeyError) as error:
        raise errors.refused("broken_workbook", name) from error
    refuse_sizes(name, sheets, limits, errors)
    places = [place for _, place in listing.sheets]
    shown = with_true_dimensions(
        stream, [(place, sheet.stored) for place, sheet in zip(places, sheets, strict=True)]
    )
    alone = with_one_stream(_stream_of(container), shown)
    return OpenedFile(
        name=name,
        type="xls",
        data=data,
        sha256=sha256,
        sheets=sheets,
        read=lambda opened, info: read_sheet(opened, info, alone, errors),
        macros=not container.names.isdisjoint(_MACROS),
        date_1904=listing.date_1904,
    )


def _stream_of(container: Compound) -> str:
    """The stream with the cells. Raises KeyError."""
    return next((name for name in _STREAMS if name in container.names), _STREAMS[0])


def _counted(stream: bytes, listing: Listing) -> tuple[SheetInfo, ...]:
    return tuple(
        replace(sheet, stored=count_cells(stream, place, listing.blanks))
        for sheet, place in listing.sheets
    )


def _is_encrypted(content: bytes) -> bool:
    try:
        return bool(OfficeFile(BytesIO(content)).is_encrypted())
    except Exception:  # noqa: BLE001 - broken ones fail in eight ways, AssertionError too
        return False
