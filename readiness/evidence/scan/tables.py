"""Tables of a sheet: where headings stand, which rows hold data, which are totals."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from readiness.domain.scan_rules import ScanRules
from readiness.evidence.privacy import looks_like_name
from readiness.evidence.scan.cells import SheetCells
from readiness.evidence.scan.formulas import FORMULA


@dataclass(slots=True)
class Table:
    """Rows of a sheet under one heading, down to the next heading or the end.

    ``heading_rows`` is empty for cells without a heading; ``headings`` by column, two lines
    joined; ``rows`` are the data rows, so without blank rows and totals.
    """

    heading_rows: tuple[int, ...] = ()
    headings: dict[int, str] = field(default_factory=dict, repr=False)
    rows: list[int] = field(default_factory=list)
    totals: list[int] = field(default_factory=list)
    first_column: int = 0
    last_column: int = 0

    @property
    def first_heading(self) -> int:
        """The first column with a heading."""
        return min(self.headings, default=0)


@dataclass(slots=True)
class _Row:
    """Cells of a row by type."""

    texts: int = 0
    formulas: int = 0
    others: int = 0

    @property
    def width(self) -> int:
        return self.texts + self.formulas + self.others

    @property
    def only_texts(self) -> bool:
        return self.texts == self.width


def words(terms: Iterable[str]) -> re.Pattern[str]:
    """An expression that finds any of the terms as whole words, in any case; none: finds nothing.

    *patient name* is found in *Patient name*, *patient_name* and *PatientName*.
    """
    longest_first = sorted(terms, key=len, reverse=True)
    parts = [r"[\s_-]*".join(map(re.escape, term.casefold().split())) for term in longest_first]
    any_of = rf"(?<![^\W_])(?:{'|'.join(parts)})(?![^\W_])" if parts else r"(?!)"
    return re.compile(any_of, re.IGNORECASE)


def find_tables(sheet: SheetCells, texts: Sequence[str], rules: ScanRules) -> list[Table]:
    """The tables of a sheet from top to bottom; rows above the first heading belong to none.

    The first heading is the first row, among the first ``rules.heading_search_rows`` filled ones,
    that is almost all text, holds no formula and is at least ``rules.heading_width`` as wide as
    the widest of them. A further heading is a row of texts alone that repeats the heading above,
    or that follows a blank row below a table of numbers. A line of texts directly below a heading,
    above the first row with numbers, belongs to the heading (units, notes). Rows whose first text
    is a total word are totals. Without any heading the whole sheet is one table.
    """
    return _Finder(sheet, texts, rules).tables()


class _Finder:
    def __init__(self, sheet: SheetCells, texts: Sequence[str], rules: ScanRules) -> None:
        self._sheet = sheet
        self._columns = sorted(sheet.columns.items())
        self._texts = texts
        self._rules = rules
        self._profile = _profile(sheet)
        self._order = sorted(self._profile)
        by = rules.headings
        self._identity = words((*by.patient, *by.name, *by.name_part, *by.birth, *by.record))

    def tables(self) -> list[Table]:
        if not self._order:
            return []
        totals = self._total_rows()
        first = self._first_heading()
        table = self._open(first) if first is not None else Table()
        found = [table]
        numbers = False
        for row in self._order:
            if first is not None and row <= max(table.heading_rows):
                continue
            if self._is_heading(row, table, numbers):
                table = self._open(row)
                found.append(table)
                numbers = False
            elif row in totals:
                table.totals.append(row)
            else:
                table.rows.append(row)
                numbers = numbers or not self._profile[row].only_texts
        for table in found:
            self._measure(table)
        return found

    def _first_heading(self) -> int | None:
        rules = self._rules
        searched = self._order[: rules.heading_search_rows]
        widest = max(self._profile[row].width for row in searched)
        for row in searched[: len(self._order) - 1]:
            profile = self._profile[row]
            if (
                profile.formulas == 0
                and profile.texts >= rules.heading_min_cells
                and profile.texts >= rules.heading_text_share * profile.width
                and profile.width >= rules.heading_width * widest
            ):
                return row
        return None

    def _is_heading(self, row: int, table: Table, numbers: bool) -> bool:
        profile = self._profile[row]
        if not profile.only_texts or profile.texts < self._rules.heading_min_cells:
            return False
        if self._repeats(row, profile.texts, table):
            return True
        after_gap = row - 1 not in self._profile and row + 1 in self._profile
        wide = profile.texts >= self._rules.heading_width * len(table.headings)
        return after_gap and wide and (numbers or self._names_people(row))

    def _repeats(self, row: int, width: int, table: Table) -> bool:
        """Whether at least half of a row of texts are those of the heading above."""
        same = 0
        for column, heading in table.headings.items():
            code = self._sheet.columns[column].get(row, 0)
            same += code < 0 and self._texts[-1 - code].strip() == heading
            if not same and column > table.first_heading + 1:
                return False  # neither of the first two: no need to look at five hundred
        return same > 0 and 2 * same >= width

    def _names_people(self, row: int) -> bool:
        """Headings of a list of people, not a line of it."""
        here = list(self._row_texts(row).values())
        return any(map(self._identity.search, here)) and not any(
            looks_like_name(text, self._rules.not_names) for text in here
        )

    def _open(self, row: int) -> Table:
        rows = (row, row + 1) if self._goes_on(row + 1) else (row,)
        headings: dict[int, str] = {}
        for line in rows:
            for column, text in self._row_texts(line).items():
                headings[column] = f"{headings.get(column, '')} {text.strip()}".strip()
        return Table(heading_rows=rows, headings=headings)

    def _goes_on(self, row: int) -> bool:
        """Whether a row is the second line of a heading: texts without digits, then numbers."""
        profile, below = self._profile.get(row), self._profile.get(row + 1)
        if profile is None or below is None or not profile.only_texts or below.only_texts:
            return False
        return not any(
            any(map(str.isdigit, text)) or looks_like_name(text, self._rules.not_names)
            for text in self._row_texts(row).values()
        )

    def _row_texts(self, row: int) -> dict[int, str]:
        return {
            column: self._texts[-1 - code]
            for column, cells in self._columns
            if (code := cells.get(row, 0)) < 0
        }

    def _total_rows(self) -> set[int]:
        pattern = words(self._rules.total_words)
        first: dict[int, int] = {}  # row -> the code of its first text
        for _, cells in self._columns:
            for row, code in cells.items():
                if code < 0:
                    first.setdefault(row, code)
        return {row for row, code in first.items() if pattern.match(self._texts[-1 - code].strip())}

    def _measure(self, table: Table) -> None:
        rows = {*table.rows, *table.heading_rows}
        used = [c for c, cells in self._sheet.columns.items() if not rows.isdisjoint(cells)]
        table.first_column, table.last_column = min(used, default=0), max(used, default=0)


def _profile(sheet: SheetCells) -> dict[int, _Row]:
    rows: dict[int, _Row] = {}
    for cells in sheet.columns.values():
        for row, code in cells.items():
            profile = rows.get(row)
            if profile is None:
                profile = rows[row] = _Row()
            if code < 0:
                profile.texts += 1
            elif code >= FORMULA:
                profile.formulas += 1
            else:
                profile.others += 1
    return rows
