"""Interview workbooks filled in by a script, as people fill them in by hand."""

import io
from collections.abc import Callable, Mapping
from typing import Any

import openpyxl
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from readiness.report.interview_layout import (
    ANSWER,
    CODE_HEAD,
    HEADINGS,
    PROOF,
    SEEN_HEAD,
    SENIORITY_HEAD,
    SHEET_HEAD,
    START,
    TEXT,
)

COLUMN = {heading: number for number, heading in enumerate(HEADINGS, start=1)}
Answer = tuple[Any, ...]


def opened(data: bytes) -> Workbook:
    """The workbook as a person has it before them."""
    return openpyxl.load_workbook(io.BytesIO(data))


def saved(book: Workbook) -> bytes:
    """Its bytes."""
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def row_of(sheet: Worksheet, capability: str) -> int:
    """The row of a question."""
    return next(c.row for c in sheet["A"] if c.value == capability)


def fill(data: bytes, sheet: str, answers: Mapping[str, Answer]) -> bytes:
    """Type answer, what was seen, note and proof beside questions; shorter ones end earlier."""
    book = opened(data)
    for capability, cells in answers.items():
        row = row_of(book[sheet], capability)
        for heading, value in zip((ANSWER, SEEN_HEAD, TEXT, PROOF), cells, strict=False):
            book[sheet].cell(row, COLUMN[heading]).value = value
    return saved(book)


def sign(data: bytes, sheet: str, code: Any, seniority: Any = "floor") -> bytes:
    """Write who answered a sheet."""
    book = opened(data)
    start = book[START]
    head = next(c.row for c in start["A"] if c.value == SHEET_HEAD)
    heads = {c.value: c.column for c in start[head]}
    row = next(c.row for c in start["A"] if c.value == sheet and c.row > head)
    start.cell(row, heads[CODE_HEAD]).value = code
    start.cell(row, heads[SENIORITY_HEAD]).value = seniority
    return saved(book)


def changed(data: bytes, change: Callable[[Workbook], Any]) -> bytes:
    """Anything else that people do to a workbook."""
    book = opened(data)
    change(book)
    return saved(book)
