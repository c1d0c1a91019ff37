"""The pass over the finished zip."""

import io
import zipfile
from collections.abc import Mapping
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from readiness.domain.questionnaire import Questionnaire
from readiness.report.cells import Book
from readiness.report.facts import Facts
from readiness.report.gap_workbook import build
from readiness.report.packing import PackingError, pack, with_texts, with_values
from readiness.report.views import seen_as, view_of

SPREADSHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
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


# ECMA-376 part 1, 18.3.1.99: what may stand in a worksheet, in this order and no other.
WORKSHEET = (
    *("sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData"),
    *("sheetCalcPr", "sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState"),
    *("dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting"),
    *("dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter"),
    *("rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags"),
    *("drawing", "legacyDrawing", "legacyDrawingHF", "picture", "oleObjects", "controls"),
    *("webPublishItems", "tableParts", "extLst"),
)
# The same for the properties that the pass dates (a group in any order, each at most once).
CORE = {"title", "subject", "creator", "description", "keywords", "lastModifiedBy"}
CORE |= {"created", "modified", "category", "contentStatus", "language", "identifier", "version"}
CORE |= {"revision", "lastPrinted"}


def local(element: ET.Element) -> str:
    """The name without its namespace."""
    return element.tag.rpartition("}")[2]


@pytest.mark.parametrize("view", ["full", "board", "client", "cdmo:cdmo"])
def test_every_rewritten_part_keeps_the_order_of_the_standard(
    content: Questionnaire, facts: Facts, view: str
) -> None:
    data = build(seen_as(facts, view_of(content, view))).packed(facts.result.as_of)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        trees = {
            name: ET.fromstring(archive.read(name))  # noqa: S314 (our own file)
            for name in archive.namelist()
        }
    sheets = {n: tree for n, tree in trees.items() if n.startswith("xl/worksheets/sheet")}
    assert sheets
    for name, tree in sheets.items():
        places = [WORKSHEET.index(local(child)) for child in tree]
        assert places == sorted(places), name
        for cell in tree.iter(f"{SPREADSHEET}c"):
            inside = [local(part) for part in cell]
            assert inside in ([], ["v"], ["is"], ["f", "v"]), (name, cell.attrib)
        rows = [int(row.attrib["r"]) for row in tree.iter(f"{SPREADSHEET}row")]
        assert rows == sorted(set(rows)), name
    properties = [local(child) for child in trees["docProps/core.xml"]]
    assert set(properties) <= CORE
    assert len(properties) == len(set(properties))
    pictures = [
        part
        for name, tree in trees.items()
        if name.startswith("xl/drawings/drawing")
        for part in tree.iter()
        if local(part) == "cNvPr"
    ]
    assert pictures
    assert all(len(picture.attrib["descr"]) > 20 for picture in pictures)
    assert_types(trees)


def assert_types(trees: Mapping[str, ET.Element]) -> None:
    """Every part has a content type, by its name or its ending, and no type lacks its part."""
    types = trees["[Content_Types].xml"]
    named = {t.attrib["PartName"].lstrip("/") for t in types if local(t) == "Override"}
    endings = {t.attrib["Extension"] for t in types if local(t) == "Default"}
    assert named <= set(trees)
    bare = [n for n in trees if n not in named and n.rpartition(".")[2] not in endings]
    assert bare in ([], ["[Content_Types].xml"])
    assert not [n for n in trees if n.endswith((".bin", ".vml"))], "nothing but XML"
