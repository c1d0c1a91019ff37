"""An interview workbook that came back: what it is, what was typed, and what cannot be taken.

Codes IV.. are those of the workbook specification, *Interview workbook*.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pydantic import TypeAdapter

from readiness.domain.scale import Level
from readiness.files.opened import OpenedFile
from readiness.report.interview_layout import (
    CODE_HEAD,
    FORMAT,
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
from readiness.report.sealing import seal
from readiness.scoring.judge import LEVELS
from readiness.workspace.returned import Remarks, Table, hidden_rows, refuse_file, text

AGAIN = "Export the workbook again, and fill in or copy the answers into that one"
IDENTITY = TypeAdapter(Identity)
CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,19}")


def read_identity(opened: OpenedFile) -> Identity:
    """Where the workbook comes from. Raises InputRefused: IV01, IV05, IV09, IV31."""
    name = opened.name
    if opened.macros:
        refuse_file(name, "IV31", "contains macros", "Save it as .xlsx without macros")
    rows = hidden_rows(opened, META)
    if not rows:
        message = "is no interview workbook of this tool, or its hidden sheet was deleted"
        refuse_file(name, "IV01", message, AGAIN)
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
    return IDENTITY.validate_python(
        {
            **stamps,
            "sheets": pairs.get("sheets", "").split(),
            "orders": levels,
            "exported": {id: said for id, said in exported.items() if said is not None},
        }
    )


def _levels(places: Sequence[int]) -> tuple[Level, ...]:
    """The level under each letter, from the letter of each level."""
    return tuple(LEVELS[places.index(n)] for n in range(len(LEVELS)))


def _exported(row: Sequence[str], order: Sequence[Level]) -> Given | None:
    letter, seen, words, proof = (*row[3:7], "", "", "", "")[:4]
    if not letter:
        return None
    basis = next((basis for basis, said in SEEN.items() if said == seen), None)
    return Given(said_of(letter, order), basis, words, proof)


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
