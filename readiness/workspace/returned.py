"""A workbook that came back, whichever it is: its cells as text, tables by heading, remarks.

Everything is found by heading and id, never by address: rows may be sorted, inserted, hidden or
deleted, sheets renamed and moved.
"""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, NoReturn

from readiness.domain.errors import InputRefused, Problem
from readiness.files.opened import Cell, OpenedFile
from readiness.report.sealing import flat

Row = Sequence[Cell]
LOOK_IN = 30
"""Rows in which a heading row, or the stamp of a sheet, is looked for."""


class Mistyped(Exception):
    """A cell that is not what was asked for."""

    def __init__(self, message: str, expected: str, advice: str) -> None:
        super().__init__(message)
        self.message, self.expected, self.advice = message, expected, advice


@dataclass
class Remarks:
    """What could not be taken, and what is worth knowing; each with its place."""

    file: str
    refused: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)

    def refuse(
        self,
        code: str,
        message: str,
        sheet: str,
        row: int | None = None,
        column: str | None = None,
        **more: str,
    ) -> None:
        """A cell, a row or a sheet that is not taken."""
        self.refused.append(Problem(self.file, message, sheet, row, column, code=code, **more))

    def mistyped(self, code: str, wrong: Mistyped, sheet: str, row: int, column: str) -> None:
        """A cell that is not what was asked for."""
        self.refuse(
            code, wrong.message, sheet, row, column, expected=wrong.expected, advice=wrong.advice
        )

    def note(
        self,
        code: str,
        message: str,
        sheet: str,
        row: int | None = None,
        column: str | None = None,
    ) -> None:
        """Something that is done or left, and said."""
        self.notes.append(Problem(self.file, message, sheet, row, column, code=code))


def refuse_file(file: str, code: str, message: str, advice: str) -> NoReturn:
    """Raise InputRefused: nothing of this file can be taken."""
    raise InputRefused([Problem(file, message, advice=advice, code=code)])


def text(cell: Cell) -> str:
    """A cell as its text: dates by year, month and day, whole numbers without a point."""
    if isinstance(cell, str):
        return flat(cell)
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, dt.datetime) and cell.time() == dt.time():
        return cell.date().isoformat()
    return flat(str(cell))


def hidden_rows(opened: OpenedFile, sheet: str) -> list[list[str]]:
    """The filled rows of a sheet of text; none if it is not there."""
    if sheet not in {info.name for info in opened.sheets}:
        return []
    rows = [[text(cell) for cell in row] for row in opened.sheet(sheet).rows]
    return [row for row in rows if any(row)]


def stamp_of(opened: OpenedFile, sheet: str, pattern: re.Pattern[str]) -> re.Match[str] | None:
    """The stamp in the first rows of a sheet, by which it is known under any name."""
    for row in opened.sheet(sheet).rows[:LOOK_IN]:
        for cell in row:
            if isinstance(cell, str) and (found := pattern.fullmatch(cell.strip())):
                return found
    return None


@dataclass(frozen=True)
class Table:
    """The rows under the headings of one sheet: ``at`` gives the 0-based column of a heading."""

    sheet: str
    first: int
    at: Mapping[str, int]
    rows: Sequence[Row]

    def cell(self, row: Row, heading: str) -> Cell:
        """The cell under a heading; rows may be shorter than the headings."""
        place = self.at[heading]
        return row[place] if place < len(row) else ""


class Headings(NamedTuple):
    """What a table is found by: two headings that tell its row, and all that it needs.

    ``also``: headings that are noted if they stand there once. ``codes``: of no heading row, of a
    heading that stands twice, of a missing one.
    """

    telling: tuple[str, str]
    needed: Sequence[str]
    codes: tuple[str, str, str]
    also: Sequence[str] = ()


def table(opened: OpenedFile, sheet: str, wanted: Headings, remarks: Remarks) -> Table | None:
    """The table of a sheet, or None with the reason in ``remarks``."""
    rows = opened.sheet(sheet).rows
    none, twice, missing = wanted.codes
    for index, row in enumerate(rows[:LOOK_IN]):
        words = [text(cell) for cell in row]
        if not all(heading in words for heading in wanted.telling):
            continue
        for heading in wanted.needed:
            if words.count(heading) != 1:
                code, said = (missing, "is missing or renamed")
                if words.count(heading) > 1:
                    code, said = (twice, "appears more than once")
                message = f'the heading "{heading}" {said}; nothing was read from this sheet'
                advice = "Put the headings back as they were exported"
                remarks.refuse(code, message, sheet, index + 1, heading, advice=advice)
                return None
        also = [heading for heading in wanted.also if words.count(heading) == 1]
        at = {heading: words.index(heading) for heading in (*wanted.needed, *also)}
        return Table(sheet, index + 2, at, rows[index + 1 :])
    first, second = wanted.telling
    message = f"no heading row with {first} and {second} in the first {LOOK_IN} rows"
    remarks.refuse(none, message, sheet, advice="Put the heading row back")
    return None
