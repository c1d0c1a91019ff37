"""Every file that leaves opens everywhere: all views of a second round with a plan and tracking."""

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path
from xml.etree import ElementTree as ET

import openpyxl
import pandas as pd
import pytest
from python_calamine import CalamineWorkbook

from readiness.domain.base import remade
from readiness.domain.planning import ActionEdit, Plan
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.tracking import Tracking
from readiness.report.facts import Facts
from readiness.report.gap_workbook import gap_workbook, sheets_of
from readiness.report.layout import ROADMAP
from readiness.report.views import view_of, views
from readiness.workspace.offline import Origin
from readiness.workspace.planning import Case
from readiness.workspace.report_weeks import report_weeks
from readiness.workspace.swapping import Round
from readiness.workspace.two_rounds import two_rounds
from tests.report.office import converted, values
from tests.report.organisations import judged, organisation
from tests.report.test_packing import SPREADSHEET, WORKSHEET, assert_types, local
from tests.workspace.reporting import looked

ID = "e" * 32
INSIDE: tuple[list[str], ...] = ([], ["v"], ["is"], ["f", "v"])
"""What a cell may hold: nothing, a value, a text, a formula with its value."""
SOME = ("full", "client", "board", "cdmo:cdmo")


@pytest.fixture(scope="module")
def said(facts: Facts) -> Case:
    """The second round of the organisation: tracked, planned, with an action of their own."""
    own = ActionEdit(
        id="freezers",
        name="Map the freezers",
        effort={"SC": Fraction(2)},
        elapsed=3,
        lifts={"CTL-1": 2},
        reason="asked for",
    )
    started = ActionEdit(id="CTL-1", status="started", start=date(2026, 10, 5), reason="agreed")
    assessment = remade(
        facts.assessment,
        tracking=(Tracking(item="CTL-1", owner="Supply chain lead", status="open"),),
        plan=Plan(actions=(started, own)),
    )
    content, evidence = facts.questionnaire, facts.evidence
    return Case(assessment, content, evidence, judged(content, assessment, evidence)[0])


@pytest.fixture(scope="module")
def files(content: Questionnaire, said: Case) -> dict[str, bytes]:
    """The file of every view."""
    earlier = organisation(content, 9, low=1, high=3)
    now = Round(said.assessment, content, said.evidence)
    rounds = two_rounds(Round(earlier, content, said.evidence), now)
    return {
        view.id: gap_workbook(
            said.result,
            said.assessment,
            content,
            said.evidence,
            view=view.id,
            rounds=rounds,
            weeks=report_weeks(said),
            revision="4",
            kept_as=ID,
        )
        for view in views(content)
    }


def test_every_part_is_well_formed_typed_related_and_in_order(files: Mapping[str, bytes]) -> None:
    for view, data in files.items():
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            trees = {n: ET.fromstring(archive.read(n)) for n in archive.namelist()}  # noqa: S314 (our own file)
        assert_types(trees)
        for name, tree in trees.items():
            if name.startswith("xl/worksheets/sheet"):
                places = [WORKSHEET.index(local(child)) for child in tree]
                assert places == sorted(places), (view, name)
                for cell in tree.iter(f"{SPREADSHEET}c"):
                    assert [local(part) for part in cell] in INSIDE, (view, name)
            if name.endswith(".rels"):
                folder = Path(name).parent.parent
                for relation in tree:
                    target = relation.attrib["Target"]
                    path = target.lstrip("/") if target.startswith("/") else str(folder / target)
                    assert path in trees, (view, name, target)
                    assert relation.attrib.get("TargetMode") != "External"


def test_three_readers_see_the_same_figures_without_computing(
    content: Questionnaire, files: Mapping[str, bytes]
) -> None:
    for view in SOME:
        data = files[view]
        book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
        live = openpyxl.load_workbook(io.BytesIO(data))
        chosen = view_of(content, view)
        visible = tuple(s.title for s in book.worksheets if s.sheet_state == "visible")
        assert visible == sheets_of(chosen, rounds=True)
        fast = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for sheet in visible:
            told = [
                (cell.coordinate, book[sheet][cell.coordinate].value)
                for row in live[sheet].iter_rows()
                for cell in row
                if cell.data_type == "f"
            ]
            frame = pd.read_excel(
                io.BytesIO(data), sheet, header=None, engine="openpyxl", keep_default_na=False
            )
            rows = fast.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
            for place, value in told:
                row, column = openpyxl.utils.cell.coordinate_to_tuple(place)
                if value is None:
                    continue
                assert rows[row - 1][column - 1] == value, (view, sheet, place)
                assert frame.iat[row - 1, column - 1] == value, (view, sheet, place)


@pytest.mark.office
@pytest.mark.timeout(240)
def test_saved_by_libreoffice_each_reads_the_same_and_comes_back_without_a_difference(
    content: Questionnaire, said: Case, files: Mapping[str, bytes], tmp_path: Path
) -> None:
    """Opened without a repair: every figure, text and sheet is still there after a save."""
    names = {re.sub(r"\W", "-", view): view for view in SOME}
    again = converted({name: files[view] for name, view in names.items()}, tmp_path)
    origin = Origin(ID, said.assessment, content, "4")
    for name, view in names.items():
        before, after = values(files[view]), values(again[name])
        assert set(before) == set(after), view
        for place, value in before.items():
            if isinstance(value, float) and isinstance(after[place], float):
                assert abs(value - after[place]) < 1e-9, (view, place)
        if view == "full":
            back = looked(again[name], origin)
            assert (back.lines, back.notes) == ((), ())
            assert ROADMAP in openpyxl.load_workbook(io.BytesIO(again[name])).sheetnames


@pytest.mark.office
@pytest.mark.timeout(240)
def test_the_boards_second_round_prints_on_two_pages(
    files: Mapping[str, bytes], tmp_path: Path
) -> None:
    pdf = converted({"board": files["board"]}, tmp_path, "pdf")["board"]
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf)) == 2
