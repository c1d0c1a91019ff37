"""Sheets drawn as rows of a list, for tests that are worked out by hand."""

import io
import zipfile
from collections.abc import Sequence

from readiness.domain.scan import WorkbookScan
from readiness.evidence.scan.cells import NUMBER, SheetCells
from readiness.evidence.scan.formulas import FORMULA

F, G, N = "=f", "=g", 1
"""A formula, a formula of another pattern, a number."""


def draw(*rows: Sequence[object]) -> tuple[SheetCells, list[str]]:
    """A sheet and its texts: row 1 first, None for an empty cell, *=f* for a formula."""
    sheet, texts = SheetCells(), []
    for row, cells in enumerate(rows, start=1):
        for column, value in enumerate(cells, start=1):
            if value is None:
                continue
            if value in (F, G):
                code = FORMULA + (value == G)
                sheet.locked += 1
            elif isinstance(value, str):
                texts.append(value)
                code = -len(texts)
            else:
                code = NUMBER
            sheet.columns[column][row] = code
    return sheet, texts


def findings(found: WorkbookScan, kind: str) -> list[tuple[str | None, str | None, int]]:
    """Sheet, address and count of the findings of one kind."""
    return [(f.sheet, f.address, f.count) for f in found.findings if f.kind == kind]


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """The workbook with one part more."""
    buffer = io.BytesIO(data)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr(name, content)
    return buffer.getvalue()
