"""What stood in the cells that are not read back: a check of each, so that an edit is named.

A value has a checksum, a formula its form: the same in every row, and after rows and columns were
inserted, deleted, moved or sorted. Source: the workbook specification, *Round trip*, RT40 to RT44.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zlib import crc32

from readiness.domain.addresses import column_number
from readiness.report import columns
from readiness.report.cells import Book, clean
from readiness.report.layout import (
    ASSUMPTIONS,
    DRILLS,
    FINDINGS,
    HEAT,
    METRICS,
    REGISTER,
    ROADMAP,
    SUMMARY,
    Column,
    Grid,
)
from readiness.report.places import Places
from readiness.report.sealing import flat

CELLS, FORMS, SHEET_FORMS = "cells", "forms", "sheet forms"
LAID_OUT = (SUMMARY, HEAT, ASSUMPTIONS)
"""Sheets that are no table: of their formulas alone it is kept which there are, and how often."""


@dataclass(frozen=True)
class Watched:
    """A table: the keys of its id and of a second heading that tells it; ``open`` is read back."""

    sheet: str
    columns: Sequence[Column]
    telling: str
    open: Sequence[str] = ()
    id: str = "id"

    @property
    def headings(self) -> dict[str, str]:
        """Heading by key."""
        return {c.key: c.heading for c in self.columns}


WATCHED = {
    "gaps": Watched(REGISTER, columns.REGISTER, "capability", (*columns.GAP_FIELDS, "what_if")),
    "findings": Watched(FINDINGS, columns.FINDINGS, "finding", columns.FINDING_FIELDS),
    "roadmap": Watched(ROADMAP, columns.ROADMAP, "capability", columns.ACTION_FIELDS),
    "metrics": Watched(METRICS, columns.METRICS, "metric"),
    "drills": Watched(DRILLS, columns.DRILLS, "scenario"),
    "flags": Watched(DRILLS, columns.FLAGS, "name"),
}

# A text, a reference to another sheet, one to this sheet, a name or function, a number, blanks.
_ANY = r"\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?(?![\w(.])"
_TOKEN = re.compile(
    r'(?P<text>"(?:[^"]|"")*")'
    rf"|(?P<far>(?:'(?:[^']|'')+'|[A-Za-z_][\w.]*)!{_ANY})"
    rf"|(?P<near>{_ANY})"
    r"|(?P<name>[A-Za-z_][\w.]*)"
    r"|(?P<number>\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+)"
    r"|(?P<blank>\s+)"
)
_CELL = re.compile(r"\$?([A-Z]{1,3})\$?(\d+)")


def check(value: object) -> str:
    """A checksum of a cell, the same for whatever programs make of the same value."""
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        value = (value - date(1899, 12, 30)).days
    if isinstance(value, int | float):
        words = f"{value:.9g}"
    else:
        words = "" if value is None else flat(clean(str(value)))
    return f"{crc32(words.encode()):08x}"


def form(formula: str, row: int, names: Mapping[int, str]) -> str:
    """What a formula says wherever it stands: ``names`` gives a column's key by its number."""

    def told(found: re.Match[str]) -> str:
        kind, words = found.lastgroup, found[0]
        if kind == "near":
            return _near(words, row, names)
        if kind == "number":
            return f"{float(words):.12g}"
        return {"text": words, "far": "@", "name": words.upper(), "blank": ""}[str(kind)]

    return f"{crc32(_TOKEN.sub(told, formula.removeprefix('=')).encode()):08x}"


def _near(words: str, row: int, names: Mapping[int, str]) -> str:
    """A cell of the same row by its column; of other rows only the columns count."""
    ends = [_CELL.fullmatch(end) for end in words.split(":")]
    own = all(end is not None and int(end[2]) == row for end in ends)
    keys = [names.get(column_number(end[1]), end[1]) for end in ends if end is not None]
    return ("[{}]" if own else "<{}>").format(":".join(keys))


def watched_rows(book: Book, at: Places) -> Iterator[tuple[str, ...]]:
    """The checks of a table row by row, and the forms of a column's formulas."""
    grids = {
        "gaps": at.register,
        "findings": at.findings,
        "roadmap": at.roadmap,
        "metrics": at.metrics,
        "drills": at.drills,
        "flags": at.flags,
    }
    for name, grid in grids.items():
        if grid.sheet in book.pages:
            yield from _table(book, name, grid)


def _table(book: Book, name: str, grid: Grid) -> Iterator[tuple[str, ...]]:
    kind, sheet = WATCHED[name], book.pages[grid.sheet].sheet
    names = {number: key for key, number in grid.numbers.items()}
    forms: dict[str, set[str]] = {}
    for row in range(grid.start, grid.end + 1):
        id = sheet.cell(row, grid.numbers[kind.id]).value
        if id is None:
            continue
        checks = []
        for key, number in grid.numbers.items():
            cell = sheet.cell(row, number)
            if cell.data_type == "f":
                forms.setdefault(key, set()).add(form(str(cell.value), row, names))
            elif key not in (kind.id, *kind.open):
                checks.append(f"{key}:{check(cell.value)}")
        yield CELLS, name, str(id), " ".join(checks)
    for key, found in forms.items():
        yield FORMS, name, key, " ".join(sorted(found))


def sheet_forms(book: Book) -> Iterator[tuple[str, ...]]:
    """The forms of the formulas of each sheet that is no table, with how often each stands."""
    for name in LAID_OUT:
        page = book.pages.get(name)
        if page is not None:
            cells = [page.sheet[address] for address in page.cached]
            found = Counter(form(str(cell.value), cell.row, {}) for cell in cells)
            yield SHEET_FORMS, name, " ".join(f"{f}:{n}" for f, n in sorted(found.items()))


def read_sheet_forms(rows: Sequence[Sequence[str]]) -> dict[str, Mapping[str, int]]:
    """How often each form stood on a sheet. Raises ValueError."""
    pairs = {row[1]: row[2].split() for row in rows if row[0] == SHEET_FORMS}
    return {
        sheet: {form: int(count) for form, _, count in (part.partition(":") for part in found)}
        for sheet, found in pairs.items()
    }


@dataclass(frozen=True)
class Checks:
    """One table read back: by id the check of each cell that held a value, forms by column."""

    cells: dict[str, Mapping[str, str]]
    forms: dict[str, frozenset[str]]


def read_checks(rows: Sequence[Sequence[str]]) -> dict[str, Checks]:
    """The tables out of the rows of the hidden sheet. Raises ValueError."""
    found: dict[str, Checks] = {}
    for kind, name, key, words in (row[:4] for row in rows if row[0] in (CELLS, FORMS)):
        table = found.setdefault(name, Checks({}, {}))
        if kind == FORMS:
            table.forms[key] = frozenset(words.split())
        else:
            pairs = (part.partition(":") for part in words.split())
            table.cells[key] = {column: said for column, _, said in pairs}
    return found
