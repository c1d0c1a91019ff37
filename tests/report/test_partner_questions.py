"""What is sent to a contract maker: questions to answer, and nothing that is thought of it."""

import io
from datetime import date

from openpyxl import load_workbook

from readiness.report.partner_questions import (
    ABOUT_US,
    FAILURES,
    QUESTIONS,
    SLOTS,
    months_before,
    partner_questions,
)
from tests.made import questionnaire

RULES = questionnaire().cdmo
FILE = partner_questions("Maker", RULES, date(2026, 11, 22))


def words(sheet: str) -> str:
    book = load_workbook(io.BytesIO(FILE))
    return "\n".join(str(c.value) for row in book[sheet] for c in row if c.value is not None)


def test_every_question_is_asked_and_no_bad_answer_or_red_flag_is_told() -> None:
    asked = words(QUESTIONS)
    assert all(question.text in asked for question in RULES.questions)
    everything = "\n".join(words(s) for s in (QUESTIONS, SLOTS, FAILURES, ABOUT_US))
    assert not any(question.red_flag in everything for question in RULES.questions)
    assert "We have not had failures" not in everything
    assert all(question.text in words(ABOUT_US) for question in RULES.mirror)


def test_the_last_twelve_whole_months_are_asked_for() -> None:
    assert months_before(date(2026, 11, 22))[0] == "2025-11"
    assert months_before(date(2026, 11, 22))[-1] == "2026-10"
    assert months_before(date(2026, 1, 1), 2) == ["2025-11", "2025-12"]
    assert "2025-11" in words(SLOTS)


def test_the_same_input_gives_the_same_bytes() -> None:
    assert partner_questions("Maker", RULES, date(2026, 11, 22)) == FILE
