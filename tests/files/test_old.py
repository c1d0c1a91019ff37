"""xls workbooks: read like the others, told apart from what shares their container."""

from pathlib import Path
from struct import pack

import pytest

from readiness.domain.errors import InputRefused
from readiness.files.limits import Limits
from readiness.files.opening import open_upload
from tests.files.making import Value, ole, xlsx
from tests.files.making_old import record, xls
from tests.report.office import converted

ROWS: list[list[Value]] = [["Record No.", "n"], ["D1", 1.5], ["D2", True], [None, "é"]]


def code(data: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(InputRefused) as refused:
        open_upload("a.xls", data, limits).sheet()
    return refused.value.problems[0].code


def number(row: int, column: int) -> bytes:
    return record(0x203, pack("<HHHd", row, column, 0, 1.0))


def test_sheets_cells_and_counts() -> None:
    opened = open_upload("a.xls", xls({"Log": ROWS, "Notes": [["x"]]}, states=[0, 1]))
    assert (opened.type, opened.macros) == ("xls", False)
    assert [(s.name, s.state, s.stored.filled) for s in opened.sheets] == [
        ("Log", "visible", 7),
        ("Notes", "hidden", 1),
    ]
    assert opened.sheet().rows == [["Record No.", "n"], ["D1", 1.5], ["D2", True], ["", "é"]]


def test_an_error_is_an_empty_cell_and_counted() -> None:
    cells = record(0x205, pack("<HHHBB", 0, 0, 0, 7, 1)) + number(0, 1)
    opened = open_upload("a.xls", xls({"Log": cells}))
    assert opened.sheets[0].stored.errors == 1
    assert opened.sheet().rows == [["", 1.0]]


@pytest.mark.parametrize("claimed", [(1, 1), (0xFFFFFFFF, 0xFFFF)])
def test_dimensions_that_lie_change_nothing(claimed: tuple[int, int]) -> None:
    claim = record(0x200, pack("<IIHHH", 0, claimed[0], 0, claimed[1], 0))
    rows = open_upload("a.xls", xls({"Log": claim + number(5, 3)})).sheet().rows
    assert (len(rows), rows[5][3]) == (6, 1.0)


def test_sizes() -> None:
    assert code(xls({"Log": number(65535, 255)})) == "too_many_cells"
    assert code(xls({"Log": ROWS}), Limits(max_rows=3)) == "too_many_rows"
    assert code(xls({"Log": ROWS}), Limits(max_columns=1)) == "too_many_columns"
    assert code(xls({"Log": ROWS, "B": []}), Limits(max_sheets=1)) == "too_many_sheets"
    assert code(xls({})) == "no_sheets"


def test_a_password_is_told_from_damage() -> None:
    assert code(xls({"Log": ROWS}, head=record(0x2F, bytes(54)))) == "encrypted"
    assert code(ole("EncryptedPackage")) == "encrypted"
    assert code(ole("WordDocument")) == "wrong_type"
    assert code(ole("Nothing")) == "broken_workbook"
    assert code(xls({"Log": ROWS})[:1600]) == "broken_workbook"


@pytest.mark.office
def test_a_file_of_a_spreadsheet_program(tmp_path: Path) -> None:
    log: list[list[Value]] = [["Record No.", "", "n"], ["D1", "x" * 9000, 2], ["D2", "é", 0.5]]
    book = xlsx({"Log": log, "Aside": [["y"]]}, hidden=["Aside"])
    opened = open_upload("a.xls", converted({"a": book}, tmp_path, "xls")["a"])
    assert opened.sheet().rows == log
    assert [(s.state, s.stored.filled) for s in opened.sheets] == [("visible", 8), ("hidden", 1)]
