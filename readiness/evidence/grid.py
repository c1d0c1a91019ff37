"""A sheet below its headings, column by column, each distinct cell looked at once."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from readiness.domain.addresses import column_letters
from readiness.evidence.privacy import find
from readiness.files.opened import Cell, Sheet

Codes = npt.NDArray[np.intp]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Distinct:
    """The distinct cells of a column in order of first appearance, and where each stands.

    ``codes[i]`` is the index into ``values`` of row ``i``; ``blank[code]`` where that is nothing.
    """

    codes: Codes
    values: list[Cell]
    blank: Mask

    def where(self, chosen: Mask) -> Mask:
        """Rows whose distinct value is chosen."""
        return np.asarray(chosen[self.codes], dtype=bool)

    def counts(self, rows: Mask) -> npt.NDArray[np.intp]:
        """How often each distinct value stands in the chosen rows."""
        return np.bincount(self.codes[rows], minlength=len(self.values))


def unique_headings(cells: Sequence[Cell]) -> list[str]:
    """A name for each column: its heading, told apart where two are alike, else its letter.

    A heading that itself identifies somebody gives way to the letter.
    """
    seen: Counter[str] = Counter()
    names = []
    for index, cell in enumerate(cells):
        text = " ".join(str(cell).split())
        if not text or find(text):
            text = f"Column {column_letters(index + 1)}"
        seen[text] += 1
        names.append(text if seen[text] == 1 else f"{text} ({seen[text]})")
    return names


def _text(cells: Sequence[Cell]) -> str:
    return " ".join(" ".join(str(cell) for cell in cells).split())


def joined_headings(upper: Sequence[Cell], lower: Sequence[Cell]) -> list[Cell]:
    """Headings of two lines as one: *Date* over *closed* is *Date closed*.

    A cell merged over several columns is stored in the first of them alone: it is filled to the
    right, over the columns that have a lower line. One merged over both lines stands for itself.
    """
    found: list[Cell] = []
    group = ""
    for above, below in zip_longest(upper, lower, fillvalue=""):
        top, bottom = _text([above]), _text([below])
        if top:
            group = top if bottom else ""
        elif not bottom:
            group = ""
        found.append(_text([top or group, bottom]))
    return found


@dataclass
class Grid:
    """The table of a sheet below the heading row.

    ``header_row``: 1-based, of two-line headings the lower one; row ``i`` here is row
    ``header_row + 1 + i`` of the file. ``places``: which column of the sheet each one is, from 0.
    ``short``: of two-line headings the lower line alone, else the heading.
    """

    sheet: Sheet
    header_row: int
    headings: list[str]
    places: list[int]
    columns: list[npt.NDArray[np.object_]]
    short: list[str] = field(default_factory=list)
    parts: tuple["Grid", ...] = ()
    """Of several sheets read as one, the grid of each."""
    reasons: tuple[object, dict[str, Mask]] = (None, {})
    """By whose words, and which rows are no records for what reason (``layout.row_reasons``)."""
    _distinct: dict[int, Distinct] = field(default_factory=dict)

    @classmethod
    def below(cls, sheet: Sheet, header_row: int, header_lines: int = 1) -> "Grid":
        """The grid under a heading row; columns that hold nothing at all are left out.

        ``header_lines``: 2 where the headings stand in two lines. Made once for each sheet and row:
        looking at a file and reading it share the work.
        """
        key = (header_row, header_lines)
        grid = sheet.memo.get(key)
        if not isinstance(grid, cls):
            grid = sheet.memo[key] = cls._made(sheet, header_row, header_lines)
        return grid

    @classmethod
    def _made(cls, sheet: Sheet, header_row: int, header_lines: int) -> "Grid":
        rows = sheet.rows[header_row - 1 :]
        if rows and header_lines > 1:
            rows = [joined_headings(*sheet.rows[header_row - 2 : header_row]), *rows[1:]]
        lines = list(zip_longest(*rows, fillvalue="")) if rows else []
        names = unique_headings([line[0] for line in lines])
        lower = sheet.rows[header_row - 1] if rows and header_lines > 1 else []
        headings, places, columns, short = [], [], [], []
        for index, line in enumerate(lines):
            cells = np.empty(len(line) - 1, dtype=object)
            cells[:] = line[1:]
            if line[0] != "" or any(cell != "" for cell in line[1:]):
                headings.append(names[index])
                short.append(_text(lower[index : index + 1]) or names[index])
                places.append(index)
                columns.append(cells)
        return cls(sheet, header_row, headings, places, columns, short)

    @classmethod
    def joined(cls, parts: Sequence["Grid"]) -> "Grid":
        """Sheets of the same headings as one table, in the columns of the first."""
        first = parts[0]
        columns = [
            np.concatenate([part.column_named(heading) for part in parts])
            for heading in first.headings
        ]
        return cls(
            first.sheet,
            first.header_row,
            first.headings,
            first.places,
            columns,
            first.short,
            tuple(parts),
        )

    def column_named(self, heading: str) -> npt.NDArray[np.object_]:
        """The cells under a heading; blank ones if there is no such column."""
        if heading in self.headings:
            return self.columns[self.headings.index(heading)]
        return np.full(len(self), "", dtype=object)

    def __len__(self) -> int:
        if self.parts:
            return sum(map(len, self.parts))
        return max(0, len(self.sheet.rows) - self.header_row)

    def place(self, index: int) -> tuple[Sheet, int]:
        """The sheet of a row and its number there, 1-based."""
        for part in self.parts:
            if index < len(part):
                return part.place(index)
            index -= len(part)
        return self.sheet, self.header_row + 1 + index

    def row_numbers(self, indices: Codes) -> list[int]:
        """The rows of their sheets, 1-based."""
        if not self.parts:
            numbers: list[int] = (indices + (self.header_row + 1)).tolist()
            return numbers
        return [self.place(int(i))[1] for i in indices]

    def sheet_names(self, indices: Codes) -> list[str]:
        """The sheets on which rows stand."""
        return [self.place(int(i))[0].info.name for i in indices]

    def row_number(self, index: int) -> int:
        """The row of its sheet, 1-based."""
        return self.place(index)[1]

    def index(self, row: int, sheet: str | None = None) -> int | None:
        """The index of a row of a sheet, the first one for None; None if it is not there."""
        before = 0
        for part in self.parts or (self,):
            at = row - part.header_row - 1
            if sheet in (None, part.sheet.info.name):
                return before + at if 0 <= at < len(part) else None
            before += len(part)
        return None

    def distinct(self, column: int) -> Distinct:
        """The distinct cells of a column, computed once."""
        if column not in self._distinct:
            codes, values = pd.factorize(self.columns[column], use_na_sentinel=False)
            kept: list[Any] = list(values)
            blank = np.array([isinstance(v, str) and not v.strip() for v in kept], dtype=bool)
            self._distinct[column] = Distinct(codes, kept, blank)
        return self._distinct[column]

    def filled(self) -> npt.NDArray[np.intp]:
        """How many cells of each row hold something."""
        count = np.zeros(len(self), dtype=np.intp)
        for column in range(len(self.columns)):
            distinct = self.distinct(column)
            count += distinct.where(~distinct.blank)
        return count
