"""A question list as a contract maker sends it back: the file that left, cells filled in."""

from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from readiness.workspace.partners import question_list
from readiness.workspace.session import Session

XLSX = "questions.xlsx"


def filled(
    desk: Session, assessment: str, partner: str, cells: dict[tuple[str, str], Any]
) -> bytes:
    """The list of a maker with these cells, by sheet and address, filled in."""
    book = load_workbook(BytesIO(question_list(desk, assessment, partner)))
    for (sheet, address), value in cells.items():
        book[sheet][address] = value
    into = BytesIO()
    book.save(into)
    return into.getvalue()
