"""xlsb workbooks: records, counts by hand, sizes claimed and stored, cells the reader skips."""

from struct import pack

import pytest

from readiness.domain.errors import InputRefused
from readiness.files.binary import count_cells, records
from readiness.files.elements import Unreadable
from readiness.files.limits import Limits
from readiness.files.opened import StoredCells
from readiness.files.opening import open_upload
from tests.files.making import Value
from tests.files.making_old import part, row_record, wide, xlsb, xlsb_sheet

ROWS: list[list[Value]] = [["Record No.", "n"], ["D1", 1.5], ["D2", True], [None, "é"]]


def code(data: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(InputRefused) as refused:
        open_upload("a.xlsb", data, limits).sheet()
    return refused.value.problems[0].code


def cell(number: int, column: int, value: bytes) -> tuple[int, bytes]:
    return number, pack("<II", column, 0) + value


def test_records_of_every_size() -> None:
    data = part((1, b""), (148, b"x" * 127), (300, b"y" * 20_000))
    assert [(number, end - start) for number, start, end in records(data)] == [
        (1, 0),
        (148, 127),
        (300, 20_000),
    ]
    for cut in (1, 3, 100, len(data) - 1):
        with pytest.raises(Unreadable):
            list(records(data[:cut]))


def test_the_count_by_hand() -> None:
    sheet = xlsb_sheet(
        [
            row_record(2),
            cell(1, 0, b""),  # blank
            cell(2, 1, pack("<I", 6)),
            cell(3, 2, b"\7"),  # an error
            cell(7, 3, pack("<I", 0)),
            cell(7, 4, pack("<I", 1)),  # shows an empty text
            cell(8, 5, wide("") + bytes(10)),  # a formula with the empty text
            cell(9, 6, pack("<d", 2.0) + bytes(10)),
            cell(11, 7, b"\x2a" + bytes(10)),  # a formula with an error
        ]
    )
    assert count_cells(sheet, frozenset({1})) == StoredCells(3, 2, (), 3, 8)


def test_sheets_cells_and_counts() -> None:
    data = xlsb({"Log": ROWS, "Größe": [["x"]]}, states=[0, 2], macros=b"code")
    opened = open_upload("a.xlsb", data)
    assert (opened.type, opened.macros) == ("xlsb", True)
    assert [(s.name, s.state, s.stored.filled) for s in opened.sheets] == [
        ("Log", "visible", 7),
        ("Größe", "very_hidden", 1),
    ]
    assert opened.sheet().rows == [["Record No.", "n"], ["D1", 1.5], ["D2", True], ["", "é"]]


def test_empty_shared_texts_are_no_cells() -> None:
    strings = part((159, pack("<II", 2, 2)), (19, b"\0" + wide("")), (19, b"\0" + wide("x")))
    sheet = xlsb_sheet([row_record(0), cell(7, 0, pack("<I", 0)), cell(7, 1, pack("<I", 1))])
    opened = open_upload("a.xlsb", xlsb({"Log": sheet}, strings=strings))
    assert opened.sheets[0].stored.filled == 1
    assert opened.sheet().rows == [["", "x"]]


@pytest.mark.parametrize("claimed", [(0, 0), (1_048_575, 16_383), (0xFFFFFFFF, 0xFFFFFFFF)])
def test_dimensions_that_lie_change_nothing(claimed: tuple[int, int]) -> None:
    sheet = xlsb_sheet([row_record(2), cell(5, 1, pack("<d", 1.0))], claimed)
    rows = open_upload("a.xlsb", xlsb({"Log": sheet})).sheet().rows
    assert rows == [["", ""], ["", ""], ["", 1.0]]


def test_a_cell_that_the_reader_skips_is_found_out() -> None:
    rich = cell(62, 0, b"\0" + wide("formatted") + bytes(4))
    assert code(xlsb({"Log": xlsb_sheet([row_record(0), rich])})) == "cells_lost"


def test_sizes_and_damage() -> None:
    far = xlsb_sheet([row_record(1_048_575), cell(5, 1, pack("<d", 1.0))])
    assert code(xlsb({"Log": far})) == "too_many_rows"
    assert code(xlsb({"Log": ROWS}), Limits(max_columns=1)) == "too_many_columns"
    assert code(xlsb({"Log": ROWS, "B": []}), Limits(max_sheets=1)) == "too_many_sheets"
    assert code(xlsb({})) == "no_sheets"
    assert code(xlsb({"Log": xlsb_sheet([])[:-1]})) == "broken_workbook"
    many = part((159, pack("<II", 1 << 31, 1 << 31)))
    assert code(xlsb({"Log": ROWS}, strings=many)) == "broken_workbook"
