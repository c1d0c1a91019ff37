"""A file that passed the door: what it is, and its sheets as rows of plain cells."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from readiness.domain.scan import SheetState

Cell = str | float | int | bool | dt.date | dt.time | dt.timedelta
"""An empty cell is the empty string."""
FileType = Literal["csv", "tsv", "xlsx", "xlsm", "xlsb", "xls", "ods"]


@dataclass(frozen=True)
class StoredCells:
    """What a sheet's own part of the file stores, counted without the reader of the cells.

    ``filled``: cells with a value other than an error, at least; ``errors``: cells that show a
    formula error; ``valueless``: (row, column) of formulas without a saved result, 1-based;
    ``rows``, ``columns``: the last ones that hold a value.
    """

    filled: int = 0
    errors: int = 0
    valueless: tuple[tuple[int, int], ...] = ()
    rows: int = 0
    columns: int = 0


@dataclass(frozen=True)
class SheetInfo:
    """A sheet as the file lists it."""

    name: str
    state: SheetState = "visible"
    part: str = ""
    """Its part of the archive; '' for text files."""
    stored: StoredCells = StoredCells()


@dataclass(frozen=True)
class Sheet:
    """The cells of one sheet: ``rows[i]`` is row ``i + 1`` of the file; lengths may differ."""

    info: SheetInfo
    rows: list[list[Cell]]
    memo: dict[object, object] = field(default_factory=dict, repr=False, compare=False)
    """What a reader derived from the rows and wants to find again; goes with the sheet."""


@dataclass(frozen=True)
class OpenedFile:
    """A file whose type, size and archive were checked; its cells are read on demand, once.

    ``sha256`` of the bytes as uploaded; ``macros``: whether it carries code, which never runs;
    ``encoding`` and ``delimiter`` of text files; ``date_1904``: serial numbers count from 1904.
    """

    name: str
    type: FileType
    data: bytes = field(repr=False)
    sha256: str
    sheets: tuple[SheetInfo, ...]
    read: Callable[["OpenedFile", SheetInfo], Sheet] = field(repr=False)
    macros: bool = False
    encoding: str | None = None
    delimiter: str | None = None
    date_1904: bool = False
    _cache: dict[str, Sheet] = field(default_factory=dict, repr=False, compare=False)

    def info(self, name: str | None) -> SheetInfo:
        """The sheet of that name, the first one for None. Raises KeyError."""
        if name is None:
            return self.sheets[0]
        for sheet in self.sheets:
            if sheet.name == name:
                return sheet
        raise KeyError(name)

    def sheet(self, name: str | None = None) -> Sheet:
        """The cells of a sheet.

        Raises KeyError for an unknown name, InputRefused if the sheet cannot be read in full.
        """
        info = self.info(name)
        if info.name not in self._cache:
            self._cache[info.name] = self.read(self, info)
        return self._cache[info.name]
