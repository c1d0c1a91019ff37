"""What a cell says, for comparing it with others in memory: a label, or a moment in time."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from readiness.evidence.scan.cells import BOOL, DATE, ERROR, SheetCells
from readiness.evidence.scan.formulas import FORMULA
from readiness.evidence.scan.tables import Table, words

_ZERO, _ZERO_1904 = date(1899, 12, 30).toordinal(), date(1904, 1, 1).toordinal()
_EARLIEST, _LATEST = date(1990, 1, 1).toordinal(), date(2100, 1, 1).toordinal()
_ISO = re.compile(r"\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T](\d{1,2}):(\d{2}).*)?\s*")
_DOTTED = re.compile(r"\s*(\d{1,2})\.(\d{1,2})\.(\d{4})(?: (\d{1,2}):(\d{2}).*)?\s*")
_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]")


@dataclass(frozen=True, slots=True)
class Looking:
    """The cells of one sheet with the texts of its workbook."""

    cells: SheetCells
    texts: Sequence[str] = field(repr=False)
    date_1904: bool = False

    def label(self, row: int, column: int) -> str:
        """The text of a cell without blanks around it, or its number; '' for anything else."""
        code = self.cells.columns.get(column, {}).get(row, 0)
        number = self.cells.text_number(row, column, code)
        if number is not None:
            return self.texts[number].strip()
        if code in (0, BOOL, ERROR, DATE):
            return ""
        return self.cells.values.get(column, {}).get(row, "")

    def moment(self, row: int, column: int) -> float | None:
        """The day, counted from year 1, with its time as a fraction; None for no sure date.

        A text is a date only where its order cannot be mistaken: year first, or dots.
        """
        code = self.cells.columns.get(column, {}).get(row, 0)
        number = self.cells.text_number(row, column, code)
        stored = self.cells.values.get(column, {}).get(row, "")
        if number is not None:
            found = _written(self.texts[number])
        elif code == DATE or code >= FORMULA:
            found = _written(stored) or self._serial(stored)
        else:
            found = None
        return found if found is not None and _EARLIEST <= found < _LATEST else None

    def _serial(self, stored: str) -> float | None:
        try:
            return float(stored) + (_ZERO_1904 if self.date_1904 else _ZERO)
        except ValueError:
            return None


def _written(text: str) -> float | None:
    if found := _ISO.fullmatch(text):
        year, month, day = map(int, found.group(1, 2, 3))
    elif found := _DOTTED.fullmatch(text):
        day, month, year = map(int, found.group(1, 2, 3))
    else:
        return None
    try:
        whole = date(year, month, day).toordinal()
    except ValueError:
        return None
    hour, minute = (int(part or 0) for part in found.group(4, 5))
    return whole + (60 * hour + minute) / 1440


def column_called(table: Table, terms: Iterable[str]) -> int | None:
    """The first column whose whole heading, units in brackets aside, is one of the terms."""
    pattern = words(terms)
    for column, heading in sorted(table.headings.items()):
        if pattern.fullmatch(_ASIDE.sub("", heading).strip(" :*#.")):
            return column
    return None
