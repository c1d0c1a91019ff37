"""The whole file: what every sheet has in common, and the same figures in LibreOffice."""

import io
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from xml.etree import ElementTree as ET

import openpyxl
import pandas as pd
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter
from openpyxl.workbook.workbook import Workbook
from python_calamine import CalamineWorkbook

from readiness.domain.questionnaire import Questionnaire
from readiness.report.cells import Book
from readiness.report.columns import REGISTER as COLUMNS
from readiness.report.facts import Facts
from readiness.report.gap_workbook import HIDDEN, SHEETS, build, gap_workbook
from readiness.report.layout import CALC, HEAD_ROW, LEGS, LENSES, REGISTER, SUMMARY
from readiness.report.places import places
from readiness.report.views import seen_as, view_of
from tests.made import questionnaire
from tests.report.edits import EXPORTED, edited
from tests.report.office import converted, differences, unvalued, values
from tests.report.organisations import judged, organisation

# The first column of the workbook specification's table, and its corrections.
ALLOWED = frozenset(
    {
        *("RANK", "COUNTIFS", "AVERAGEIFS", "SUMPRODUCT", "INDEX", "MATCH", "LARGE", "LOOKUP"),
        *("MEDIAN", "IFERROR", "CHOOSE", "EDATE", "HYPERLINK", "TEXT", "IF", "AND", "OR", "NOT"),
        *("MIN", "MAX", "INT", "ROUND", "N", "LEN", "COUNT", "COUNTA", "ISNUMBER", "DATE", "NA"),
        *("COLUMN", "COLUMNS", "SMALL", "SUM"),
    }
)
FUNCTION = re.compile(r"([A-Z][A-Z0-9.]*)\(")
LITERAL = re.compile(r'"[^"]*"')
WHAT_IF, RANK = (
    get_column_letter([c.key for c in COLUMNS].index(key) + 1) for key in ("what_if", "rank")
)
PAGES = (SUMMARY, LENSES, LEGS, "Assumptions", "Sources")
DATA_SHEETS = [name for name in SHEETS if name not in PAGES]


def formulas(book: Workbook) -> dict[tuple[str, str], str]:
    """Every formula by sheet and address."""
    return {
        (sheet.title, cell.coordinate): str(cell.value)
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }


def test_sheets_stand_in_order_and_the_hidden_ones_are_hidden(opened: Workbook) -> None:
    assert tuple(opened.sheetnames) == (*SHEETS, *HIDDEN)
    assert [s.title for s in opened.worksheets if s.sheet_state != "visible"] == list(HIDDEN)


def test_every_formula_has_its_value(report: bytes, opened: Workbook) -> None:
    with zipfile.ZipFile(io.BytesIO(report)) as archive:
        for name in archive.namelist():
            if name.startswith("xl/worksheets/sheet"):
                xml = archive.read(name).decode()
                assert xml.count("<f>") == len(re.findall(r"</f><v>", xml)), name
    assert len(formulas(opened)) > 2_000


def test_readers_that_never_recalculate_see_the_figures(report: bytes, facts: Facts) -> None:
    frame = pd.read_excel(
        io.BytesIO(report), sheet_name=REGISTER, header=HEAD_ROW - 1, engine="openpyxl"
    )
    ranked = frame.dropna(subset=["Rank"]).sort_values("Rank")
    assert list(ranked["ID"]) == [gap.capability for gap in facts.gaps]
    assert list(ranked["Priority"]) == pytest.approx([float(g.priority) for g in facts.gaps])
    rows = CalamineWorkbook.from_filelike(io.BytesIO(report)).get_sheet_by_name(REGISTER)
    lines = rows.to_python()[HEAD_ROW - 1 :]
    at = lines[0].index("Final")
    assert [r[at] or None for r in lines[1:]] == [r.shown.final for r in facts.rows]


def test_only_functions_that_every_program_has(opened: Workbook) -> None:
    used = {
        function
        for formula in formulas(opened).values()
        for function in FUNCTION.findall(LITERAL.sub('""', formula))
    }
    assert used <= ALLOWED, used - ALLOWED


