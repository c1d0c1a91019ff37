"""The print of one saved version: what comparing needs of its cells, without their content.

Every cell becomes keyed hashes of 48 bits under the assessment's own key (``Coder.mark``). The key
lies apart, in the data folder, and never in the table of marks: dates, suites and states are so few
that whoever held both could try them all. Equal cells have equal marks inside one assessment, and
different marks in another.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from readiness.domain.prints import (
    BookingTable,
    CellKind,
    CellPrint,
    Role,
    SheetPrint,
    VersionPrint,
)
from readiness.evidence.privacy import Coder
from readiness.evidence.scan.cells import BOOL, ERROR, SheetCells
from readiness.evidence.scan.formulas import FORMULA
from readiness.evidence.scan.markup import elements
from readiness.evidence.scan.package import Package
from readiness.evidence.scan.reader import Book
from readiness.evidence.scan.roles import BookingWords
from readiness.evidence.scan.tables import Table
from readiness.evidence.scan.views import SheetView

CHECK = "check"
_PROPERTIES = "docprops/core.xml"
_PLACE = re.compile(r"(?<![A-Za-z])([RC])(?:\[-?\d+\]|\d+)")
_SPACES = re.compile(r"\s+")


class PrintTaker:
    """Takes the print of a workbook while it is scanned; ``taken`` holds it afterwards."""

    def __init__(self, coder: Coder, words: BookingWords) -> None:
        self._coder = coder
        self._words = words
        self._marks: dict[str, int] = {}
        self.taken: VersionPrint | None = None

    def take(self, views: Sequence[SheetView], book: Book, package: Package, size: int) -> None:
        """Mark every cell of the sheets; ``size``: bytes of the file."""
        patterns = [
            (self._mark(f"f{pattern}"), self._mark("p" + _PLACE.sub(r"\1", pattern)))
            for pattern in book.formulas.patterns
        ]
        self.taken = VersionPrint(
            check=self._coder.mark(CHECK),
            sheets={view.name: self._sheet(view, book.strings.texts, patterns) for view in views},
            saved=saved_at(package),
            size=size,
        )

    def _mark(self, text: str) -> int:
        found = self._marks.get(text)
        if found is None:
            found = self._marks[text] = self._coder.mark(text)
        return found

    def _sheet(
        self, view: SheetView, texts: Sequence[str], patterns: Sequence[tuple[int, int]]
    ) -> SheetPrint:
        cells = {
            column: {
                row: self._cell(view.cells, row, column, code, texts, patterns)
                for row, code in sorted(rows.items())
            }
            for column, rows in sorted(view.cells.columns.items())
            if rows
        }
        headings = [table.heading_rows[-1] for table in view.tables if table.heading_rows]
        tables = ((table, self._words.columns(table)) for table in view.tables if table.rows)
        return SheetPrint(
            cells=cells,
            heading_row=min(headings, default=0),
            bookings=tuple(
                self._bookings(table, columns, view.cells, cells, texts)
                for table, columns in tables
                if columns
            ),
        )

    def _cell(
        self,
        cells: SheetCells,
        row: int,
        column: int,
        code: int,
        texts: Sequence[str],
        patterns: Sequence[tuple[int, int]],
    ) -> CellPrint:
        number = cells.text_number(row, column, code)
        if number is not None:
            shown = self._mark(f"t{_SPACES.sub(' ', texts[number].strip())}")
        else:
            shown = self._value(cells.values.get(column, {}).get(row, ""), code)
        if code >= FORMULA:
            return CellPrint("f", shown, *patterns[code - FORMULA])
        return CellPrint(_kind(code), shown)

    def _value(self, value: str, code: int) -> int:
        """The mark of a number as it counts, however the file writes it; 0 for nothing."""
        if not value:
            return 0
        if code in (BOOL, ERROR):
            return self._mark(f"{_kind(code)}{value}")
        try:
            return self._mark(f"n{float(value)!r}")
        except ValueError:
            return self._mark(f"n{value}")

    def _bookings(
        self,
        table: Table,
        columns: Mapping[Role, int],
        cells: SheetCells,
        marked: Mapping[int, Mapping[int, CellPrint]],
        texts: Sequence[str],
    ) -> BookingTable:
        states: dict[int, str] = {}
        place = columns.get("status", 0)
        for row in table.rows:
            code = cells.columns.get(place, {}).get(row, 0)
            number = cells.text_number(row, place, code) if code else None
            if number is not None and (state := self._words.state(texts[number])):
                states[marked[place][row].shown] = state
        return BookingTable(
            first_row=table.rows[0],
            last_row=table.rows[-1],
            columns=dict(columns),
            totals=frozenset(r for r in table.totals if table.rows[0] <= r <= table.rows[-1]),
            states=states,
        )


def _kind(code: int) -> CellKind:
    if code < 0:
        return "t"
    if code == BOOL:
        return "b"
    return "e" if code == ERROR else "n"


def saved_at(package: Package) -> datetime | None:
    """When the file was last saved, in UTC, by its own properties. Raises MarkupError."""
    if not package.has(_PROPERTIES):
        return None
    for tag, _, text in elements(package.read(_PROPERTIES)):
        if tag == "modified":
            try:
                found = datetime.fromisoformat(text.strip())
            except ValueError:
                return None
            return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    return None
