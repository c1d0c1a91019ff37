"""LibreOffice recalculates; the figures that the file carries must not help it."""

import io
import os
import shutil
import subprocess
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import openpyxl
import pytest

Cell = tuple[str, str]
TOLERANCE = 1e-9


def emptied(data: bytes, edits: Mapping[Cell, Any] | None = None) -> bytes:
    """The workbook without cached values, edited: LibreOffice trusts the values that it finds."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    for (sheet, address), value in (edits or {}).items():
        book[sheet][address] = value
    target = io.BytesIO()
    book.save(target)
    with zipfile.ZipFile(io.BytesIO(target.getvalue())) as archive:
        for name in archive.namelist():
            if name.startswith("xl/worksheets/sheet"):
                xml = archive.read(name).decode()
                assert "</f><v>" not in xml, "a cached value was left"
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
    """Every value of a workbook by sheet and address; dates as day numbers."""
    book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    return {
        (sheet.title, cell.coordinate): cell.value
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


def formulas(data: bytes) -> dict[Cell, str]:
    """Every formula of a workbook by sheet and address."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    return {
        (sheet.title, cell.coordinate): str(cell.value)
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }


def same(one: Any, other: Any) -> bool:
    """Equal to 1e-9; an empty text is an empty cell."""
    if isinstance(one, int | float) and isinstance(other, int | float):
        return abs(one - other) <= TOLERANCE
    return (one if one != "" else None) == (other if other != "" else None)


def differences(expected: bytes, found: bytes) -> dict[Cell, tuple[Any, Any]]:
    """The formula cells of the first workbook whose cached value the second does not hold."""
    wanted, seen = values(expected), values(found)
    return {
        cell: (wanted.get(cell), seen.get(cell))
        for cell in formulas(expected)
        if not same(wanted.get(cell), seen.get(cell))
    }
