"""Every error of the catalogue is produced by a file or a mapping, worded as the catalogue says."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from readiness.content import content_root
from readiness.content.scan import load_scan_rules
from readiness.domain.errors import InputRefused, Problem
from readiness.evidence.intake import inspect
from readiness.evidence.mapping import FileMapping, LeftOut
from readiness.evidence.scan.workbook_scan import scan_workbook
from readiness.files import workbook
from readiness.files.limits import MB, Limits
from readiness.files.opening import open_upload
from readiness.files.worker import Worker, open_apart
from tests.evidence.making import HEADINGS, as_csv, as_xlsx, content, deviation, deviations, intake
from tests.files.making import SHEET, archive, bare_sheet, changed, with_part, xlsx

BOOK = xlsx({"Log": deviations(deviation(1))})
CSV = b"a,b\n" * 9
MAPPING = FileMapping(
    file="log.xlsx",
    kind="deviations",
    columns={"id": "Record No.", "discovered": "Date Discovered"},
)
Produce = Callable[[], object]


def opening(data: bytes, **limits: int) -> Produce:
    return lambda: open_upload("log.xlsx", data, Limits(**limits), content().errors).sheet()


def reading(*rows: list[Any], **update: Any) -> Produce:
    wanted = MAPPING.model_copy(update=update)
    return lambda: intake(as_xlsx([list(HEADINGS), *(rows or [deviation(1)])]), wanted)


def encrypted() -> bytes:
    from io import BytesIO

    from msoffcrypto.format.ooxml import OOXMLFile

    locked = BytesIO()
    OOXMLFile(BytesIO(BOOK)).encrypt("secret", locked)
    return locked.getvalue()


def lost() -> object:
    class Blind:
        def __getattr__(self, _: str) -> "Blind":
            return self

        def __call__(self, *_: object, **__: object) -> Any:
            return self

        def __iter__(self) -> Any:
            return iter(())

        def __len__(self) -> int:
            return 0

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(workbook, "CalamineWorkbook", Blind())
        return opening(BOOK)()


def large() -> object:
    return open_upload("log.csv", CSV * 200_000, Limits(max_file_mb=1), content().errors)


def apart(**bounds: Any) -> Produce:
    def produce() -> object:
        worker = Worker(**bounds)
        try:
            return open_apart("log.csv", CSV * 500_000, errors=content().errors, worker=worker)
        finally:
            worker.close()

    return produce


def valueless() -> object:
    row = deviation(1)
    data = xlsx({"Log": deviations(row)})
    data = with_part(
        data,
        SHEET,
        lambda part: re.sub(rb'<c r="B2"[^>]*><v>\d+</v>', b'<c r="B2"><f>A1</f><v/>', part),
    )
    return intake(open_upload("log.xlsx", data, errors=content().errors), MAPPING)


TWO_DATES = [deviation(1, discovered="01/02/2026"), deviation(2, discovered="03/04/2026")]
PRODUCED: dict[str, Produce] = {
    "wrong_type": opening(b"%PDF-1.7"),
    "web_page": opening(b"<html></html>"),
    "old_format": opening(b"\x09\x04\x06\x00" + bytes(20)),
    "empty_file": opening(b""),
    "too_large": large,
    "encrypted": opening(encrypted()),
    "broken_archive": opening(BOOK[:500]),
    "broken_workbook": opening(with_part(BOOK, SHEET, lambda part: part[:-30])),
    "unpacks_too_large": opening(archive({"xl/x": bytes(3_000_000)}), max_unpacked_mb=1),
    "document_type": opening(with_part(BOOK, SHEET, lambda part: b"<!DOCTYPE x>" + part)),
    "no_sheets": opening(with_part(BOOK, "xl/workbook.xml", lambda _: b"<x/>")),
    "too_many_sheets": opening(BOOK, max_sheets=0),
    "too_many_rows": opening(BOOK, max_rows=1),
    "too_many_columns": opening(BOOK, max_columns=1),
    "too_many_cells": opening(BOOK, max_cells=1),
    "cells_lost": lost,
    "too_slow": apart(seconds=0.001),
    "too_heavy": apart(memory=80 * MB),
    "quotes_unbalanced": opening(b'a,b\n1,"2\n'),
    "cell_too_long": opening(b'a,b\n1,"' + b"x" * 140_000 + b'"\n'),
    "unknown_kind": lambda: inspect(as_csv([["qux", "quux"], ["1", "2"]]), content()),
    "no_such_sheet": reading(sheet="Lgo"),
    "no_such_heading_row": reading(header_row=99),
    "no_rows": lambda: intake(as_csv([list(HEADINGS), ["Total", "", "", "", "", "1"]]), MAPPING),
    "not_a_workbook": lambda: scan_workbook(
        as_csv([["a"], ["1"]]),
        load_scan_rules(content_root() / "cgt-operational-readiness"),
        errors=content().errors,
    ),
    "missing_column": reading(columns={"id": "Record No."}),
    "no_such_column": reading(columns={**MAPPING.columns, "severity": "Sevrity"}),
    "column_twice": reading(columns={**MAPPING.columns, "closed": "Date Discovered"}),
    "unknown_field": reading(columns={**MAPPING.columns, "sevrity": "Severity"}),
    "unknown_value": reading(values={"severity": {"A": "critcal"}}),
    "date_ambiguous": reading(*TWO_DATES),
    "date_format_unknown": reading(date_format="day first"),
    "date_unreadable": reading(deviation(1, discovered="soon")),
    "number_unreadable": lambda: intake(
        as_csv([["Lot", "Start Date", "Pages"], ["P1", "2026-01-02", "many"]])
    ),
    "required_empty": reading(deviation(1, id=None)),
    "value_missing_formula": valueless,
    "row_outside": reading(leave_out=(LeftOut(rows=(99,), reason="x"),)),
    "more_of_the_same": reading(*(deviation(i, discovered="soon") for i in range(150))),
}


def problems(produce: Produce) -> tuple[Problem, ...]:
    with pytest.raises(InputRefused) as refused:
        produce()
    return refused.value.problems


def test_the_catalogue_and_the_list_above_name_the_same_codes() -> None:
    assert set(PRODUCED) == set(content().errors.errors)


@pytest.mark.parametrize("code", PRODUCED)
def test_every_code_is_produced_and_worded(code: str) -> None:
    found = [p for p in problems(PRODUCED[code]) if p.code == code]
    assert found
    entry = content().errors.errors[code]
    for problem in found:
        for said, template in (
            (problem.message, entry.text),
            (problem.advice, entry.cure),
            (problem.expected, entry.expected),
        ):
            pattern = re.sub(r"\\{\w+\\}", ".+", re.escape(template))
            assert re.fullmatch(pattern, said), (said, template)
        assert problem.file
        assert "{" not in str(problem)


def test_a_part_left_out_is_a_broken_workbook(tmp_path: Path) -> None:
    data = changed(BOOK, lambda name, part: None if name == SHEET else part)
    path = tmp_path / "log.xlsx"
    path.write_bytes(data)
    assert [p.code for p in problems(lambda: open_upload("log.xlsx", path))] == ["broken_workbook"]


def test_an_odd_sheet_is_still_read() -> None:
    rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>Record No.</t></is></c></row>'
    data = with_part(BOOK, SHEET, lambda _: bare_sheet(rows))
    assert open_upload("log.xlsx", data).sheet().rows == [["Record No."]]
