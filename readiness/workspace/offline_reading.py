"""An interview workbook that came back: what it is, what was typed, and what cannot be taken.

Everything is found by heading and id, never by address: rows may be sorted, inserted, hidden or
deleted. Codes IV.. are those of the workbook specification, *Interview workbook*.
"""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NoReturn

from readiness.domain.errors import InputRefused, Problem
from readiness.files.opened import Cell, OpenedFile
from readiness.report.interview_layout import (
    ANSWER,
    CODE_HEAD,
    FORMAT,
    ID,
    LETTERS,
    META,
    SEEN,
    SENIORITY_HEAD,
    SHEET_HEAD,
    STAMPS,
    START,
    Given,
    Identity,
    said_of,
)
from readiness.report.sealing import flat, seal

Row = Sequence[Cell]
AGAIN = "Export the workbook again, and fill in or copy the answers into that one"
LOOK_IN = 30
"""Rows in which a heading row, or the stamp of a sheet, is looked for."""
CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,19}")


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

    def note(self, code: str, message: str, sheet: str, row: int | None = None) -> None:
        """Something that is done or left, and said."""
        self.notes.append(Problem(self.file, message, sheet, row, code=code))


def text(cell: Cell) -> str:
    """A cell as its text: dates by year, month and day, whole numbers without a point."""
    if isinstance(cell, str):
        return flat(cell)
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, dt.datetime) and cell.time() == dt.time():
        return cell.date().isoformat()
    return flat(str(cell))


def read_identity(opened: OpenedFile) -> Identity:
    """Where the workbook comes from. Raises InputRefused: IV01, IV05, IV09, IV31."""
    name = opened.name
    if opened.macros:
        refuse_file(name, "IV31", "contains macros", "Save it as .xlsx without macros")
    if META not in {sheet.name for sheet in opened.sheets}:
        message = "is no interview workbook of this tool, or its hidden sheet was deleted"
        refuse_file(name, "IV01", message, AGAIN)
    rows = [[text(cell) for cell in row] for row in opened.sheet(META).rows]
    rows = [row for row in rows if any(row)]
    pairs = {row[0]: row[1] if len(row) > 1 else "" for row in rows if row[0] != "question"}
    if "interview workbook format" not in pairs:
        refuse_file(name, "IV01", "is no interview workbook of this tool", AGAIN)
    if pairs["interview workbook format"] != FORMAT:
        refuse_file(name, "IV09", "was made by another version of this tool", AGAIN)
    if rows[-1][0] != "seal" or pairs["seal"] != seal(rows[:-1]):
        refuse_file(
            name, "IV05", "its hidden sheet was changed: it no longer says what left", AGAIN
        )
    try:
        return _identity(rows, pairs)
    except (IndexError, ValueError):  # sealed anew by a stranger's hand
        refuse_file(name, "IV05", "its hidden sheet cannot be read", AGAIN)


def _identity(rows: Sequence[Sequence[str]], pairs: Mapping[str, str]) -> Identity:
    questions = [row for row in rows if row[0] == "question"]
    levels = {row[1]: _levels([LETTERS.index(c) for c in row[2]]) for row in questions}
    exported = {row[1]: _exported(row, levels[row[1]]) for row in questions if len(row) > 3}
    stamps = {name: pairs.get(key, "") for key, name in STAMPS.items()}
    return Identity(
        **stamps,  # type: ignore[arg-type]  # all of them text
        sheets=tuple(pairs.get("sheets", "").split()),
        orders=levels,
        exported={id: said for id, said in exported.items() if said is not None},
    )


def refuse_file(file: str, code: str, message: str, advice: str) -> NoReturn:
    """Raise InputRefused: nothing of this file can be taken."""
    raise InputRefused([Problem(file, message, advice=advice, code=code)])


def _levels(places: Sequence[int]) -> tuple[int, ...]:
    """The level under each letter, from the letter of each level."""
    return tuple(places.index(n) + 1 for n in range(5))


def _exported(row: Sequence[str], order: Sequence[int]) -> Given | None:
    letter, seen, words, proof = (*row[3:7], "", "", "", "")[:4]
    if not letter:
        return None
    basis = next((basis for basis, said in SEEN.items() if said == seen), None)
    return Given(said_of(letter, order), basis, words, proof)


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


def table(opened: OpenedFile, sheet: str, needed: Sequence[str], remarks: Remarks) -> Table | None:
    """The table of a sheet, or None with the reason in ``remarks`` (IV20, IV21, IV22)."""
    rows = opened.sheet(sheet).rows
    for index, row in enumerate(rows[:LOOK_IN]):
        words = [text(cell) for cell in row]
        if ID not in words or ANSWER not in words:
            continue
        for heading in needed:
            if words.count(heading) != 1:
                code, said = ("IV22", "is missing or renamed")
                if words.count(heading) > 1:
                    code, said = ("IV21", "appears more than once")
                message = f'the heading "{heading}" {said}; nothing was read from this sheet'
                advice = "Put the headings back as they were exported"
                remarks.refuse(code, message, sheet, index + 1, heading, advice=advice)
                return None
        at = {heading: words.index(heading) for heading in needed}
        return Table(sheet, index + 2, at, rows[index + 1 :])
    message = f"no heading row with {ID} and {ANSWER} in the first {LOOK_IN} rows"
    remarks.refuse("IV20", message, sheet, advice="Put the heading row back")
    return None


@dataclass(frozen=True)
class Person:
    """What `Start` says of who answered a sheet."""

    code: str
    seniority: str
    row: int


def read_people(opened: OpenedFile, remarks: Remarks) -> dict[str, Person]:
    """Who answered, by sheet; none if `Start` is gone."""
    if START not in {sheet.name for sheet in opened.sheets}:
        remarks.note("IV08", "the sheet is missing; it says who answered", START)
        return {}
    rows = opened.sheet(START).rows
    needed = (SHEET_HEAD, CODE_HEAD, SENIORITY_HEAD)
    for index, row in enumerate(rows):
        words = [text(cell) for cell in row]
        if all(heading in words for heading in needed):
            found = Table(START, index + 2, {h: words.index(h) for h in needed}, rows[index + 1 :])
            return {
                text(found.cell(line, SHEET_HEAD)): Person(
                    text(found.cell(line, CODE_HEAD)),
                    text(found.cell(line, SENIORITY_HEAD)).lower(),
                    number,
                )
                for number, line in enumerate(found.rows, start=found.first)
                if text(found.cell(line, SHEET_HEAD))
            }
    remarks.note("IV08", "the table of who answers is gone", START)
    return {}
