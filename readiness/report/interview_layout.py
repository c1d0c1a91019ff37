"""What the interview workbook's writer and its reader agree on: sheets, headings, words, seal."""

import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from readiness.domain.assessment import Basis, Response, Said
from readiness.domain.scale import Level
from readiness.report.sealing import flat, seal
from readiness.scoring.judge import LEVELS

START, LISTS, META = "Start", "_lists", "_meta"
HEAD_ROW = 4
FIRST_ROW = HEAD_ROW + 1
FORMAT = "1"
LETTERS = "abcde"
NOT_APPLICABLE, UNKNOWN = "not applicable", "do not know"
ANSWERS = (*LETTERS, NOT_APPLICABLE, UNKNOWN)
SEEN: dict[Basis, str] = {
    "statement": "said",
    "document": "document seen",
    "record": "record seen",
}
SENIORITIES = ("floor", "lead", "executive")

ID, QUESTION, ANSWER, SEEN_HEAD = "ID", "Question", "Answer", "What was seen"
TEXT, PROOF = "Note or reason", "Proof"
HEADINGS = (ID, QUESTION, *LETTERS, ANSWER, SEEN_HEAD, TEXT, PROOF)
SHEET_HEAD, FUNCTION_HEAD = "Sheet", "Function"
CODE_HEAD, SENIORITY_HEAD = "Respondent code", "Seniority"
START_HEADINGS = (SHEET_HEAD, FUNCTION_HEAD, CODE_HEAD, SENIORITY_HEAD)
LONGEST = 2_000

STAMP = re.compile(r"Workbook ([0-9a-f]{16}) · ([A-Z]+)")
"""Stands on every sheet: a sheet that was renamed, or comes from elsewhere, is known by it."""


@dataclass(frozen=True)
class Given:
    """An answer as far as the workbook holds it; ``text`` is the note, or the reason."""

    level: Said
    basis: Basis | None = None
    text: str = ""
    proof: str = ""


def given(response: Response) -> Given:
    """A stored answer as the workbook holds it."""
    text = response.reason if response.level == "not_applicable" else response.note
    return Given(response.level, response.basis, flat(text), flat(response.proof))


def order_of(workbook: str, capability: str, *, shuffled: bool) -> tuple[Level, ...]:
    """The level under each letter; shuffled ones differ by workbook and question."""
    levels = list(LEVELS)
    if shuffled:
        random.Random(f"{workbook} {capability}").shuffle(levels)
    return tuple(levels)


def letter_of(level: Said, order: Sequence[Level]) -> str:
    """What stands in the answer cell."""
    if isinstance(level, int):
        return LETTERS[order.index(level)]
    return NOT_APPLICABLE if level == "not_applicable" else UNKNOWN


def said_of(letter: str, order: Sequence[Level]) -> Said:
    """The answer that one of ``ANSWERS`` stands for."""
    if letter in LETTERS:
        return order[LETTERS.index(letter)]
    return "not_applicable" if letter == NOT_APPLICABLE else "unknown"


@dataclass(frozen=True)
class Identity:
    """The hidden sheet: where a workbook comes from, and what was in each answer when it left.

    ``assessment``: the id that it belongs to; ``revision``: of the assessment then; ``respondent``:
    whose answers it holds, '' where a code is to be typed; ``orders``: letters to levels, by
    question; ``exported``: by question, of that respondent.
    """

    workbook: str
    assessment: str
    title: str
    revision: str
    questionnaire: str
    version: str
    sha256: str
    respondent: str
    order: Literal["ascending", "shuffled"]
    sheets: tuple[str, ...] = ()
    orders: Mapping[str, tuple[Level, ...]] = field(default_factory=dict)
    exported: Mapping[str, Given] = field(default_factory=dict)


STAMPS = {
    "workbook": "workbook",
    "assessment": "assessment",
    "title": "title",
    "revision": "revision",
    "questionnaire": "questionnaire",
    "questionnaire version": "version",
    "questionnaire sha256": "sha256",
    "respondent": "respondent",
    "order of descriptions": "order",
}
"""Key on the hidden sheet -> field of ``Identity``."""


def meta_rows(identity: Identity) -> list[tuple[str, ...]]:
    """The hidden sheet, row by row, its seal last; every cell is text."""
    rows: list[tuple[str, ...]] = [("interview workbook format", FORMAT)]
    rows += [(key, flat(getattr(identity, name))) for key, name in STAMPS.items()]
    rows.append(("sheets", " ".join(identity.sheets)))
    for capability, order in identity.orders.items():
        said = identity.exported.get(capability)
        letters = "".join(LETTERS[order.index(level)] for level in range(1, 6))
        cells = ("question", capability, letters)
        if said is None:
            rows.append(cells)
            continue
        seen = SEEN[said.basis] if said.basis else ""
        rows.append((*cells, letter_of(said.level, order), seen, said.text, said.proof))
    return [*rows, ("seal", seal(rows))]
