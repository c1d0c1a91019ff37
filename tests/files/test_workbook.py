"""Workbooks: sheets and their states, strict ones, lost cells, sizes, macros, hostile parts."""

import time

import pytest

from readiness.domain.errors import InputRefused
from readiness.files import workbook
from readiness.files.limits import Limits
from readiness.files.opened import OpenedFile
from readiness.files.opening import open_upload
from tests.files.making import (
    SHEET,
    Value,
    bare_sheet,
    changed,
    with_another,
    with_part,
    xlsx,
)

ROWS: list[list[Value]] = [["Record No.", "Batch"], ["D1", "P1"], ["D2", None]]


def code(data: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(InputRefused) as refused:
        open_upload("a.xlsx", data, limits).sheet()
    return refused.value.problems[0].code


def stored(opened: OpenedFile) -> int:
    return opened.sheets[0].stored.filled


def test_sheets_with_their_states_and_counts() -> None:
    opened = open_upload("a.xlsx", xlsx({"Log": ROWS, "Notes": [["x"]]}, hidden=["Notes"]))
    assert [(s.name, s.state, s.stored.filled) for s in opened.sheets] == [
        ("Log", "visible", 5),
        ("Notes", "hidden", 1),
    ]
    very = with_part(
        opened.data,
        "xl/workbook.xml",
        lambda part: part.replace(b'state="hidden"', b'state="veryHidden"'),
    )
    assert open_upload("a.xlsx", very).sheets[1].state == "very_hidden"


def test_strict_workbooks_are_read() -> None:
    def strict(_: str, part: bytes) -> bytes:
        return part.replace(
            b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        ).replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        )

    opened = open_upload("a.xlsx", changed(xlsx({"Log": ROWS}), strict))
    assert stored(opened) == 5
    assert opened.sheet().rows == [["Record No.", "Batch"], ["D1", "P1"], ["D2", ""]]


@pytest.mark.parametrize("claimed", [b"A1:A1", b"A1:XFD1048576"])
def test_a_dimension_that_lies_changes_nothing(claimed: bytes) -> None:
    data = with_part(
        xlsx({"Log": ROWS}), SHEET, lambda p: p.replace(b'ref="A1:B3"', b'ref="' + claimed + b'"')
    )
    rows = open_upload("a.xlsx", data).sheet().rows
    assert rows == [["Record No.", "Batch"], ["D1", "P1"], ["D2", ""]]


def test_a_million_claimed_cells_of_which_three_thousand_are_stored() -> None:
    stored = "".join(f'<row r="{r}"><c r="A{r}"><v>{r}</v></c></row>' for r in range(1, 3001))
    styled = "".join(
        f'<row r="{r}">' + "".join(f'<c r="{c}{r}" s="0"/>' for c in "ABCDEFGHIJ") + "</row>"
        for r in range(3001, 103_001)
    )
    data = with_part(xlsx({"Log": ROWS}), SHEET, lambda _: bare_sheet(stored + styled))
    start = time.monotonic()
    opened = open_upload("a.xlsx", data)
    assert opened.sheets[0].stored.filled == 3000
    assert len(opened.sheet().rows) == 3000
    assert time.monotonic() - start < 10


def test_cells_without_addresses_are_counted_and_read() -> None:
    cells = "<row><c><v>1</v></c><c><v>2</v></c></row>"
    data = with_part(xlsx({"Log": ROWS}), SHEET, lambda _: bare_sheet(cells))
    opened = open_upload("a.xlsx", data)
    assert stored(opened) == 2
    assert opened.sheet().rows == [[1.0, 2.0]]


def test_a_reader_that_sees_less_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    class Blind:
        def get_sheet_by_name(self, _: str) -> "Blind":
            return self

        def to_python(self, **_: object) -> list[list[str]]:
            return [["Record No.", ""]]

    blind = type("BlindReader", (), {"from_filelike": lambda _: Blind()})
    monkeypatch.setattr(workbook, "CalamineWorkbook", blind)
    assert code(xlsx({"Log": ROWS})) == "cells_lost"


def test_error_cells_and_formulas_without_result_are_counted() -> None:
    cells = (
        '<row r="1"><c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="B1"><f>A1</f><v/></c></row>'
    )
    data = with_part(xlsx({"Log": ROWS}), SHEET, lambda _: bare_sheet(cells))
    found = open_upload("a.xlsx", data).sheets[0].stored
    assert (found.errors, found.valueless) == (1, ((1, 2),))


