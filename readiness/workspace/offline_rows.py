"""The answers on the sheets of an interview workbook, each taken or refused with its reason."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from readiness.domain.assessment import Respondent
from readiness.domain.questionnaire import Questionnaire
from readiness.files.opened import Cell, OpenedFile
from readiness.report.interview_layout import (
    ANSWER,
    ANSWERS,
    HEADINGS,
    ID,
    LETTERS,
    LONGEST,
    NOT_APPLICABLE,
    PROOF,
    SEEN,
    SEEN_HEAD,
    TEXT,
    Given,
    Identity,
    said_of,
)
from readiness.report.sealing import flat
from readiness.workspace.offline_notes import loose_text
from readiness.workspace.offline_people import respondent_of, sheet_codes
from readiness.workspace.offline_reading import read_people
from readiness.workspace.returned import Headings, Remarks, Row, Table, table, text

Key = tuple[str, str]
"""Capability and respondent."""


@dataclass(frozen=True)
class Loose:
    """Words without an answer."""

    text: str


Outcome = Given | Loose | None | Literal["refused"]
BASES = {said: basis for basis, said in SEEN.items()}
CHOICES = "a letter from a to e, not applicable, or do not know"
WANTED = Headings((ID, ANSWER), HEADINGS, ("IV20", "IV21", "IV22"))
NUMBER = re.compile(r"[-+]?\d+([.,]\d+)?")


@dataclass
class Filled:
    """What came back.

    ``people``: who answered, by code; ``places``: sheet and row of a key; ``loose``: notes without
    an answer.
    """

    found: dict[Key, Given | None] = field(default_factory=dict)
    people: dict[str, Respondent] = field(default_factory=dict)
    places: dict[Key, tuple[str, int]] = field(default_factory=dict)
    loose: dict[Key, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Reading:
    """One workbook being read; ``known``: the respondents of the assessment, by code."""

    opened: OpenedFile
    identity: Identity
    content: Questionnaire
    known: Mapping[str, Respondent]
    remarks: Remarks


def read_answers(reading: Reading) -> Filled:
    """Every answer of every sheet. Raises InputRefused for sheets of two workbooks (IV04)."""
    filled, seen = Filled(), set[str]()
    identity, remarks = reading.identity, reading.remarks
    people = read_people(reading.opened, remarks)
    for sheet, code in sheet_codes(reading.opened, identity, remarks).items():
        found = table(reading.opened, sheet, WANTED, remarks)
        if found is None or _has_errors(reading, sheet):
            continue
        rows = _rows(reading, found)
        seen |= rows.keys()
        answers = {id: _outcome(reading, found, id, *placed) for id, placed in rows.items()}
        if all(
            said in (None, "refused") and id not in identity.exported
            for id, said in answers.items()
        ):
            continue
        known = {**reading.known, **filled.people}
        who = respondent_of(identity, known, code, sheet, people.get(code), remarks)
        if who is None:
            continue
        filled.people[who.id] = who
        for id, said in answers.items():
            if said == "refused":
                continue
            filled.places[id, who.id] = (sheet, rows[id][0])
            if isinstance(said, Loose):
                filled.loose[id, who.id] = said.text
            else:
                filled.found[id, who.id] = said
    missing = [id for id in identity.orders if id not in seen]
    if missing and len(missing) < len(identity.orders):
        few = ", ".join(missing[:5]) + (" and others" if len(missing) > 5 else "")
        remarks.note("IV30", f"rows are missing ({few}); those answers stay as they are", "")
    return filled


def _has_errors(reading: Reading, sheet: str) -> bool:
    """IV32: a cell that shows a formula error is read as empty, and which one is not known."""
    count = reading.opened.info(sheet).stored.errors
    if count:
        message = f"{count} cells show a formula error; nothing was read from this sheet"
        advice = "Type text in the place of #REF!, #NAME? and the like; begin it with no ="
        reading.remarks.refuse("IV32", message, sheet, advice=advice)
    return bool(count)


def _rows(reading: Reading, found: Table) -> dict[str, tuple[int, Row]]:
    """The rows by question (IV12, IV13, IV24); what cannot be told apart is refused."""
    rows: dict[str, tuple[int, Row]] = {}
    twice: set[str] = set()
    for number, row in enumerate(found.rows, start=found.first):
        id = text(found.cell(row, ID))
        place = (found.sheet, number, ID)
        if not id:
            if any(_words(found, row)):
                message = "an answer stands here, and no question id"
                reading.remarks.refuse("IV24", message, *place, advice="Put the id back")
        elif id not in reading.identity.orders or id not in reading.content.capabilities:
            message = "this id is no question of this workbook"
            reading.remarks.refuse("IV12", message, *place, advice="Put the id back")
        elif id in rows:
            twice.add(id)
            message = f"{id} is also in row {rows[id][0]}: neither was read"
            reading.remarks.refuse("IV13", message, *place, advice="Delete one of them")
        else:
            rows[id] = (number, row)
    return {id: placed for id, placed in rows.items() if id not in twice}


def _words(found: Table, row: Row) -> tuple[str, str, str, str]:
    """The four open cells of a row."""
    answer, seen, words, proof = (
        text(found.cell(row, heading)) for heading in (ANSWER, SEEN_HEAD, TEXT, PROOF)
    )
    return answer.casefold(), seen.casefold(), words, proof


def _outcome(reading: Reading, found: Table, id: str, number: int, row: Row) -> Outcome:
    """The answer of a row; what stands there as it left is never refused."""
    order = reading.identity.orders[id]
    answer, seen, words, proof = _words(found, row)
    if number in {row for row, _ in reading.opened.info(found.sheet).stored.valueless}:
        message = f"{id}: a formula stands here, without its value"
        reading.remarks.refuse("IV32", message, found.sheet, number, advice="Type it as text")
        return "refused"
    if answer in ANSWERS and (not seen or seen in BASES):
        as_left = Given(said_of(answer, order), BASES.get(seen), words, proof)
        if as_left == reading.identity.exported.get(id):
            return as_left
    place = (found.sheet, number)
    if not answer:
        if words and id not in reading.identity.exported and len(words) <= LONGEST:
            return Loose(loose_text(words, proof))
        if words or seen or proof:
            message = f"{id}: the row says something, and no answer; it was not taken"
            advice = "Choose an answer, or write a note in the app"
            reading.remarks.refuse("IV11", message, *place, TEXT, advice=advice)
            return "refused"
        return None
    refusal = (
        _wrong_answer(id, answer, found.cell(row, ANSWER))
        or _wrong_text(reading, id, answer, found, row)
        or _incomplete(id, answer, seen, words, proof)
    )
    if refusal is None:
        return Given(
            said_of(answer, order), BASES.get(seen) if answer in LETTERS else None, words, proof
        )
    code, column, message, expected, advice = refusal
    reading.remarks.refuse(code, message, *place, column, expected=expected, advice=advice)
    return "refused"


Refusal = tuple[str, str, str, str, str] | None
"""Code, column, message, what was expected, what to do."""


def _wrong_answer(id: str, answer: str, cell: Cell) -> Refusal:
    """IV14, IV15. A text is not repeated: it may be anything, a name included."""
    if answer in ANSWERS:
        return None
    cure = "Choose from the list of the cell"
    if not isinstance(cell, str) or NUMBER.fullmatch(answer):
        return "IV14", ANSWER, f'{id}: the answer "{answer[:12]}" is a number', CHOICES, cure
    what = f'"{answer}"' if len(answer) == 1 else f"a text of {len(answer)} characters"
    return "IV15", ANSWER, f"{id}: the answer is {what}", CHOICES, cure


def _wrong_text(reading: Reading, id: str, answer: str, found: Table, row: Row) -> Refusal:
    """IV25: the description that was chosen is not the one that left under this letter."""
    if answer not in LETTERS:
        return None
    level = reading.identity.orders[id][LETTERS.index(answer)]
    if text(found.cell(row, answer)) == flat(reading.content.capabilities[id].anchors[level - 1]):
        return None
    message = f"{id}: the description under {answer} is not the one of this question"
    advice = "Put the description back, or export the workbook again"
    return "IV25", answer, message, "the text as it was exported", advice


def _incomplete(id: str, answer: str, seen: str, words: str, proof: str) -> Refusal:
    """IV16, IV17, IV19, IV23."""
    if answer == NOT_APPLICABLE and not words:
        return "IV16", TEXT, f"{id}: not applicable needs a reason", "a reason", "Write why"
    choices = ", ".join(SEEN.values())
    if answer in LETTERS and not seen:
        return "IV17", SEEN_HEAD, f"{id}: say what was seen", choices, "Choose from the list"
    if answer in LETTERS and seen not in BASES:
        return "IV19", SEEN_HEAD, f"{id}: this is none of the list", choices, "Choose from the list"
    for column, typed in ((TEXT, words), (PROOF, proof)):
        if len(typed) > LONGEST:
            limit = f"at most {LONGEST:,} characters"
            return "IV23", column, f"{id}: the text is too long", limit, "Shorten it"
    return None