def test_formulas_stay_within_the_limits_of_excel(opened: Workbook) -> None:
    for cell, formula in formulas(opened).items():
        assert len(formula) < 8_192, cell
        assert all(len(literal) <= 255 for literal in LITERAL.findall(formula)), cell


def test_no_merged_cell_and_headings_in_row_four(opened: Workbook) -> None:
    assert not [s.title for s in opened.worksheets if s.merged_cells.ranges]
    for name in DATA_SHEETS:
        heads = [cell.value for cell in opened[name][HEAD_ROW] if cell.value]
        assert len(heads) == len(set(heads)) >= 9, name
        assert opened[name].freeze_panes, name


def test_errors_stand_only_where_charts_read_them(shown: Workbook) -> None:
    found = {
        sheet.title
        for sheet in shown.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "e"
    }
    assert found <= {CALC}


def test_formulas_are_locked_and_inputs_are_not(opened: Workbook) -> None:
    for sheet in opened.worksheets:
        assert sheet.protection.sheet, sheet.title
        assert sheet.protection.password is None, sheet.title
        for row in sheet.iter_rows():
            for cell in row:
                is_input = cell.fill.fgColor.rgb == "00FFF8DC"
                assert cell.protection.locked is not is_input, (sheet.title, cell.coordinate)
                assert not (is_input and cell.data_type == "f"), (sheet.title, cell.coordinate)


def test_nothing_points_outside(report: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(report)) as archive:
        names = archive.namelist()
        assert not [n for n in names if "externalLink" in n or "vbaProject" in n]
        for name in names:
            assert b'TargetMode="External"' not in archive.read(name), name


def test_every_link_has_its_target(opened: Workbook, shown: Workbook) -> None:
    count = 0
    for sheet in opened.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.hyperlink is not None:
                    place = cell.hyperlink.location
                elif cell.data_type == "f" and "HYPERLINK(" in str(cell.value):
                    place = "'Gap register'!A5"
                    assert shown[sheet.title][cell.coordinate].value in {
                        c.value for c in shown[REGISTER]["A"]
                    } | {None}
                else:
                    continue
                name, _, area = str(place).rpartition("!")
                target = opened[name.strip("'")][area]
                cells = (
                    [target] if not isinstance(target, tuple) else [c for r in target for c in r]
                )
                assert any(c.value not in (None, "") for c in cells), (sheet.title, place)
                count += 1
    assert count > 100


def test_every_name_resolves(opened: Workbook) -> None:
    for name, defined in opened.defined_names.items():
        for sheet, area in defined.destinations:
            assert opened[sheet][area] is not None, name


def test_every_part_is_well_formed_and_every_relationship_resolves(report: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(report)) as archive:
        names = set(archive.namelist())
        for name in names:
            tree = ET.fromstring(archive.read(name))  # noqa: S314 (our own file)
            if not name.endswith(".rels"):
                continue
            folder = Path(name).parent.parent
            for relation in tree:
                target = relation.attrib["Target"]
                path = target.lstrip("/") if target.startswith("/") else str(folder / target)
                assert path in names, (name, target)


def test_every_part_has_its_content_type_and_every_type_its_part(report: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(report)) as archive:
        names = {f"/{name}" for name in archive.namelist()} - {"/[Content_Types].xml"}
        types = ET.fromstring(archive.read("[Content_Types].xml"))  # noqa: S314 (our own file)
    parts = {t.attrib["PartName"] for t in types if t.tag.endswith("Override")}
    endings = {t.attrib["Extension"] for t in types if t.tag.endswith("Default")}
    assert parts <= names
    untyped = {name for name in names - parts if name.rpartition(".")[2] not in endings}
    assert not untyped
    assert not {n for n in names - parts if n.endswith(".xml")}, "plain xml says nothing"


def test_two_processes_write_the_same_bytes() -> None:
    script = (
        "import hashlib;"
        "from tests.made import questionnaire;"
        "from tests.report.organisations import organisation, judged, logs;"
        "from readiness.report.gap_workbook import build;"
        "c = questionnaire(); f = judged(c, organisation(c, 5), logs(c))[1];"
        "print(hashlib.sha256(build(f).packed(f.result.as_of)).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", script],
            capture_output=True,
            check=True,
            cwd=Path(__file__).parents[2],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ".", "PATH": ""},
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1


