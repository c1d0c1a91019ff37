"""Month-sheets are one table, and a copy is not counted twice."""

from datetime import date

import pytest

from readiness.evidence.grid import Grid
from readiness.evidence.intake import inspect
from readiness.evidence.sheets import is_series, same_headings
from readiness.files.opened import OpenedFile
from readiness.files.opening import open_upload
from tests.evidence.making import as_csv, content, deviation, deviations, intake
from tests.files.making import Value, xlsx

JAN = deviations(deviation(1), deviation(2))
FEB = deviations(deviation(3), deviation(4, status="Cancelled"))


def opened(**sheets: list[list[Value]]) -> OpenedFile:
    return open_upload("log.xlsx", xlsx(sheets), errors=content().errors)


@pytest.mark.parametrize(
    ("names", "series"),
    [
        (["Jan", "Feb"], True),
        (["Januar 2026", "Februar 2026"], True),
        (["janv. 26", "févr. 26"], True),
        (["Q1", "Q2"], True),
        (["2025", "2026"], True),
        (["Deviations 1", "Deviations 2"], True),
        (["Log", "Log (2)"], False),
        (["Log", "Log old"], False),
        (["Jan"], False),
    ],
)
def test_a_series_differs_in_its_period_alone(names: list[str], *, series: bool) -> None:
    assert is_series(names, content()) == series


def test_month_sheets_are_read_as_one_and_each_row_keeps_its_sheet() -> None:
    late: list[list[Value]] = [["February"], *FEB]
    file = opened(Cover=[["QMS"]], Jan=JAN, Feb=late)
    found = inspect(file, content())
    assert (found.sheet, found.joined, found.rows) == ("Jan", ("Feb",), 4)
    assert found.needs_person == ()
    read = intake(file)
    places = zip(read.table["_sheet"], read.table["_row"], strict=True)
    assert list(places) == [("Jan", 2), ("Jan", 3), ("Feb", 3)]
    assert read.left_out == {"voided": (4,)}
    assert [(r.sheet, r.key) for r in read.out] == [("Feb", "DEV-004")]
    assert read.file.sheet is None
    assert read.notes[0].text == "Read as one table: the sheets Jan, Feb"


def test_a_record_on_two_sheets_is_one() -> None:
    read = intake(opened(Jan=JAN, Feb=deviations(deviation(2), deviation(3))))
    assert read.table["id"].tolist() == ["DEV-001", "DEV-002", "DEV-003"]
    assert list(read.left_out.values()) == [(2,)]


def test_columns_may_stand_in_another_order() -> None:
    read = intake(opened(Jan=JAN, Feb=[row[::-1] for row in FEB[:2]]))
    assert read.table["id"].tolist() == ["DEV-001", "DEV-002", "DEV-003"]


def test_a_sheet_that_a_person_names_is_read_alone_and_the_others_are_said() -> None:
    file = opened(Jan=JAN, Feb=FEB)
    found = inspect(file, content(), sheet="Feb")
    assert (found.sheet, found.joined) == ("Feb", ())
    read = intake(file, found.mapping())
    assert len(read.table) == 1
    texts = [n.text for n in read.notes if n.code == "note_other_sheets"]
    assert texts == ["Sheets with the same headings that were not read: Jan"]


def test_a_copy_is_not_read_with_its_original_but_said() -> None:
    read = intake(opened(Log=JAN, Old=JAN))
    assert len(read.table) == 2
    assert "note_other_sheets" in {n.code for n in read.notes}


def test_problems_and_rows_left_out_name_their_sheet() -> None:
    file = opened(Jan=JAN, Feb=deviations(deviation(3, id=None), deviation(4)))
    mapping = inspect(file, content()).mapping()
    entry = {"rows": [2], "reason": "drill", "sheet": "Feb"}
    again = type(mapping).model_validate(mapping.entry() | {"leave_out": [entry]})
    read = intake(file, again)
    assert [(r.sheet, r.row, r.note) for r in read.out] == [("Feb", 2, "drill")]
    [left] = read.exclusions
    assert (left.sheet, left.rows) == ("Feb", 1)


def test_other_headings_are_no_sibling() -> None:
    first = Grid.below(as_csv([["a", "b"], ["1", "2"]]).sheet(), 1)
    assert same_headings(as_csv([["b", "a"], ["1", "2"]]).sheet(), first, 1) is not None
    assert same_headings(as_csv([["a", "c"], ["1", "2"]]).sheet(), first, 1) is None
    assert date(2026, 1, 1) not in first.headings
