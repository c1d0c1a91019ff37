"""Each open cell is taken or refused with its place, and all that are wrong are named at once."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from openpyxl.workbook.workbook import Workbook

from readiness.domain.errors import InputRefused, Problem
from readiness.report.layout import FINDINGS, REGISTER
from tests.workspace.reporting import heads, looked, row_of, told_of, typed


def problems(data: bytes) -> list[Problem]:
    with pytest.raises(InputRefused) as found:
        looked(data)
    return list(found.value.problems)


@pytest.mark.parametrize(
    ("heading", "value", "code", "expected"),
    [
        ("P override", 3.5, "RT20", "a whole number from 1 to 5"),
        ("P override", "abc", "RT20", "a whole number from 1 to 5"),
        ("P override", date(2026, 5, 4), "RT20", "a whole number from 1 to 5"),
        ("Due", "next week", "RT20", "a date from 2026-11-22 on"),
        ("Due", "03/04/2027", "RT20", "a date from 2026-11-22 on"),
        ("Due", date(2026, 1, 1), "RT20", "a date from 2026-11-22 on"),
        ("Status", "closed", "RT20", "one of open, in progress, done, accepted, not agreed"),
        ("Comment", "x" * 2001, "RT20", "at most 2,000 characters"),
        ("Owner", "x" * 101, "RT20", "at most 100 characters"),
        ("Due", "=TODAY()", "RT16", ""),
        ("Owner", "#REF!", "RT17", ""),
        ("Override reason", "asked twice by them", "RT48", ""),
        ("R override", 4, "RT21", "a reason of at least 10 letters"),
    ],
)
def test_a_cell_that_cannot_be_read_is_named(
    heading: str, value: Any, code: str, expected: str
) -> None:
    data = typed({(REGISTER, "OPM-2", heading): value})
    [problem] = problems(data)
    assert (problem.code, problem.expected) == (code, expected)
    assert (problem.sheet, problem.advice != "") == (REGISTER, True)
    assert problem.row is not None
    assert problem.column == ("Override reason" if code == "RT21" else heading)


def test_all_that_is_wrong_is_said_at_once_and_nothing_typed_is_repeated() -> None:
    edits = {
        (REGISTER, "OPM-1", "Status"): "Ina Adler",
        (REGISTER, "OPM-2", "Due"): "born 01/02/1971",
        (REGISTER, "OPM-3", "P override"): 9,
    }
    found = problems(typed(edits))
    assert [p.code for p in found] == ["RT20", "RT20", "RT20"]
    assert not {"Ina", "Adler", "1971"} & set(" ".join(map(str, found)).replace(".", " ").split())


def test_a_reason_must_be_its_ratings_own() -> None:
    cell = (REGISTER, "CTL-1", "Override reason")
    new = {(REGISTER, "CTL-1", "L override"): 2}
    [problem] = problems(typed(new))
    assert "L: why" in problem.advice
    labelled = "P: seen in two audits; target: agreed with the board; L: we own the plasmid"
    back = looked(typed({**new, cell: labelled}))
    assert told_of(back) == {("CTL-1", "L"): ("new", "2")}
    # One reason for all replaces those that stood there.
    back = looked(typed({**new, cell: "agreed with all of them"}))
    found = {field: value for (_, field), (_, value) in told_of(back).items()}
    assert found == {"P": "4", "target": "3", "L": "2"}


def no_id(book: Workbook) -> None:
    sheet = book[REGISTER]
    sheet.cell(row_of(sheet, "OPM-2"), 1).value = None


def new_id(book: Workbook) -> None:
    sheet = book[REGISTER]
    sheet.cell(row_of(sheet, "OPM-2"), 1).value = "NEW-1"


def twice(book: Workbook) -> None:
    sheet = book[REGISTER]
    sheet.cell(row_of(sheet, "OPM-2"), 1).value = "OPM-1"


def heading(to: str) -> Callable[[Workbook], None]:
    def change(book: Workbook) -> None:
        row, words = heads(book[REGISTER])
        book[REGISTER].cell(row, words["Due"]).value = to

    return change


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (no_id, "RT13"),
        (new_id, "RT14"),
        (twice, "RT15"),
        (heading("Owner"), "RT11"),
        (heading("By when"), "RT12"),
        (lambda b: b[REGISTER].delete_rows(heads(b[REGISTER])[0]), "RT10"),
        (lambda b: b[FINDINGS].delete_cols(heads(b[FINDINGS])[1]["Finding ID"]), "RT10"),
    ],
)
def test_rows_and_headings_that_cannot_be_told_apart(
    change: Callable[[Workbook], Any], code: str
) -> None:
    assert [p.code for p in problems(typed({(REGISTER, "OPM-2", "Owner"): "QA"}, change))] == [code]