def test_the_file_tells_what_made_it(facts: Facts) -> None:
    """Tool, content with its hash, inputs, day, and who exported: in properties and on _meta."""
    data = build(replace(facts, exported_by="a" * 8)).packed(facts.result.as_of)
    opened = openpyxl.load_workbook(io.BytesIO(data))
    stamps = {p.name: p.value for p in opened.custom_doc_props.props}  # type: ignore[attr-defined]  # missing in the stubs
    content = facts.result.questionnaire
    assert stamps["engine version"] == facts.result.engine_version
    assert (stamps["questionnaire version"], stamps["questionnaire sha256"]) == (
        content.version,
        content.sha256,
    )
    assert (stamps["as of"], stamps["exported by"]) == (facts.result.as_of.isoformat(), "a" * 8)
    assert stamps["inputs sha256"] == facts.result.inputs_sha256
    assert all(value is None or isinstance(value, str) for value in stamps.values())
    created = opened.properties.created
    assert created is not None
    assert created.date() == facts.result.as_of
    pairs = {row[0].value: row[1].value for row in opened["_meta"].iter_rows(max_col=2)}
    assert pairs["assessment"] == facts.assessment.id


def test_another_questionnaire_is_refused(facts: Facts) -> None:
    other = facts.questionnaire.model_copy(update={"id": "another"})
    with pytest.raises(ValueError, match="judged with"):
        gap_workbook(facts.result, facts.assessment, other)


def test_an_empty_assessment_makes_a_report(content: Questionnaire) -> None:
    assessment = organisation(content, 3, responses=(), measurements=(), carried=(), consensus=())
    result, facts = judged(content, assessment)
    data = gap_workbook(result, facts.assessment, content, revision="1", exported_by="r1")
    assert values(data)["Summary", "B6"] == content.verdict.not_enough


# ---- LibreOffice -----------------------------------------------------------------------------


@pytest.mark.office
@pytest.mark.timeout(240)
def test_libreoffice_computes_the_same_figures(content: Questionnaire, tmp_path: Path) -> None:
    """Every formula, computed anew, equals the engine: as exported, and after edits.

    The files are converted without their values: LibreOffice trusts those that it finds, so that
    the naive comparison could not fail. The canary shows that this one can.
    """
    expected: dict[str, Book] = {}
    files: dict[str, bytes] = {}
    for seed in range(5):
        facts = plain_facts(content, seed)
        expected[f"plain-{seed}"] = build(facts)
        files[f"plain-{seed}"] = unvalued(build(facts))
    for seed in range(4):
        before, after, changes = edited(content, seed)
        expected[f"edited-{seed}"] = build(after)
        files[f"edited-{seed}"] = unvalued(build(before), changes)
    facts = plain_facts(content, 1)
    at, spoilt = spoilt_formula(expected["plain-1"])
    files["canary"] = unvalued(build(facts), {at: spoilt})
    row = places(facts, 0).register_row[facts.gaps[0].capability]
    files["what-if"] = unvalued(build(facts), {(REGISTER, f"{WHAT_IF}{row}"): 5})
    found = converted(files, tmp_path)
    for name, book in expected.items():
        compare = live_differences if name.startswith("edited") else differences
        wrong = compare(book, found[name])
        assert not wrong, (name, len(wrong), list(wrong.items())[:10])
    assert at in differences(expected["plain-1"], found["canary"]), "the comparison cannot fail"
    tried = values(found["what-if"])
    assert (REGISTER, f"{RANK}{row}") not in tried, "a level tried out closes the gap"
    top = next(a for (s, a), v in tried.items() if s == SUMMARY and str(v).startswith("Top gaps"))
    assert tried[SUMMARY, f"C{int(top[1:]) + 2}"] == facts.gaps[1].capability


def disagreements(content: Questionnaire, seeds: Sequence[int], folder: Path) -> dict[str, Any]:
    """For each seed the cells where LibreOffice and the engine differ after the same edits."""
    edits = {f"seed-{seed}": edited(content, seed) for seed in seeds}
    files = {name: unvalued(build(before), cells) for name, (before, _, cells) in edits.items()}
    found = converted(files, folder)
    return {
        name: wrong
        for name, (_, after, _) in edits.items()
        if (wrong := live_differences(build(after), found[name]))
    }


