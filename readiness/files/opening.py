"""The door: a stranger's file is recognised by its content, or refused with advice."""

import hashlib
import os
from io import BytesIO
from pathlib import Path

from msoffcrypto import OfficeFile

from readiness.domain.columns import IntakeErrors
from readiness.files.limits import MB, Limits
from readiness.files.opened import OpenedFile
from readiness.files.text import open_text
from readiness.files.workbook import open_workbook

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
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
    ``empty_file``, ``wrong_type``, ``encrypted``, ``old_format``, and those of ``open_workbook``
    and ``open_text``.
    """
    limits = limits or Limits()
    errors = errors or IntakeErrors()
    name = os.path.basename(name.replace("\\", "/")) or name  # noqa: PTH119 - a name, no path
    size = data.stat().st_size if isinstance(data, Path) else len(data)
    if size > limits.max_file_mb * MB:
        raise errors.refused("too_large", name, size=round(size / MB), limit=limits.max_file_mb)
    content = data.read_bytes() if isinstance(data, Path) else data
    if not content:
        raise errors.refused("empty_file", name)
    sha256 = hashlib.sha256(content).hexdigest()
    if content.startswith(_ZIP):
        return open_workbook(name, content, sha256, limits, errors)
    if content.startswith(_OLE):
        raise errors.refused(_ole_code(content), name, format="xls")
    if content.startswith(_NOT_TABLES):
        raise errors.refused("wrong_type", name)
    if content[:1024].removeprefix(b"\xef\xbb\xbf").lstrip().lower().startswith(_MARKUP):
        raise errors.refused("web_page", name)
    return open_text(name, content, sha256, limits, errors)


def _ole_code(content: bytes) -> str:
    """Which refusal fits a container of the old Office formats, also used around encrypted ones."""
    if _is_encrypted(content):
        return "encrypted"
    names = {
        "EncryptedPackage": "encrypted",
        "Workbook": "old_format",
        "Book": "old_format",
        "WordDocument": "wrong_type",
        "PowerPoint Document": "wrong_type",
    }
    for stream, code in names.items():
        if (stream + "\0").encode("utf-16-le") in content:
            return code
    return "broken_workbook"


def _is_encrypted(content: bytes) -> bool:
    try:
        return bool(OfficeFile(BytesIO(content)).is_encrypted())
    except Exception:  # noqa: BLE001 - a broken container may fail in any way
        return False
