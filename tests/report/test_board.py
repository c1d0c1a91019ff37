"""The board view: two pages, figures alone, nothing hidden behind them."""

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest

from readiness.domain.questionnaire import Questionnaire
from readiness.report.facts import Facts
from readiness.report.gap_workbook import build
from readiness.report.views import seen_as, view_of
from tests.report.office import converted, same, values


@pytest.fixture(scope="module")
def board(content: Questionnaire, facts: Facts) -> bytes:
    """The finished file."""
    return build(seen_as(facts, view_of(content, "board"))).packed(facts.result.as_of)


def test_two_sheets_without_a_formula_a_name_or_a_link(board: bytes) -> None:
    book = openpyxl.load_workbook(io.BytesIO(board))
    assert book.sheetnames == ["Summary", "Top gaps"]
    cells = [c for s in book.worksheets for row in s.iter_rows() for c in row]
    assert not [c.coordinate for c in cells if c.data_type == "f" or c.hyperlink]
    assert not book.defined_names
    with zipfile.ZipFile(io.BytesIO(board)) as archive:
        drawn = [archive.read(n).decode() for n in archive.namelist() if "charts/chart" in n]
    assert len(drawn) == 3
    assert not [xml for xml in drawn if "_calc" in xml], "a chart refers to a sheet that is missing"


def test_its_figures_are_those_of_the_full_report(
    board: bytes, report: bytes, facts: Facts
) -> None:
    full, short = values(report), values(board)
    for cell in ("B6", "F6", "H6", "J6", "L6", "N6", "B11", "D11", "F11"):
        assert same(short["Summary", cell], full["Summary", cell]), cell
    ids = [short.get(("Top gaps", f"C{row}")) for row in range(6, 18)]
    assert [id for id in ids if id] == [g.capability for g in facts.gaps[:12]]


@pytest.mark.office
@pytest.mark.timeout(240)
def test_it_prints_on_two_pages(board: bytes, tmp_path: Path) -> None:
    pdf = converted({"board": board}, tmp_path, "pdf")["board"]
    assert pdf.count(b"/Type/Page\n") + pdf.count(b"/Type/Page/") + pdf.count(b"/Type /Page ") == 2
