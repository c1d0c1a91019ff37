"""The guides as a workbook: the same each time, no level number, room to write, text as text."""

from datetime import date
from io import BytesIO

from openpyxl import load_workbook

from readiness.domain.guide import PartPrompts
from readiness.report.guide_workbook import (
    OPERATING,
    REQUESTS,
    GuidePart,
    Wanted,
    descriptions,
    guide_workbook,
)
from tests.made import questionnaire

CONTENT = questionnaire()
DAY = date(2026, 11, 22)
QUESTIONS = tuple(CONTENT.capabilities[c] for c in ("CTL-4", "OPM-1"))
PART = GuidePart("EXEC", "Executive", "What would stop you first?", QUESTIONS)
WANTED = [Wanted("e1", "=1+1", "CTL-1", "SC (r1)", "Asked", DAY, date(2026, 12, 1))]


def built() -> bytes:
    return guide_workbook("Northgate", CONTENT.interview, [PART], WANTED, DAY)


def test_a_sheet_a_function_in_its_order_with_room_to_write() -> None:
    book = load_workbook(BytesIO(built()))
    assert book.sheetnames == [REQUESTS, "EXEC"]
    sheet = book["EXEC"]
    assert [sheet.cell(row, 1).value for row in (5, 6)] == ["CTL-4", "OPM-1"]
    assert sheet["C4"].value == "Show me"
    assert sheet["E4"].value == "When did it last fail? In their words"
    assert not sheet["E5"].protection.locked
    assert sheet["A5"].protection.locked
    # Two questions at 1.2 minutes: 2.4, about 2.
    assert sheet["A2"].value == (
        "2 questions, about 2 minutes for the answers. Begin with: What would stop you first?"
    )
    assert str(sheet["A7"].value).startswith("To end with: What should I have asked?")


def test_prompts_for_the_operating_model_stand_below_with_room_to_write() -> None:
    asked = PartPrompts(name="Lock-in ledger", prompts=("Which choice was made for speed?", "=1+1"))
    part = GuidePart("EXEC", "Executive", "What would stop you first?", QUESTIONS, (asked,))
    data = guide_workbook("Northgate", CONTENT.interview, [part], WANTED, DAY)
    sheet = load_workbook(BytesIO(data))["EXEC"]
    # Two questions in rows 5 and 6, then the heading, a row a prompt, and the closing.
    assert sheet["A7"].value == OPERATING
    assert [sheet.cell(8, column).value for column in (2, 3)] == [*asked.prompts[:1], asked.name]
    assert (sheet["B9"].value, sheet["B9"].data_type) == ("=1+1", "s")
    assert not sheet["E8"].protection.locked
    assert str(sheet["A10"].value).startswith("To end with:")


def test_no_number_stands_before_a_description_and_the_middle_is_marked() -> None:
    lines = descriptions(QUESTIONS[0])
    assert [line[0] for line in lines] == ["–", "–", "▶", "–", "–"]
    assert not any(line[2].isdigit() for line in lines)


def test_the_list_for_the_client_keeps_text_as_text() -> None:
    sheet = load_workbook(BytesIO(built()))[REQUESTS]
    assert sheet["A2"].value == "1 still to come, 1 in all · 22 Nov 2026"
    assert [sheet.cell(5, column).value for column in (1, 2, 3, 4, 5)] == [
        *("e1", "=1+1", "CTL-1", "SC (r1)", "Asked"),
    ]
    assert sheet["B5"].data_type == "s"
    assert sheet["G5"].value.date() == date(2026, 12, 1)


def test_the_same_input_gives_the_same_bytes() -> None:
    assert built() == built()