def live_differences(expected: Book, found: bytes) -> dict[tuple[str, str], Any]:
    """Differences in what is live: not where the sheet says that it shows the export."""
    return {
        cell: pair
        for cell, pair in differences(expected, found).items()
        if not any(cell[0] == s and a in ("*", cell[1]) for s, a in EXPORTED)
    }


ANY_SEEDS = st.lists(st.integers(4, 100_000), min_size=2, max_size=2, unique=True)


@pytest.mark.office
@pytest.mark.timeout(240)
@settings(max_examples=1, deadline=None, derandomize=True, database=None, phases=[Phase.generate])
@given(seeds=ANY_SEEDS)
def test_any_assessment_recalculates_as_the_engine_judges(seeds: list[int]) -> None:
    """Weights, bands, horizon, targets, ratings, cut points, conditions, drills, flags altered."""
    with TemporaryDirectory() as folder:
        assert not disagreements(questionnaire(), seeds, Path(folder))


@pytest.mark.long
@pytest.mark.office
@pytest.mark.timeout(1_800)
@settings(max_examples=13, deadline=None, database=None, phases=[Phase.generate])
@given(seeds=ANY_SEEDS)
def test_twenty_five_assessments_recalculate_as_the_engine_judges(seeds: list[int]) -> None:
    with TemporaryDirectory() as folder:
        assert not disagreements(questionnaire(), seeds, Path(folder))


@pytest.mark.office
@pytest.mark.timeout(240)
def test_a_partner_file_recalculates_as_well(
    content: Questionnaire, facts: Facts, tmp_path: Path
) -> None:
    """Another program computes the shared capabilities alone, and ranks them among themselves."""
    books = {p.id: seen_as(facts, view_of(content, f"cdmo:{p.id}")) for p in content.hybrid.parties}
    files = {name: unvalued(build(mine)) for name, mine in books.items()}
    found = converted(files, tmp_path)
    for name, mine in books.items():
        assert not differences(build(mine), found[name]), name


def plain_facts(content: Questionnaire, seed: int) -> Facts:
    """Whole and short forms, both horizons, few and many unknown capabilities."""
    assessment = organisation(
        content,
        seed,
        form="short" if seed == 4 else "full",
        unknown=(0.02, 0.1, 0.6)[seed % 3],
        low=(1, 3)[seed % 2],
        settings={"horizon": ("next_stage", "launch")[seed // 3]},
    )
    return judged(content, assessment)[1]


def spoilt_formula(book: Book) -> tuple[tuple[str, str], str]:
    """One severity in one row, one per cent too high in P."""
    sheet = book.pages[REGISTER].sheet
    for cell in (c for row in sheet.iter_rows() for c in row):
        if "Weight_P*" in str(cell.value):
            spoilt = str(cell.value).replace("Weight_P*", "1.01*Weight_P*")
            return (REGISTER, cell.coordinate), spoilt
    raise AssertionError("no severity to spoil")


@pytest.mark.office
@pytest.mark.timeout(240)
def test_the_shipped_file_opens_and_prints_whole(
    report: bytes, facts: Facts, tmp_path: Path
) -> None:
    """Opened as it is, and printed: two pages of summary, one heat map, no word cut, no hash."""
    pdf = converted({"report": report}, tmp_path, "pdf")["report"]
    assert pdf.startswith(b"%PDF")
    if shutil.which("pdftotext") is None:
        pytest.skip("opens and prints; its words can be read with poppler-utils only")
    target = tmp_path / "report.pdf"
    target.write_bytes(pdf)
    words = subprocess.run(
        ["pdftotext", "-layout", str(target), "-"], capture_output=True, check=True, text=True
    ).stdout
    pages = words.split("\f")
    footers = [next((n for n in SHEETS if f" {n} " in p[-400:]), "") for p in pages]
    assert footers.count("Summary") == 2
    assert footers.count("Heat map") == 1
    assert footers.count("Assumptions") == 1
    assert "###" not in words
    assert "Err:" not in words
    flat = " ".join(words.split())
    for row in facts.rows:
        assert row.capability.name in flat, row.capability.name
