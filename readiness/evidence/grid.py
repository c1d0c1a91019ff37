"""A sheet below its headings, column by column, each distinct cell looked at once."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

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


def column_letters(index: int) -> str:
    """A for 0, AA for 26."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def unique_headings(cells: Sequence[Cell]) -> list[str]:
    """A name for each column: its heading, told apart where two are alike, else its letter.

    A heading that itself identifies somebody gives way to the letter.
    """
    seen: Counter[str] = Counter()
    names = []
    for index, cell in enumerate(cells):
        text = " ".join(str(cell).split())
        if not text or find(text):
            text = f"Column {column_letters(index)}"
        seen[text] += 1
        names.append(text if seen[text] == 1 else f"{text} ({seen[text]})")
    return names


@dataclass
class Grid:
    """The table of a sheet below the heading row.

    ``header_row``: 1-based; row ``i`` here is row ``header_row + 1 + i`` of the file. ``places``:
    which column of the sheet each one is, from 0.
    """

    sheet: Sheet
    header_row: int
    headings: list[str]
    places: list[int]
    columns: list[npt.NDArray[np.object_]]
    _distinct: dict[int, Distinct] = field(default_factory=dict)

    @classmethod
    def below(cls, sheet: Sheet, header_row: int) -> "Grid":
        """The grid under a heading row; columns that hold nothing at all are left out.

        Made once for each sheet and row: looking at a file and reading it share the work.
        """
        grid = sheet.memo.get(header_row)
        if not isinstance(grid, cls):
            grid = sheet.memo[header_row] = cls._made(sheet, header_row)
        return grid

    @classmethod
    def _made(cls, sheet: Sheet, header_row: int) -> "Grid":
        rows = sheet.rows[header_row - 1 :]
        lines = list(zip_longest(*rows, fillvalue="")) if rows else []
        names = unique_headings([line[0] for line in lines])
        headings, places, columns = [], [], []
        for index, line in enumerate(lines):
            cells = np.empty(len(line) - 1, dtype=object)
            cells[:] = line[1:]
            if line[0] != "" or any(cell != "" for cell in line[1:]):
                headings.append(names[index])
                places.append(index)
                columns.append(cells)
        return cls(sheet, header_row, headings, places, columns)

    def __len__(self) -> int:
        return max(0, len(self.sheet.rows) - self.header_row)

    def row_number(self, index: int) -> int:
        """The row of the file, 1-based."""
        return self.header_row + 1 + index

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
