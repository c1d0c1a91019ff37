"""Every way in which a row, a sheet or a whole workbook can be wrong, with its place and reason."""

from collections.abc import Callable
from typing import Any

import pytest
from openpyxl.workbook.workbook import Workbook

from readiness.domain.errors import InputRefused, Problem
from readiness.report.interview_layout import META, Given
from readiness.workspace.answers import answer
from readiness.workspace.offline import Incoming
from readiness.workspace.offline_store import export_workbook, look_at_workbook
from readiness.workspace.people import add_respondent
from readiness.workspace.session import Session
from tests.workspace.desk import begun
from tests.workspace.filling import changed, fill, row_of, sign

FILE = "back.xlsx"


@pytest.fixture(scope="module")
def desk() -> tuple[Session, str]:
    """A quality lead r1 and somebody of manufacturing, r2."""
    desk, id = begun()
    for function in ("QA", "MFG"):
        add_respondent(desk, id, function, "lead")
    answer(desk, id, "QMS-1", "r1", level=2, basis="document", note="logbook")
    return desk, id


def look(desk: tuple[Session, str], data: bytes) -> Incoming:
    return look_at_workbook(*desk, FILE, data)


def only(problems: tuple[Problem, ...]) -> Problem:
    [problem] = problems
    return problem


@pytest.mark.parametrize(
    ("cells", "code", "column", "message"),
    [
        ((None, "said"), "IV11", "Note or reason", "and no answer"),
        ((None, None, "ask ada@northgate.example"), "IV11", None, "like an e-mail address"),
        ((3, "said"), "IV14", "Answer", 'the answer "3" is a number'),
        (("2,5", "said"), "IV14", "Answer", 'the answer "2,5" is a number'),
        (("f", "said"), "IV15", "Answer", 'the answer is "f"'),
        (("Maria Gonzalez", "said"), "IV15", "Answer", "a text of 14 characters"),
        (("not applicable",), "IV16", "Note or reason", "needs a reason"),
        (("b",), "IV17", "What was seen", "say what was seen"),
        (("b", "heard it"), "IV19", "What was seen", "none of the list"),
        (("b", "said", "x" * 2001), "IV23", "Note or reason", "too long"),
    ],
)
def test_a_row_that_cannot_be_taken(
    desk: tuple[Session, str], cells: tuple, code: str, column: str, message: str
) -> None:
    book = export_workbook(*desk, "r1")
    from tests.workspace.filling import opened

    row = row_of(opened(book)["QA"], "DOC-1")
    incoming = look(desk, fill(book, "QA", {"DOC-1": cells, "QMS-2": ("b", "said")}))
    found = only(incoming.refused)
    assert (found.code, found.sheet, found.row, found.column) == (code, "QA", row, column)
    assert message in found.message
    assert found.advice
    assert [line.key[0] for line in incoming.lines] == ["QMS-2"], "the others can be taken"


def test_what_stands_as_it_left_is_not_refused(desk: tuple[Session, str]) -> None:
    session, id = desk
    answer(session, id, "QMS-3", "r1", level="not_applicable")  # its reason is still to come
    assert look(desk, export_workbook(session, id, "r1")).refused == ()


def test_rows_sorted_inserted_and_hidden_mean_the_same(desk: tuple[Session, str]) -> None:
    def disturb(book: Workbook) -> None:
        sheet = book["QA"]
        rows = [[c.value for c in row] for row in sheet.iter_rows(min_row=5)]
        for number, values in enumerate(sorted(rows, key=lambda r: str(r[1])), start=5):
            for column, value in enumerate(values, start=1):
                sheet.cell(number, column).value = value
        sheet.insert_rows(4, 2)
        sheet.insert_rows(12)
        sheet.insert_cols(1)
        sheet.row_dimensions[15].hidden = True
        sheet.column_dimensions["C"].hidden = True

    book = fill(export_workbook(*desk, "r1"), "QA", {"DOC-1": ("d", "record seen")})
    incoming = look(desk, changed(book, disturb))
    assert [(line.key[0], line.found) for line in incoming.lines] == [("DOC-1", Given(4, "record"))]
    assert incoming.refused == ()


def test_a_renamed_sheet_is_known_by_its_stamp(desk: tuple[Session, str]) -> None:
    book = fill(export_workbook(*desk, "r1"), "QA", {"DOC-1": ("d", "said")})
    incoming = look(desk, changed(book, lambda b: setattr(b["QA"], "title", "Ada's copy")))
    assert [line.key[0] for line in incoming.lines] == ["DOC-1"]


def test_a_formula_is_not_taken_for_nothing(desk: tuple[Session, str]) -> None:
    book = fill(export_workbook(*desk, "r1"), "QA", {"DOC-1": ("d", "said", "= as told")})
    found = only(look(desk, book).refused)
    assert (found.code, found.sheet) == ("IV32", "QA")
    assert "a formula stands here" in found.message


def swap(book: Workbook) -> None:
    row = row_of(book["QA"], "DOC-1")
    sheet = book["QA"]
    sheet.cell(row, 5).value, sheet.cell(row, 6).value = (
        sheet.cell(row, 6).value,
        sheet.cell(row, 5).value,
    )
    sheet.cell(row, 8).value, sheet.cell(row, 9).value = "c", "said"


def twice(book: Workbook) -> None:
    row = row_of(book["QA"], "QMS-2")
    book["QA"].cell(row, 1).value = "QMS-1"


def no_id(book: Workbook) -> None:
    row = row_of(book["QA"], "DOC-1")
    book["QA"].cell(row, 1).value = None
    book["QA"].cell(row, 8).value = "b"


