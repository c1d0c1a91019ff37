"""A question list that a contract maker filled in and sent back: its cells as proposals.

Sheets are found by their headings and rows by their numbers, never by address; an empty cell says
nothing. What stands in a cell that cannot be taken is not repeated: a file from outside may hold
anything.
"""

from collections.abc import Iterator, Mapping

from readiness.domain.errors import InputRefused, Problem
from readiness.domain.partners import MOST_LETTERS
from readiness.domain.scorecard import ScorecardRules
from readiness.evidence.slot_table import as_month
from readiness.files.opened import Cell, OpenedFile
from readiness.report.partner_questions import ABOUT_US, FAILURE_HEADS, FAILURES, QUESTIONS
from readiness.workspace.refusals import nearest
from readiness.workspace.returned import Headings, Remarks, Row, Table, table, text

Key = tuple[str, str, str]
"""Kind of the entry in the store, the question or the number of the failure, the field."""
Value = str | int

ANSWER, FAILURE = "partner_answer", "partner_failure"
NUMBER, YOURS, ATTACHED, SCORE, WORDS = "No.", "Your answer", "Attached", "0 to 4", "Your words"
CODES = ("CQ01", "CQ02", "CQ03")
WANTED: Mapping[str, Headings] = {
    QUESTIONS: Headings((NUMBER, YOURS), (NUMBER, YOURS, ATTACHED), CODES),
    FAILURES: Headings((NUMBER, FAILURE_HEADS[1]), FAILURE_HEADS, CODES),
    ABOUT_US: Headings((NUMBER, SCORE), (NUMBER, SCORE, WORDS), CODES),
}
FIELDS = dict(zip(("step", "cause", "changed", "shown"), FAILURE_HEADS[2:], strict=True))
LAST_FAILURES = ("1", "2", "3")


def read_answers(opened: OpenedFile, rules: ScorecardRules, remarks: Remarks) -> dict[Key, Value]:
    """What the maker wrote; what cannot be taken stands in ``remarks`` with its place.

    Raises InputRefused for a file in which none of the three sheets is found.
    """
    found: dict[Key, Value] = {}
    sheets = {name: _sheet(opened, wanted) for name, wanted in WANTED.items()}
    if not any(sheets.values()):
        advice = "Bring back the workbook that was downloaded as Questions to send"
        message = f"No sheet has the headings {NUMBER} and {YOURS}: this is no list of questions"
        raise InputRefused([Problem(opened.name, message, advice=advice, code=CODES[0])])
    known = {
        QUESTIONS: [question.id for question in rules.questions],
        FAILURES: list(LAST_FAILURES),
        ABOUT_US: [question.id for question in rules.mirror],
    }
    read = {QUESTIONS: _answer, FAILURES: _failure, ABOUT_US: _mirror}
    for name, sheet in sheets.items():
        rows = table(opened, sheet, WANTED[name], remarks) if sheet else None
        for number, id, row in _rows(rows, known[name], remarks) if rows else ():
            assert rows is not None
            found |= dict(read[name](rows, number, id, row, remarks))
    return found


def _sheet(opened: OpenedFile, wanted: Headings) -> str | None:
    """The first sheet with a row that holds both telling headings, whatever it is called."""
    for info in opened.sheets:
        for row in opened.sheet(info.name).rows[:30]:
            if set(wanted.telling) <= {text(cell) for cell in row}:
                return info.name
    return None


def _rows(rows: Table, known: list[str], remarks: Remarks) -> Iterator[tuple[int, str, Row]]:
    """Rows in which something was written, with their numbers; an unknown id is refused."""
    seen: set[str] = set()
    for number, row in enumerate(rows.rows, start=rows.first):
        id = text(rows.cell(row, NUMBER))
        if id in known and id not in seen:
            seen.add(id)
            yield number, id, row
        elif id in seen:
            message = f"{id} stands here twice; the first row was read"
            remarks.refuse("CQ04", message, rows.sheet, number, NUMBER)
        elif any(text(rows.cell(row, name)) for name in rows.at if name != NUMBER):
            message = "this row has no number that was asked"
            advice = nearest(id, known) or f"Put back its number: {', '.join(known)}"
            remarks.refuse("CQ05", message, rows.sheet, number, NUMBER, advice=advice)


def _words(rows: Table, row: Row, number: int, column: str, remarks: Remarks) -> str:
    """A text, cut nowhere: one that is too long is refused."""
    words = text(rows.cell(row, column))
    if len(words) <= MOST_LETTERS:
        return words
    message = f"{len(words)} letters are too many"
    expected = f"at most {MOST_LETTERS} letters"
    advice = "Shorten it, and attach the rest"
    remarks.refuse("CQ06", message, rows.sheet, number, column, expected=expected, advice=advice)
    return ""


def _answer(
    rows: Table, number: int, id: str, row: Row, remarks: Remarks
) -> Iterator[tuple[Key, Value]]:
    words = _words(rows, row, number, YOURS, remarks)
    attached = _words(rows, row, number, ATTACHED, remarks)
    said = "; ".join(filter(None, (words, f"attached: {attached}" if attached else "")))
    if said:
        yield (ANSWER, id, "note"), said


def _failure(
    rows: Table, number: int, id: str, row: Row, remarks: Remarks
) -> Iterator[tuple[Key, Value]]:
    column = FAILURE_HEADS[1]
    cell = rows.cell(row, column)
    if text(cell):
        month = as_month(cell)
        if month is None:
            expected = "a month such as 2026-03"
            remarks.refuse(
                "CQ07", "this is no month", rows.sheet, number, column, expected=expected
            )
        else:
            yield (FAILURE, id, "month"), month
    for field, heading in FIELDS.items():
        if words := _words(rows, row, number, heading, remarks):
            yield (FAILURE, id, field), words


def _mirror(
    rows: Table, number: int, id: str, row: Row, remarks: Remarks
) -> Iterator[tuple[Key, Value]]:
    cell = rows.cell(row, SCORE)
    score = _score(cell)
    if score is not None:
        yield (ANSWER, id, "score"), score
    elif text(cell):
        expected = "a whole number from 0 to 4"
        remarks.refuse("CQ08", "this is no score", rows.sheet, number, SCORE, expected=expected)
    if words := _words(rows, row, number, WORDS, remarks):
        yield (ANSWER, id, "note"), words


def _score(cell: Cell) -> int | None:
    said = "" if isinstance(cell, bool) else text(cell)
    return int(said) if said in {"0", "1", "2", "3", "4"} else None
