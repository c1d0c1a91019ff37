"""Cells as text, and tables found by their headings."""

import datetime as dt
import re
from typing import Any

import pytest

from readiness.workspace.returned import (
    Headings,
    Remarks,
    hidden_rows,
    stamp_of,
    table,
    text,
)
from tests.workspace.test_offline_people import workbook

WANTED = Headings(("ID", "Owner"), ("ID", "Owner"), ("N", "T", "M"), ("Rank",))


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("  two\n lines ", "two lines"),
        (3.0, "3"),
        (0.5, "0.5"),
        (dt.date(2026, 11, 22), "2026-11-22"),
        (dt.datetime(2026, 11, 22), "2026-11-22"),
        (True, "True"),
        ("", ""),
    ],
)
def test_a_cell_as_its_text(cell: Any, shown: str) -> None:
    assert text(cell) == shown


def test_a_table_is_found_by_its_headings_and_an_unneeded_one_may_be_gone() -> None:
    remarks = Remarks("x")
    found = table(workbook(S=[["t"], ["", "Owner", "ID"], ["", "QA", "C-1"]]), "S", WANTED, remarks)
    assert found is not None
    assert (found.first, dict(found.at)) == (3, {"ID": 2, "Owner": 1})
    assert found.cell(found.rows[0], "Owner") == "QA"
    assert found.cell([""], "Owner") == "", "rows may be short"
    assert not remarks.refused


@pytest.mark.parametrize(
    ("head", "code"), [(["ID", "x"], "N"), (["ID", "Owner", "ID"], "T"), (["Owner"], "N")]
)
def test_what_is_wrong_with_the_headings_is_told_apart(head: list[str], code: str) -> None:
    remarks = Remarks("x")
    assert table(workbook(S=[head]), "S", WANTED, remarks) is None
    assert [(p.code, p.sheet) for p in remarks.refused] == [(code, "S")]


def test_a_needed_heading_that_is_gone_is_named() -> None:
    remarks = Remarks("x")
    wanted = WANTED._replace(needed=("ID", "Owner", "Due"))
    assert table(workbook(S=[["ID", "Owner"]]), "S", wanted, remarks) is None
    assert [(p.code, p.column, p.row) for p in remarks.refused] == [("M", "Due", 1)]


def test_a_stamp_is_found_anywhere_in_the_first_rows() -> None:
    rows = [[""], ["", " Report 7 "]]
    found = stamp_of(workbook(S=rows), "S", re.compile(r"Report (\d)"))
    assert found is not None
    assert found[1] == "7"
    assert stamp_of(workbook(S=[["a"]]), "S", re.compile("b")) is None


def test_a_hidden_sheet_that_is_gone_has_no_rows() -> None:
    assert hidden_rows(workbook(S=[["a", 1.0], ["", ""]]), "S") == [["a", "1"]]
    assert hidden_rows(workbook(S=[]), "_gone") == []
