"""A slot table that a contract maker sent: its sheet, headings and months found and read."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from readiness.domain.errors import InputRefused, Problem
from readiness.files.opened import Cell, OpenedFile

DEEPEST = 20
NEEDED = ("month", "offered", "booked", "started", "completed")
NUMBERS = (*NEEDED[1:], "cancelled_sponsor", "cancelled_partner", "cancelled_other")
NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEAR_FIRST = re.compile(r"(\d{4})[-/. ](\d{1,2})(?:[-/. ]\d{1,2})?")
_MONTH_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{4})")
_NAMED = re.compile(r"([a-z]{3})[a-z]*[-/. ]*(\d{4})")


class _Head(NamedTuple):
    sheet: str
    row: int
    columns: dict[str, int]


def read_slot_table(
    opened: OpenedFile, headings: Mapping[str, Sequence[str]]
) -> list[dict[str, str | int | None]]:
    """Its rows by field, as ``SlotMonth`` takes them.

    ``headings``: known headings by field. A row without a month or without any figure is left out,
    a row of totals too. Raises InputRefused where no sheet has the columns that are needed, and for
    every cell that is no month or no whole number, with its place.
    """
    head = _head(opened, headings)
    problems: list[Problem] = []
    found = []
    for number, row in enumerate(opened.sheet(head.sheet).rows[head.row :], start=head.row + 1):
        cells = {field: _cell(row, column) for field, column in head.columns.items()}
        said = [cells[field] for field in NUMBERS if cells.get(field, "") != ""]
        if cells["month"] == "" or not said or _is_total(cells["month"]):
            continue
        found.append(_row(cells, Problem(opened.name, "", sheet=head.sheet, row=number), problems))
    if not found and not problems:
        problems.append(Problem(opened.name, "It holds no month with figures", sheet=head.sheet))
    if problems:
        raise InputRefused(problems)
    return found


def _head(opened: OpenedFile, headings: Mapping[str, Sequence[str]]) -> _Head:
    best: dict[str, int] = {}
    known = {_plain(name): field for field, names in headings.items() for name in (*names, field)}
    for info in opened.sheets:
        for number, row in enumerate(opened.sheet(info.name).rows[:DEEPEST], start=1):
            columns = {
                known[_plain(str(cell))]: n
                for n, cell in reversed(list(enumerate(row)))
                if _plain(str(cell)) in known
            }
            if all(field in columns for field in NEEDED):
                return _Head(info.name, number, columns)
            best = max(best, columns, key=len)
    missing = [field for field in NEEDED if field not in best]
    advice = "Give it these headings, or type the table in"
    raise InputRefused([Problem(opened.name, f"No sheet has {', '.join(missing)}", advice=advice)])


def _row(
    cells: Mapping[str, Cell], at: Problem, problems: list[Problem]
) -> dict[str, str | int | None]:
    month = as_month(cells["month"])
    if month is None:
        problems.append(_at(at, "month", cells["month"], "a month such as 2026-03"))
    made: dict[str, str | int | None] = {"month": month}
    if suite := str(cells.get("suite", "")).strip():
        made["suite"] = suite.replace("|", "/")
    for field in NUMBERS:
        value = cells.get(field, "")
        if value == "" and field not in NEEDED:
            continue
        count = _count(value)
        if count is None:
            problems.append(_at(at, field, value, "a whole number of 0 or more"))
        made[field] = count
    return made


def _at(at: Problem, field: str, value: Cell, expected: str) -> Problem:
    # What stands there is not repeated: a file from outside may hold anything.
    said = "is empty" if value == "" else "cannot be read"
    return Problem(at.file, f"{field} {said}", sheet=at.sheet, row=at.row, expected=expected)


def as_month(cell: Cell) -> str | None:
    """*2026-03* of a date, *03/2026*, *Mar 2026* or *2026-03-01*; None of anything else."""
    if isinstance(cell, dt.date):
        return f"{cell.year}-{cell.month:02}"
    text = str(cell).strip().lower()
    if found := _YEAR_FIRST.fullmatch(text):
        return _made(found[1], int(found[2]))
    if found := _MONTH_FIRST.fullmatch(text):
        return _made(found[2], int(found[1]))
    if (found := _NAMED.fullmatch(text)) and found[1] in NAMES:
        return _made(found[2], NAMES.index(found[1]) + 1)
    return None


def _made(year: str, month: int) -> str | None:
    return f"{year}-{month:02}" if 1 <= month <= 12 else None


def _count(cell: Cell) -> int | None:
    if isinstance(cell, bool):
        return None
    text = str(cell).strip()
    try:
        value = float(text)
    except ValueError:
        return None
    return int(value) if value >= 0 and value == int(value) else None


def _is_total(cell: Cell) -> bool:
    return _plain(str(cell)).split(" ")[0] in {"total", "sum", "all", "average", "mean"}


def _cell(row: Sequence[Cell], column: int) -> Cell:
    cell = row[column] if column < len(row) else ""
    return cell.strip() if isinstance(cell, str) else cell


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^a-z0-9]+", " ", text.lower()).split())
