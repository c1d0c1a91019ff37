"""A slot table as makers send it: headings, months and totals of their own."""

import datetime as dt
import io
from datetime import date

import pytest
from openpyxl import load_workbook

from readiness.domain.errors import InputRefused
from readiness.evidence.slot_table import as_month, read_slot_table
from readiness.files.opened import Cell
from readiness.files.opening import open_upload
from readiness.report.partner_questions import SLOTS, partner_questions
from tests.made import questionnaire

HEADINGS = questionnaire().cdmo.slot_headings


def read(text: str):
    return read_slot_table(open_upload("slots.csv", text.encode()), HEADINGS)


def refused(text: str) -> list[str]:
    with pytest.raises(InputRefused) as refusal:
        read(text)
    return [problem.message for problem in refusal.value.problems]


def test_headings_of_their_own_are_understood() -> None:
    rows = read(
        "Slot report suite 4,,,,,,\n"
        "Period,Clean room,Slots offered,Reserved,Batches started,Finished,Cancelled by CDMO\n"
        "Jan 2026,S4,4,4,3,2,1\n"
        "02/2026,S4,4,3,3,2,\n"
        "2026-03-01,S4,,,,,\n"
        "Total,,8,7,6,4,1\n"
    )
    assert rows == [
        {
            "month": "2026-01",
            "suite": "S4",
            "offered": 4,
            "booked": 4,
            "started": 3,
            "completed": 2,
            "cancelled_partner": 1,
        },
        {
            "month": "2026-02",
            "suite": "S4",
            "offered": 4,
            "booked": 3,
            "started": 3,
            "completed": 2,
        },
    ]


@pytest.mark.parametrize(
    ("cell", "month"),
    [
        (dt.date(2026, 3, 1), "2026-03"),
        ("2026-03", "2026-03"),
        ("3/2026", "2026-03"),
        ("March 2026", "2026-03"),
        ("Mar-2026", "2026-03"),
        ("13/2026", None),
        ("Q1 2026", None),
        ("03/04/2026", None),
        (46082.0, None),
    ],
)
def test_months(cell: Cell, month: str | None) -> None:
    assert as_month(cell) == month


def test_what_cannot_be_read_has_its_place_and_is_not_repeated() -> None:
    head = "Month,Offered,Booked,Started,Completed\n"
    assert refused(head + "2026-01,4,4,about 80 %,2\n") == ["started cannot be read"]
    assert refused(head + "soon,4,4,3,2\n") == ["month cannot be read"]
    assert refused(head + "2026-01,4,,3,2\n") == ["booked is empty"]
    assert refused(head + "2026-01,4,4,3,-1\n") == ["completed cannot be read"]
    assert refused(head) == ["It holds no month with figures"]
    assert refused("Month,Offered\n2026-01,4\n") == ["No sheet has booked, started, completed"]


def test_the_workbook_that_was_sent_reads_back() -> None:
    book = load_workbook(
        io.BytesIO(partner_questions("Maker", questionnaire().cdmo, date(2026, 11, 22)))
    )
    filled_in: tuple[str | int, ...] = ("A", 4, 4, 3, 2, 1, 0)
    for column, value in enumerate(filled_in, start=2):
        book[SLOTS].cell(5, column).value = value
    filled = io.BytesIO()
    book.save(filled)
    assert read_slot_table(open_upload("back.xlsx", filled.getvalue()), HEADINGS) == [
        {
            "month": "2025-11",
            "suite": "A",
            "offered": 4,
            "booked": 4,
            "started": 3,
            "completed": 2,
            "cancelled_sponsor": 1,
            "cancelled_partner": 0,
        }
    ]