def set_id(value: str) -> Callable[[Workbook], Any]:
    return lambda b: setattr(b["QA"].cell(row_of(b["QA"], "DOC-1"), 1), "value", value)


@pytest.mark.parametrize(
    ("change", "code", "message"),
    [
        (set_id("NEW-1"), "IV12", "no question of this workbook"),
        (twice, "IV13", "QMS-1 is also in row"),
        (lambda b: b["QA"].delete_rows(4), "IV20", "no heading row with ID and Answer"),
        (lambda b: setattr(b["QA"].cell(4, 10), "value", "Proof"), "IV2", "heading"),
        (lambda b: b["QA"].delete_cols(11), "IV22", '"Proof" is missing'),
        (no_id, "IV24", "no question id"),
        (lambda b: setattr(b["QA"]["J5"], "value", "#REF!"), "IV32", "cells show a formula error"),
        (swap, "IV25", "the description under c is not the one"),
    ],
)
def test_a_damaged_sheet(
    desk: tuple[Session, str], change: Callable[[Workbook], Any], code: str, message: str
) -> None:
    incoming = look(desk, changed(export_workbook(*desk, "r1"), change))
    found = only(incoming.refused)
    assert found.code.startswith(code)
    assert message in found.message
    assert found.sheet == "QA"
    assert incoming.lines == ()


@pytest.mark.parametrize(
    ("code", "person", "message"),
    [
        ("IV18", None, "has answers but no respondent code"),
        ("IV27", "Maria Gonzalez", "is no code"),
        ("IV28", "r2", "r2 belongs to MFG"),
    ],
)
def test_who_answered_must_be_known(
    desk: tuple[Session, str], code: str, person: str | None, message: str
) -> None:
    book = fill(export_workbook(*desk, "QA"), "QA", {"DOC-1": ("b", "said")})
    incoming = look(desk, sign(book, "QA", person))
    found = only(incoming.refused)
    assert (found.code, found.sheet, found.column) == (code, "Start", "Respondent code")
    assert message in found.message
    assert "Maria" not in str(found)
    assert incoming.lines == ()


def test_a_persons_workbook_is_not_handed_on(desk: tuple[Session, str]) -> None:
    book = fill(export_workbook(*desk, "r1"), "QA", {"DOC-1": ("b", "said")})
    assert only(look(desk, sign(book, "QA", "r9")).refused).code == "IV26"


def test_a_code_that_is_there_is_used_and_its_answers_are_not_overwritten(
    desk: tuple[Session, str],
) -> None:
    book = fill(export_workbook(*desk, "QA"), "QA", {"QMS-1": ("e", "said")})
    incoming = look(desk, sign(book, "QA", "r1"))
    assert [(line.key, line.kind) for line in incoming.lines] == [(("QMS-1", "r1"), "conflict")]
    assert incoming.people == ()


def test_a_missing_seniority_is_said(desk: tuple[Session, str]) -> None:
    book = fill(export_workbook(*desk, "QA"), "QA", {"DOC-1": ("b", "said")})
    incoming = look(desk, sign(book, "QA", "r8", None))
    assert [n.code for n in incoming.notes] == ["IV29"]
    assert [p.seniority for p in incoming.people] == ["lead"]


def test_a_stray_sheet_is_ignored_and_a_missing_one_said(desk: tuple[Session, str]) -> None:
    def disturb(book: Workbook) -> None:
        book.create_sheet("My notes")["A1"] = "call back"
        del book["MFG"]

    notes = look(desk, changed(export_workbook(*desk), disturb)).notes
    assert [(n.code, n.sheet) for n in notes][:2] == [("IV10", "My notes"), ("IV08", "MFG")]


def meta(key: str, value: str) -> Callable[[Workbook], Any]:
    def change(book: Workbook) -> None:
        sheet = book[META]
        row = next(c.row for c in sheet["A"] if c.value == key)
        sheet.cell(row, 2).value = value

    return change


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda b: b.__delitem__(META), "IV01"),
        (lambda b: b[META].delete_rows(1, 200), "IV01"),
        (meta("revision", "1"), "IV05"),
        (meta("respondent", "r2"), "IV05"),
        (lambda b: b[META].delete_rows(20), "IV05"),
        (meta("interview workbook format", "9"), "IV09"),
    ],
)
def test_a_workbook_that_cannot_be_trusted_is_refused_whole(
    desk: tuple[Session, str], change: Callable[[Workbook], Any], code: str
) -> None:
    with pytest.raises(InputRefused) as refused:
        look(desk, changed(export_workbook(*desk, "r1"), change))
    assert only(refused.value.problems).code == code
    assert "xport the workbook again" in str(refused.value)


def test_a_sheet_of_another_workbook_is_found_out(desk: tuple[Session, str]) -> None:
    other = export_workbook(*desk, "QA", shuffled=True)
    from tests.workspace.filling import opened

    foreign = opened(other)["QA"]["A3"].value

    def change(book: Workbook) -> None:
        book["QA"]["A3"] = foreign

    with pytest.raises(InputRefused, match="comes from another interview workbook"):
        look(desk, changed(export_workbook(*desk, "r1"), change))


def test_a_gap_report_and_a_plain_table_are_no_interview_workbooks(
    desk: tuple[Session, str],
) -> None:
    from readiness.workspace.reports import gap_report

    for data in (gap_report(*desk), b"ID,Answer\nOPM-1,3\n"):
        with pytest.raises(InputRefused) as refused:
            look(desk, data)
        assert only(refused.value.problems).code == "IV01"
