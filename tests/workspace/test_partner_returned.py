"""What a maker wrote into the list: read by headings and numbers, refused with its place."""

import pytest

from readiness.domain.errors import InputRefused
from readiness.workspace.evidence import open_file
from readiness.workspace.partner_returned import Key, Value, read_answers
from readiness.workspace.partners import add_partner
from readiness.workspace.returned import Remarks
from tests.made import questionnaire
from tests.workspace.desk import begun
from tests.workspace.filled_list import XLSX, filled

RULES = questionnaire().cdmo
PERSON = "Jane Example, born 1 Jan 1960"


def read(cells: dict[tuple[str, str], object]) -> tuple[dict[Key, Value], Remarks]:
    desk, made = begun()
    maker = add_partner(desk, made, "Maker")
    opened = open_file(desk, made, XLSX, filled(desk, made, maker, cells))
    remarks = Remarks(XLSX)
    return read_answers(opened, RULES, remarks), remarks


def test_answers_failures_and_what_they_say_of_us() -> None:
    """Row 5 is CD-1 of Questions, failure 1 and the first question of the mirror."""
    found, remarks = read(
        {
            ("Questions", "D5"): "Three, listed",
            ("Questions", "E5"): "list.pdf",
            ("Questions", "E6"): "capa.pdf",
            ("Failures", "B5"): "Mar 2026",
            ("Failures", "D5"): "Filter blocked, shown by teardown",
            ("About us", "D5"): 3,
            ("About us", "E5"): "Late changes",
        }
    )
    assert not remarks.refused
    mine = RULES.mirror[0].id
    assert found == {
        ("partner_answer", "CD-1", "note"): "Three, listed; attached: list.pdf",
        ("partner_answer", "CD-2", "note"): "attached: capa.pdf",
        ("partner_failure", "1", "month"): "2026-03",
        ("partner_failure", "1", "cause"): "Filter blocked, shown by teardown",
        ("partner_answer", mine, "score"): 3,
        ("partner_answer", mine, "note"): "Late changes",
    }


def test_an_empty_list_says_nothing() -> None:
    found, remarks = read({})
    assert (found, remarks.refused) == ({}, [])


def test_bad_cells_are_named_by_sheet_row_and_column_and_not_repeated() -> None:
    found, remarks = read(
        {
            ("Failures", "B6"): PERSON,
            ("About us", "D6"): "very good",
            ("Questions", "D7"): "x" * 1001,
            ("Questions", "A8"): "CD-44",
            ("Questions", "D8"): PERSON,
            ("Questions", "A10"): "CD-5",
            ("Questions", "D10"): "twice",
        }
    )
    assert not found
    places = {(p.sheet, p.row, p.column): p for p in remarks.refused}
    assert set(places) == {
        ("Questions", 7, "Your answer"),
        ("Questions", 8, "No."),
        ("Questions", 10, "No."),
        ("Failures", 6, "Month"),
        ("About us", 6, "0 to 4"),
    }
    assert places["Questions", 7, "Your answer"].message == "1001 letters are too many"
    assert places["Questions", 8, "No."].advice
    assert PERSON not in str(remarks.refused)


def test_sheets_are_found_under_any_name_and_a_missing_column_is_said() -> None:
    found, remarks = read({("Questions", "D5"): "Three", ("Questions", "E4"): "Enclosed"})
    assert not found
    [problem] = remarks.refused
    assert (problem.sheet, problem.column) == ("Questions", "Attached")


def test_another_file_is_refused() -> None:
    desk, made = begun()
    opened = open_file(desk, made, "slots.csv", b"Month,Offered\n2026-01,5\n")
    with pytest.raises(InputRefused, match="no list of questions"):
        read_answers(opened, RULES, Remarks("slots.csv"))
