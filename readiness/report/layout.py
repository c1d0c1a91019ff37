"""Where things stand: sheet names, grids of columns, and formulas filled with their addresses.

Other sheets look rows up by ID and ranges by name, so that a sort breaks nothing. Source: the
workbook specification, *Common to all sheets*.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from textwrap import wrap
from typing import Literal

from openpyxl.utils import get_column_letter

from readiness.report.cells import Book, Number, Page, quoted
from readiness.report.styles import LOOKS

SUMMARY, HEAT, REGISTER, ROADMAP = "Summary", "Heat map", "Gap register", "Roadmap"
METRICS, EVIDENCE, FINDINGS, DRILLS = "Metrics", "Evidence register", "Findings", "Drills"
PLAN, ROUNDS = "Plan", "Two rounds"
SCORECARD, LEDGER = "CDMO scorecard", "Lock-in ledger"
STOPWATCH = "Visibility stopwatch"
RETENTION = "Retention matrix"
MODEL_MAP, HANDOVERS = "Model map", "Hand-overs"
INTERSECTIONS = "Intersection matrix"
RIPPLE = "Change ripple"
OVERSIGHT = "QA oversight"
LENSES, LEGS = "Day one and scale", "Three legs"
DATA = "Data before AI"
LIMITS = "Scaling limits"
OPTIONS = "Options kept open"
SENSITIVITY, ASSUMPTIONS, SOURCES = "Sensitivity", "Assumptions", "Sources"
META, LISTS, CALC, EXPORTED = "_meta", "_lists", "_calc", "_exported"

HEAD_ROW = 4
INDENT = 1.8
"""Digits that one step of indent takes, which keeps wrapped columns apart."""
FIRST_ROW = 5

Kind = Literal["value", "input", "formula", "working"]


@dataclass(frozen=True)
class Column:
    """A column of a sheet: its key in formulas, heading, width in digits and style of its cells."""

    key: str
    heading: str
    width: float
    style: str
    kind: Kind = "value"


@dataclass(frozen=True)
class Grid:
    """A table with headings in one row and ``count`` rows below it."""

    sheet: str
    columns: Sequence[Column]
    count: int
    head: int = HEAD_ROW
    first: int = field(default=0)

    @property
    def start(self) -> int:
        """The first row of data."""
        return self.first or self.head + 1

    @property
    def end(self) -> int:
        """The last row of data; with no data the first one, so that ranges stay valid."""
        return max(self.start, self.start + self.count - 1)

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Column number, from 1, by key."""
        return {c.key: n for n, c in enumerate(self.columns, start=1)}

    @cached_property
    def styles(self) -> dict[str, str]:
        """Style by key."""
        return {c.key: c.style for c in self.columns}

    def letter(self, key: str) -> str:
        """The column's letter."""
        return get_column_letter(self.numbers[key])

    @property
    def last_letter(self) -> str:
        """The letter of the last column."""
        return get_column_letter(len(self.columns))

    def at(self, key: str, row: int) -> tuple[int, int]:
        """The place of a column's cell in a row."""
        return row, self.numbers[key]

    def range(self, key: str, last: str | None = None) -> str:
        """The absolute range of a column, or from one column to another, without the sheet."""
        return f"${self.letter(key)}${self.start}:${self.letter(last or key)}${self.end}"

    def reference(self, key: str, row: int) -> str:
        """A cell seen from another sheet."""
        return f"{quoted(self.sheet)}!${self.letter(key)}${row}"

    def filled(self, formula: str, row: int) -> str:
        """The formula with ``{key}`` as the cell of its own row and ``{key_all}`` as the column."""
        places = {key: f"{self.letter(key)}{row}" for key in self.numbers}
        return formula.format(**places, **self._ranges)

    @cached_property
    def _ranges(self) -> dict[str, str]:
        return {f"{key}_all": self.range(key) for key in self.numbers}

    def cells(self, key: str) -> str:
        """The range of a column as validations and rules want it."""
        return f"{self.letter(key)}{self.start}:{self.letter(key)}{self.end}"

    def name(self, book: Book, **keys: str) -> None:
        """Give columns their defined names: ``name(book, Gap_ID="id")``."""
        for name, key in keys.items():
            book.name(name, self.sheet, self.range(key))


def headings(page: Page, grid: Grid, height: float = 38) -> None:
    """Headings, widths, filter and frozen head of a table."""
    for number, column in enumerate(grid.columns, start=1):
        centred = column.style.rpartition("_")[2] in {
            "mid",
            "0",
            "1",
            "2",
            "share",
            "day",
            "percent",
            "value",
        }
        look = "head_mid" if centred else "head_wrap" if LOOKS[column.style].indent else "head"
        page.text((grid.head, number), column.heading, look)
        page.sheet.column_dimensions[get_column_letter(number)].width = column.width
    page.height(grid.head, height)


def title(page: Page, words: str, says: str) -> None:
    """Row 1 the title, row 2 what the sheet says."""
    page.text("A1", words, "title")
    page.height(1, 27)
    page.text("A2", says, "muted")


Value = Number | str | date | None


def put_row(
    page: Page,
    grid: Grid,
    row: int,
    values: Mapping[str, Value],
    formulas: Mapping[str, str] | None = None,
) -> None:
    """One row of a table: formulas with their values, values, and empty cells in their style."""
    formulas = formulas or {}
    for number, column in enumerate(grid.columns, start=1):
        value = values.get(column.key)
        if column.key in formulas:
            text = grid.filled(formulas[column.key], row)
            page.formula((row, number), text, value, column.style)
        else:
            page.put((row, number), value, column.style)


def put_rows(page: Page, grid: Grid, rows: Sequence[Mapping[str, Value]]) -> None:
    """The rows of a table, each as high as its wrapped columns need."""
    wrapped = [column.key for column in grid.columns if column.style.startswith("wrap")]
    for row, values in enumerate(rows, start=grid.start):
        put_row(page, grid, row, values)
        row_height(page, grid, row, {key: values.get(key) for key in wrapped})


def lines_needed(words: str, width: float, size: float) -> int:
    """How many lines a wrapped text takes in a column, on the safe side."""
    # Arial's average letter is a little narrower than its digit, which widths count.
    room = max(1, int(width * 10 / size * 1.02))
    return sum(max(1, len(wrap(line, room))) for line in words.split("\n"))


def row_height(page: Page, grid: Grid, row: int, texts: Mapping[str, Value]) -> None:
    """A height that shows every wrapped text whole; nothing is left to the reader's program."""
    widths = {c.key: c.width for c in grid.columns}
    most = 0.0
    for key, words in texts.items():
        if isinstance(words, str):
            look = LOOKS[grid.styles[key]]
            letters = look.size * (1.08 if look.bold else 1.0)
            width = widths[key] - INDENT * look.indent
            most = max(most, lines_needed(words, width, letters) * look.size * 1.25)
    page.height(row, min(409.0, most + 5))
