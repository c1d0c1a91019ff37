"""The pass over the finished zip."""

import io
import zipfile
from datetime import date

import pytest

from readiness.report.cells import Book
from readiness.report.packing import PackingError, pack, with_texts, with_values

CELL = '<c r="A1" s="3"><f>1+1</f><v /></c>'


def test_the_value_is_written_by_its_type() -> None:
    assert with_values(CELL, {"A1": 2}) == '<c r="A1" s="3"><f>1+1</f><v>2</v></c>'
    assert with_values(CELL, {"A1": 0.1}).endswith("<v>0.1</v></c>")
    assert ' t="str"><f>1+1</f><v>a &lt; b</v>' in with_values(CELL, {"A1": "a < b"})
    assert ' t="b"><f>1+1</f><v>1</v>' in with_values(CELL, {"A1": True})
    assert ' t="e"><f>1+1</f><v>#N/A</v>' in with_values(CELL, {"A1": "#N/A"})


def test_a_formula_without_a_value_is_refused() -> None:
    with pytest.raises(PackingError, match="A1 has no value"):
        with_values(CELL, {})


def test_a_value_without_a_formula_is_refused() -> None:
    with pytest.raises(PackingError, match="2 values, 1 formulas"):
        with_values(CELL, {"A1": 1, "B1": 2})


def test_charts_get_their_words() -> None:
    drawing = '<cNvPr id="1" name="Chart 1" />'
    assert with_texts(drawing, ['say "so" & <so>']) == (
        '<cNvPr id="1" name="Chart 1" descr=\'say "so" &amp; &lt;so&gt;\' />'
    )
    with pytest.raises(PackingError, match="1 charts, 2 alternative texts"):
        with_texts(drawing, ["one", "two"])


def test_parts_are_sorted_and_hold_no_clock() -> None:
    book = Book()
    book.page("Sheet").formula("A1", "=1+1", 2)
    raw = io.BytesIO()
    book.workbook.save(raw)
    data = pack(raw.getvalue(), [{"A1": 2}], [[]], date(2026, 11, 22))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        assert names[:2] == ["[Content_Types].xml", "_rels/.rels"]
        assert names[2:] == sorted(names[2:])
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
    assert core.count("2026-11-22T00:00:00Z") == 2
