"""ods workbooks: repetitions, errors, formulas without result, what would be laid out."""

from pathlib import Path

import pytest

from readiness.domain.errors import InputRefused
from readiness.files.elements import Unreadable
from readiness.files.limits import Limits
from readiness.files.ods import count_tables
from readiness.files.opening import open_upload
from tests.files.making import Value, xlsx
from tests.files.making_old import ods, ods_cell, ods_content, ods_row
from tests.report.office import converted

ROWS: list[list[Value]] = [["Record No.", "n"], ["D1", 1.5], ["D2", True], [None, "é"]]
ERROR = (
    '<table:table-cell table:formula="of:=1/0" office:value-type="string" {} '
    'calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>'
)


def code(data: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(InputRefused) as refused:
        open_upload("a.ods", data, limits).sheet()
    return refused.value.problems[0].code


def row(cells: str) -> str:
    return f"<table:table-row>{cells}</table:table-row>"


def test_sheets_cells_and_counts() -> None:
    styles = (
        '<style:style style:name="s2" style:family="table">'
        '<style:table-properties table:display="false"/></style:style>'
    )
    opened = open_upload("a.ods", ods({"Log": ROWS, "Notes": [["x"]]}, styles, macros=b"<x/>"))
    assert (opened.type, opened.macros, opened.date_1904) == ("ods", True, False)
    assert [(s.name, s.state, s.stored.filled) for s in opened.sheets] == [
        ("Log", "visible", 7),
        ("Notes", "hidden", 1),
    ]
    assert opened.sheet().rows == [["Record No.", "n"], ["D1", 1.5], ["D2", True], ["", "é"]]


def test_repetitions_are_counted_by_hand() -> None:
    # Two rows of three cells, one row of nothing, then a cell in column 4: 7 cells, 4 rows.
    cells = (
        '<table:table-row table:number-rows-repeated="2">'
        + ods_cell("x", 'table:number-columns-repeated="3"')
        + "</table:table-row>"
        + ods_row(None)
        + row(ods_cell(None, 'table:number-columns-repeated="3"') + ods_cell(1))
    )
    opened = open_upload("a.ods", ods({"Log": cells}))
    stored = opened.sheets[0].stored
    assert (stored.filled, stored.rows, stored.columns) == (7, 4, 4)
    assert opened.sheet().rows[1] == ["x", "x", "x", ""]
    assert opened.sheet().rows[3] == ["", "", "", 1.0]


@pytest.mark.parametrize("value", ["", 'office:string-value=""'])
def test_an_error_is_an_empty_cell_and_counted(value: str) -> None:
    opened = open_upload("a.ods", ods({"Log": row(ERROR.format(value) + ods_cell("x"))}))
    assert (opened.sheets[0].stored.filled, opened.sheets[0].stored.errors) == (1, 1)
    assert opened.sheet().rows == [["", "x"]]


def test_a_formula_without_result_is_named() -> None:
    formula = ods_cell(None, 'table:formula="of:=A1"')
    opened = open_upload("a.ods", ods({"Log": ods_row("x") + row(ods_cell("y") + formula)}))
    assert opened.sheets[0].stored.valueless == ((2, 2),)


def test_text_without_a_type_is_found_out_and_a_remark_is_no_cell() -> None:
    bare = "<table:table-cell><text:p>lost</text:p></table:table-cell>"
    assert code(ods({"Log": row(bare)})) == "cells_lost"
    said = "<office:annotation><text:p>r</text:p></office:annotation>"
    remark = f"<table:table-cell>{said}</table:table-cell>"
    assert open_upload("a.ods", ods({"Log": row(remark + ods_cell("x"))})).sheet().rows


def test_a_million_empty_rows_are_no_rows() -> None:
    tail = (
        '<table:table-row table:number-rows-repeated="1048575">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )
    assert open_upload("a.ods", ods({"Log": ods_row("x") + tail})).sheet().rows == [["x"]]


SPACES = (
    '<table:table-cell {} office:value-type="string"><text:p>a<text:s text:c="{}"/></text:p>'
    "</table:table-cell>"
)


def test_what_a_reader_would_write_out_is_bounded() -> None:
    assert code(ods({"Log": row(SPACES.format("", 4_000_000_000))})) == "unpacks_too_large"
    several = SPACES.format('table:number-columns-repeated="400"', 1_000_000)
    assert code(ods({"Log": row(several)})) == "unpacks_too_large"
    many = ods_row("x", attributes='table:number-rows-repeated="1048576"')
    assert code(ods({"Log": many})) == "too_many_rows"
    wide = ods_cell("x", 'table:number-columns-repeated="501"')
    assert code(ods({"Log": row(wide)})) == "too_many_columns"
    assert code(ods({"Log": ROWS}), Limits(max_cells=3)) == "too_many_cells"


def test_a_password_a_document_type_and_damage() -> None:
    assert code(ods({"Log": ROWS}, manifest=b"<m:encryption-data/>")) == "encrypted"
    assert code(ods({"Log": ROWS}, macros=b"<!DOCTYPE x>")) == "document_type"
    assert code(ods({"Log": "<table:table-row>"})) == "broken_workbook"
    assert code(ods({})) == "no_sheets"
    for cells in (ods_row("x", attributes='table:number-rows-repeated="-1"'), row(SPACES)):
        with pytest.raises(Unreadable):
            count_tables([ods_content({"Log": cells})])


def test_serial_numbers_from_1904() -> None:
    settings = (
        "<table:calculation-settings>"
        '<table:null-date table:date-value="1904-01-01"/></table:calculation-settings>'
    )
    assert open_upload("a.ods", ods({"Log": ROWS}, before=settings)).date_1904


@pytest.mark.office
def test_a_file_of_a_spreadsheet_program(tmp_path: Path) -> None:
    log: list[list[Value]] = [["Record No.", "", "n"], ["D1", "a  b", 2], ["D2", "é", 0.5]]
    book = xlsx({"Log": log, "Aside": [["y"]]}, hidden=["Aside"])
    opened = open_upload("a.ods", converted({"a": book}, tmp_path, "ods")["a"])
    assert opened.sheet().rows == log
    assert [(s.state, s.stored.filled) for s in opened.sheets] == [("visible", 8), ("hidden", 1)]
