"""The door: a stranger's file is recognised by its content, or refused with advice."""

import hashlib
from pathlib import Path

from readiness.domain.columns import IntakeErrors
from readiness.files.archive import Archive, BrokenArchive, open_archive
from readiness.files.binary import MAIN as BINARY_MAIN
from readiness.files.binary import open_binary
from readiness.files.limits import MB, Limits
from readiness.files.ods import open_ods
from readiness.files.old import open_old
from readiness.files.opened import OpenedFile
from readiness.files.text import open_text
from readiness.files.workbook import open_workbook

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Before 1993 a sheet was a file of bare records: BOF of Excel 2, 3 and 4.
_BARE_RECORDS = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00")
_SPREADSHEET = b"application/vnd.oasis.opendocument.spreadsheet"
_NOT_TABLES = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf")
_MARKUP = (b"<?xml", b"<!doctype", b"<html", b"<table", b"<body", b"<style", b"<meta")


def open_upload(
    name: str,
    data: bytes | Path,
    limits: Limits | None = None,
    errors: IntakeErrors | None = None,
) -> OpenedFile:
    """The checked file behind a name that a person knows it by.

    ``data``: the bytes, or a path that is read only if its size is within the limit. ``errors``:
    the catalogue that words the refusals. Raises InputRefused (house, ``files``): ``too_large``,
    ``empty_file``, ``wrong_type``, ``encrypted``, ``old_format``, and those of ``open_archive``,
    ``open_workbook`` and ``open_text``.
    """
    limits = limits or Limits()
    errors = errors or IntakeErrors()
    name = name.replace("\\", "/").rpartition("/")[2] or name
    check_size(name, data, limits, errors)
    content = data.read_bytes() if isinstance(data, Path) else data
    if not content:
        raise errors.refused("empty_file", name)
    sha256 = hashlib.sha256(content).hexdigest()
    if content.startswith(_ZIP):
        return _open_zip(name, content, sha256, limits, errors)
    if content.startswith(_OLE):
        return open_old(name, content, sha256, limits, errors)
    if content.startswith(_BARE_RECORDS):
        raise errors.refused("old_format", name, format="xls (Excel 4 or older)")
    if content.startswith(_NOT_TABLES):
        raise errors.refused("wrong_type", name)
    if content[:1024].removeprefix(b"\xef\xbb\xbf").lstrip().lower().startswith(_MARKUP):
        raise errors.refused("web_page", name)
    return open_text(name, content, sha256, limits, errors)


def check_size(name: str, data: bytes | Path, limits: Limits, errors: IntakeErrors) -> None:
    """Raise InputRefused ``too_large`` for more bytes than are read."""
    size = data.stat().st_size if isinstance(data, Path) else len(data)
    if size > limits.max_file_mb * MB:
        raise errors.refused("too_large", name, size=round(size / MB), limit=limits.max_file_mb)


def _open_zip(
    name: str, content: bytes, sha256: str, limits: Limits, errors: IntakeErrors
) -> OpenedFile:
    """What is in an archive is told by its parts."""
    archive = open_archive(name, content, limits, errors)
    parts = archive.parts
    if "mimetype" in parts and "content.xml" in parts:
        if not _is_spreadsheet(archive):
            raise errors.refused("wrong_type", name)
        return open_ods(name, archive, sha256, limits, errors)
    if "[Content_Types].xml" not in parts or not any(p.startswith("xl/") for p in parts):
        raise errors.refused("wrong_type", name)
    open_it = open_binary if BINARY_MAIN in parts else open_workbook
    return open_it(name, archive, sha256, limits, errors)


def _is_spreadsheet(archive: Archive) -> bool:
    try:
        return archive.read("mimetype").strip().startswith(_SPREADSHEET)
    except BrokenArchive:
        return False
