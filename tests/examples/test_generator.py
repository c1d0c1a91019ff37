"""The demonstration organisation: its files are as the generator writes them, and all invented."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import openpyxl
import pytest
from ruamel.yaml import YAML

from examples.generate import EVIDENCE, FILES
from examples.generator.book import MARK
from readiness.domain.assessment import Assessment

ROOT = Path(__file__).parents[2]
NORTHGATE = EVIDENCE.parent


@pytest.fixture(scope="module", params=["0", "4711"])
def written(request, tmp_path_factory):
    """The evidence as written now, under one seed of string hashing and another time zone."""
    folder = tmp_path_factory.mktemp("evidence")
    environment = {**os.environ, "PYTHONHASHSEED": request.param, "TZ": "Asia/Tokyo"}
    command = [sys.executable, "-m", "examples.generate", str(folder)]
    subprocess.run(command, cwd=ROOT, env=environment, check=True)
    return folder


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_written_byte_for_byte_as_it_was_committed(written, name):
    assert (written / name).read_bytes() == (EVIDENCE / name).read_bytes()


def test_the_folder_holds_the_generated_files_and_no_others(written):
    committed = {path.name for path in EVIDENCE.iterdir()}
    assert committed == {path.name for path in written.iterdir()} == set(FILES)


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith(".xlsx")])
def test_a_workbook_says_that_it_is_invented(name):
    properties = openpyxl.load_workbook(EVIDENCE / name, read_only=True).properties
    assert properties.description == MARK
    assert "Invented" in MARK


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith(".xlsx")])
def test_no_date_of_the_run_is_left_in_a_workbook(name):
    with zipfile.ZipFile(EVIDENCE / name) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_every_formula_carries_a_cached_value():
    for name in (name for name in FILES if name.startswith("Slot plan")):
        formulas = openpyxl.load_workbook(EVIDENCE / name)
        values = openpyxl.load_workbook(EVIDENCE / name, data_only=True)
        found = [
            (sheet.title, cell.coordinate)
            for sheet in formulas
            for row in sheet.iter_rows()
            for cell in row
            if cell.data_type == "f"
        ]
        assert found
        assert all(values[sheet][cell].value is not None for sheet, cell in found)


def test_assessment_and_readme_say_that_everything_is_invented():
    assessment = _yaml("assessment.yaml")
    assert "invented" in assessment["title"]
    assert "invented" in assessment["profile"]["organisation"]
    assert "Everything here is invented" in (NORTHGATE / "README.md").read_text(encoding="utf-8")


def test_the_assessment_is_a_valid_one_and_touches_every_dimension():
    assessment = Assessment.model_validate(_yaml("assessment.yaml"))
    assert len({response.capability for response in assessment.responses}) == 50
    said = [(response.capability, response.respondent) for response in assessment.responses]
    assert len(said) == len(set(said))
    assert {response.respondent for response in assessment.responses} == set(
        assessment.respondent_by_id
    )


def test_the_evidence_list_names_every_file_and_its_headings():
    entries = _yaml("evidence.yaml")["files"]
    assert {entry["file"] for entry in entries} == set(FILES)
    for entry in entries:
        if "columns" in entry:
            assert set(entry["columns"].values()) <= set(_headings(entry)), entry["file"]


def test_the_row_left_out_is_the_training_record():
    (entry,) = (e for e in _yaml("evidence.yaml")["files"] if "leave_out" in e)
    sheet = openpyxl.load_workbook(EVIDENCE / entry["file"])[entry["sheet"]]
    ((row,),) = (rule["rows"] for rule in entry["leave_out"])
    assert sheet.cell(row, 1).value == "DEV-TEST-1"


def _yaml(name):
    return YAML(typ="safe").load((NORTHGATE / name).read_text(encoding="utf-8"))


def _headings(entry):
    path = EVIDENCE / entry["file"]
    if path.suffix == ".xlsx":
        sheet = openpyxl.load_workbook(path)[entry["sheet"]]
        return [cell.value for cell in sheet[entry["header_row"]]]
    raw = path.read_bytes()
    text = raw.decode("cp1252") if "MBR" in path.name else raw.decode("utf-8-sig")
    head = text.splitlines()[entry["header_row"] - 1]
    return head.split(";" if ";" in head else ",")