def test_sizes() -> None:
    data = xlsx({"Log": ROWS, "More": [["x"]]})
    assert code(data, Limits(max_sheets=1)) == "too_many_sheets"
    assert code(data, Limits(max_rows=2)) == "too_many_rows"
    assert code(data, Limits(max_columns=1)) == "too_many_columns"
    assert code(data, Limits(max_cells=4)) == "too_many_cells"


def test_a_stray_cell_at_the_end_of_the_sheet_is_refused_before_it_is_laid_out() -> None:
    cells = (
        '<row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    )
    data = with_part(xlsx({"Log": ROWS}), SHEET, lambda _: bare_sheet(cells))
    assert code(data) == "too_many_rows"


@pytest.mark.parametrize(
    ("cells", "refused"),
    [
        # A rectangle of 16 gigabytes between a cell of the last row and one of column SE.
        ('<c r="A1048576"><v>1</v></c><c r="SE1"><v>1</v></c>', "too_many_rows"),
        ('<c r="a1048576"><v>1</v></c>', "too_many_rows"),
        ('<c r="XFD1"><v>1</v></c>', "too_many_columns"),
        ('<c r="AAAA1"><v>1</v></c>', "broken_workbook"),
        ('<c r="A99999999"><v>1</v></c>', "broken_workbook"),
        ('<c r="1A"><v>1</v></c>', "broken_workbook"),
        ('<c r="A2"><v>1</v></c><c r="A2"><v>2</v></c>', "cells_lost"),
    ],
)
def test_cells_that_contradict_their_row_are_refused_here(cells: str, refused: str) -> None:
    data = with_part(xlsx({"Log": ROWS}), SHEET, lambda _: bare_sheet(f'<row r="1">{cells}</row>'))
    assert code(data) == refused


def test_formatting_alone_makes_no_sheet_too_large() -> None:
    cells = (
        '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row>'
        '<row r="1048576"><c r="A1048576" s="1"/></row>'
    )
    data = with_part(xlsx({"Log": ROWS}), SHEET, lambda _: bare_sheet(cells))
    assert open_upload("a.xlsx", data).sheet().rows == [[1.0]]


def test_macros_are_reported_and_the_type_follows_the_content() -> None:
    data = xlsx({"Log": ROWS})
    assert open_upload("a.xlsm", data).type == "xlsx"
    opened = open_upload("a.xlsx", with_another(data, "xl/vbaProject.bin", b"code"))
    assert opened.macros
    assert opened.type == "xlsm"


def test_dates_that_count_from_1904_are_known() -> None:
    data = with_part(
        xlsx({"Log": ROWS}),
        "xl/workbook.xml",
        lambda part: part.replace(b"<workbookPr ", b'<workbookPr date1904="1" '),
    )
    assert open_upload("a.xlsx", data).date_1904


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused_in_any_encoding(encoding: str) -> None:
    text = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><worksheet/>'
    data = with_part(xlsx({"Log": ROWS}), SHEET, lambda _: text.encode(encoding))
    assert code(data) == "document_type"
    in_workbook = with_part(
        xlsx({"Log": ROWS}),
        "xl/workbook.xml",
        lambda part: part.replace(b"<workbook ", b"<!DOCTYPE x><workbook ", 1),
    )
    assert code(in_workbook) == "document_type"


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/_rels/workbook.xml.rels"])
@pytest.mark.parametrize("encoding", [b"nonsense", b"base64", b"utf-7"])
def test_a_part_in_an_unknown_encoding_is_broken(part: str, encoding: bytes) -> None:
    data = with_part(xlsx({"Log": ROWS}), part, lambda p: p.replace(b"UTF-8", encoding, 1))
    assert code(data) == "broken_workbook"


def test_other_and_broken_containers() -> None:
    data = xlsx({"Log": ROWS})
    assert code(with_part(data, SHEET, lambda part: part[:-20])) == "broken_workbook"
    assert code(with_part(data, "xl/workbook.xml", lambda _: b"<x/>")) == "no_sheets"
    assert code(changed(data, lambda n, p: None if n == SHEET else p)) == "broken_workbook"
    assert code(changed(data, lambda n, p: None if n.startswith("xl/") else p)) == "wrong_type"
