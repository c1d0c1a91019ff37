"""LibreOffice recalculates; the figures that the file carries must not help it."""

import io
import os
import shutil
import subprocess
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from openpyxl.utils import get_column_letter
from python_calamine import CalamineWorkbook

from readiness.report.calc_sheet import NOT_DRAWN
from readiness.report.cells import Book

Cell = tuple[str, str]
TOLERANCE = 1e-9


def unvalued(book: Book, edits: Mapping[Cell, Any] | None = None) -> bytes:
    """The workbook without cached values, edited: LibreOffice trusts the values that it finds."""
    for (sheet, address), value in (edits or {}).items():
        book.pages[sheet].sheet[address].value = value
    target = io.BytesIO()
    book.workbook.save(target)
    with zipfile.ZipFile(io.BytesIO(target.getvalue())) as archive:
        for name in archive.namelist():
            assert b"</f><v>" not in archive.read(name), "a cached value was left"
    return target.getvalue()


def converted(books: Mapping[str, bytes], folder: Path, to: str = "xlsx") -> dict[str, bytes]:
    """Each workbook opened and saved anew by LibreOffice, in one run with a fresh profile."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.fail("LibreOffice is missing; make test installs it")
    sources, target = folder / "in", folder / "out"
    sources.mkdir()
    for name, data in books.items():
        (sources / f"{name}.xlsx").write_bytes(data)
    command = [
        office,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        to,
        "--outdir",
        str(target),
        *sorted(str(path) for path in sources.iterdir()),
    ]
    environment = {**os.environ, "HOME": str(folder)}
    run = subprocess.run(
        command, capture_output=True, timeout=150, check=False, env=environment, text=True
    )
    suffix = to.split(":", maxsplit=1)[0]
    found = {name: target / f"{name}.{suffix}" for name in books}
    missing = [name for name, path in found.items() if not path.is_file()]
    assert not missing, f"not converted: {missing}: {run.stdout} {run.stderr}"
    return {name: path.read_bytes() for name, path in found.items()}


def values(data: bytes) -> dict[Cell, Any]:
    """Every value of a workbook by sheet and address."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return {
        (name, f"{get_column_letter(column)}{row}"): value
        for name in book.sheet_names
        for row, line in enumerate(
            book.get_sheet_by_name(name).to_python(skip_empty_area=False), start=1
        )
        for column, value in enumerate(line, start=1)
        if value != ""
    }


def same(one: Any, other: Any) -> bool:
    """Equal to 1e-9; an empty text is an empty cell."""
    if isinstance(one, int | float) and isinstance(other, int | float):
        return abs(one - other) <= TOLERANCE
    return (one if one != "" else None) == (other if other != "" else None)


def differences(expected: Book, found: bytes) -> dict[Cell, tuple[Any, Any]]:
    """The formulas whose engine value the recalculated file does not hold: engine, file."""
    seen = values(found)
    return {
        (name, address): (value, seen.get((name, address)))
        for name, page in expected.pages.items()
        for address, value in page.cached.items()
        # An error has no value there: it stands for a point that is not drawn.
        if not same(None if value == NOT_DRAWN else value, seen.get((name, address)))
    }
