"""Sheets of one log: one a month, a quarter or a year, under the same headings."""

import hashlib
import re
from collections.abc import Iterable, Sequence

from readiness.domain.columns import ColumnContent
from readiness.domain.errors import InputRefused
from readiness.evidence.grid import Grid, joined_headings, unique_headings
from readiness.evidence.mapping import FileMapping
from readiness.evidence.notes import Note
from readiness.evidence.words import normal_value
from readiness.files.opened import Cell, OpenedFile, Sheet

_SEARCHED = 60
_LETTER = re.compile(r"Column [A-Z]{1,3}")
_PART = re.compile(r"[^\W\d_]+|\d+")
# Quarter, trimester, half-year, semester and week, before their number.
_PERIODS = frozenset({"q", "t", "h", "hj", "s", "w", "kw", "sem"})


def is_series(names: Sequence[str], content: ColumnContent) -> bool:
    """Whether sheet names differ in nothing but a month, a quarter, a year or a number.

    A copy (*Log* and *Log old*) is no series: read together, its rows would count twice.
    """
    months = {normal_value(word) for words in content.months for word in words}
    parts = [[normal_value(part) for part in _PART.findall(name)] for name in names]
    common = set.intersection(*map(set, parts)) if parts else set()
    rests = [[part for part in each if part not in common] for each in parts]
    return len(names) > 1 and all(
        rest and all(p.isdecimal() or p in months or p in _PERIODS for p in rest) for rest in rests
    )


def same_headings(sheet: Sheet, first: Grid, header_lines: int) -> Grid | None:
    """The grid of a sheet with the headings of another one, in whatever row and order."""
    wanted = _named(_heading_cells(first.sheet, first.header_row, header_lines))
    rows = dict.fromkeys([first.header_row, *range(header_lines, _SEARCHED)])
    for row in rows:
        if header_lines <= row <= len(sheet.rows):
            found = _named(_heading_cells(sheet, row, header_lines))
            if wanted and found == wanted:
                return Grid.below(sheet, row, header_lines)
    return None


def layout_of(headings: Iterable[str]) -> str:
    """A hash of headings in any order: some logs have people in theirs, which nobody keeps."""
    # A column without a heading bears its letter, which is no part of the layout.
    named = sorted(heading for heading in headings if not _LETTER.fullmatch(heading))
    return hashlib.sha256("\n".join(named).encode()).hexdigest()


def find_layout(opened: OpenedFile, mapping: FileMapping, layout: str) -> tuple[str, int] | None:
    """The sheet and the row of exactly this layout, those of the mapping first."""
    lines = mapping.header_lines
    infos = sorted(opened.sheets, key=lambda info: info.name != (mapping.sheet or ""))
    for info in infos:
        try:
            sheet = opened.sheet(info.name)
        except InputRefused:
            continue
        for row in dict.fromkeys([mapping.header_row, *range(lines, _SEARCHED)]):
            if lines <= row <= len(sheet.rows):
                named = _named(_heading_cells(sheet, row, lines))
                if named and layout_of(named) == layout:
                    return info.name, row
    return None


def _heading_cells(sheet: Sheet, row: int, lines: int) -> Sequence[Cell]:
    if lines > 1:
        return joined_headings(sheet.rows[row - 2], sheet.rows[row - 1])
    return sheet.rows[row - 1]


def _named(cells: Sequence[Cell]) -> frozenset[str]:
    names = unique_headings(cells)
    return frozenset(name for name, cell in zip(names, cells, strict=True) if cell != "")


def siblings(opened: OpenedFile, first: Grid, header_lines: int) -> list[Grid]:
    """The other visible sheets with the same headings, in the order of the file."""
    found = []
    for info in opened.sheets:
        if info.name == first.sheet.info.name or info.state != "visible" or not info.stored.filled:
            continue
        try:
            grid = same_headings(opened.sheet(info.name), first, header_lines)
        except InputRefused:
            # A sheet that cannot be read is no part of this table; read alone, it is refused.
            continue
        if grid is not None and len(grid):
            found.append(grid)
    return found


def in_order(opened: OpenedFile, grids: Sequence[Grid]) -> list[Grid]:
    """Grids in the order of their sheets."""
    names = [info.name for info in opened.sheets]
    return sorted(grids, key=lambda grid: names.index(grid.sheet.info.name))


def sheet_notes(
    opened: OpenedFile, grid: Grid, header_lines: int, content: ColumnContent
) -> list[Note]:
    """Which sheets were read as one, and which of the same headings were not read at all."""
    read = [part.sheet.info.name for part in grid.parts] or [grid.sheet.info.name]
    found = []
    if grid.parts:
        found.append(Note("note_sheets", content.say("note_sheets", names=", ".join(read))))
    if len(opened.sheets) > 1:
        others = siblings(opened, grid, header_lines)
        rest = [name for g in others if (name := g.sheet.info.name) not in read]
        if rest:
            text = content.say("note_other_sheets", names=", ".join(rest))
            found.append(Note("note_other_sheets", text))
    return found
