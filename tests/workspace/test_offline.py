"""What a workbook asks, of whom, and what becomes of an answer that came back."""

from datetime import date

from readiness.domain.assessment import Response
from readiness.report.interview_layout import Given
from readiness.workspace.offline import Origin, export, response
from tests.made import assessment, people, questionnaire, said
from tests.workspace.filling import opened

ORIGIN = Origin(
    "x" * 32,
    assessment(respondents=people("QA", "MFG"), responses=[said("QMS-1", 2, "r1")]),
    questionnaire(),
    "7",
)


def ids(data: bytes, sheet: str) -> list[str]:
    return [str(row[0].value) for row in opened(data)[sheet].iter_rows(min_row=5) if row[0].value]


def test_everybody_gets_a_sheet_with_the_questions_of_the_function() -> None:
    book = export(ORIGIN)
    visible = [s.title for s in opened(book).worksheets if s.sheet_state == "visible"]
    assert visible == ["Start", *(f.code for f in questionnaire().functions)]
    wanted = [c.id for c in questionnaire().capabilities.values() if "RA" in c.functions]
    assert ids(book, "RA") == [c for c in wanted if c in ids(book, "RA")]
    assert len(ids(book, "RA")) > 3


def test_a_respondents_workbook_holds_only_their_answers() -> None:
    mine, other = (opened(export(ORIGIN, who)) for who in ("r1", "r2"))
    answers = {r[0].value: r[7].value for r in mine["QA"].iter_rows(min_row=5)}
    assert {id: letter for id, letter in answers.items() if letter} == {"QMS-1": "b"}
    assert not any(r[7].value for r in other["MFG"].iter_rows(min_row=5))


def test_what_the_workbook_does_not_hold_of_an_answer_stays() -> None:
    old = Response(
        capability="QMS-1",
        respondent="r1",
        level=2,
        basis="document",
        note="two\nlines",
        proof="SOP",
        dated=date(2026, 1, 1),
    )
    new = response(("QMS-1", "r1"), Given(4, "record", "two lines", "SOP"), old)
    assert (new.level, new.basis, new.note, new.proof) == (4, "record", "two\nlines", "SOP")
    assert new.dated == old.dated


def test_a_reason_and_a_note_are_kept_apart() -> None:
    old = Response(capability="QMS-1", respondent="r1", level=2, basis="document", note="seen")
    left = response(("QMS-1", "r1"), Given("not_applicable", None, "no batches"), old)
    assert (left.reason, left.note, left.basis) == ("no batches", "seen", None)
    back = response(("QMS-1", "r1"), Given(3, "record", "log"), left)
    assert (back.reason, back.note) == ("", "log")
