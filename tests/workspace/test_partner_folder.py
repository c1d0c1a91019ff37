"""The command line's way: the question list of a maker out, filled in, and back."""

import shutil
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner

from readiness.cli import app
from readiness.domain.partners import PartnerAnswer, PartnerFailure
from readiness.workspace.demo import example_folder
from readiness.workspace.folder import read_assessment
from readiness.workspace.folder_editing import BACKED_UP
from readiness.workspace.operating_files import FOLDER
from tests.made import questionnaire

RUN = CliRunner()
OWN = "cdmo-vector.yaml"
CELLS = {
    ("Questions", "D13"): "A calendar each Monday",  # CD-9: nothing stands there yet
    ("Questions", "D14"): "Call +49 170 1234567",
    ("Questions", "D5"): "Three, listed",  # CD-1: another note stands there
    ("Failures", "C5"): "Harvest",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The demonstration without its evidence."""
    target = tmp_path / "case"
    target.mkdir()
    shutil.copy(example_folder() / "assessment.yaml", target)
    shutil.copytree(example_folder() / FOLDER, target / FOLDER)
    return target


def run(*words: str, status: int = 0) -> str:
    ran = RUN.invoke(app, ["partner", *words])
    assert ran.exit_code == status, ran.output
    return ran.output


def filled(folder: Path, cells: dict[tuple[str, str], Any], partner: str = "vector") -> str:
    """The list that left by the command, with cells filled in; its place."""
    out = folder / "out.xlsx"
    run("export", str(folder), partner, str(out))
    book = load_workbook(BytesIO(out.read_bytes()))
    for (sheet, address), value in cells.items():
        book[sheet][address] = value
    book.save(out)
    return str(out)


def answers(folder: Path) -> dict[str, PartnerAnswer]:
    said = read_assessment(folder, lambda _: questionnaire()).operating
    return {a.question: a for a in said.partner_answers if a.partner == "vector"}


def failures(folder: Path) -> list[PartnerFailure]:
    said = read_assessment(folder, lambda _: questionnaire()).operating
    return [f for f in said.partner_failures if f.partner == "vector"]


def test_a_diff_that_is_written_when_asked(folder: Path) -> None:
    back, own = filled(folder, CELLS), folder / FOLDER / OWN
    before, text = answers(folder), own.read_text(encoding="utf-8")
    shown = run("import", str(folder), "vector", back)
    assert "CD-9 note: new: nothing -> a text of 22 letters" in shown
    assert "CD-1 note: conflict: here a text of" in shown
    assert "CD-10 note: left out: " in shown
    assert "1234567" not in shown
    assert own.read_text(encoding="utf-8") == text
    assert "choose which one holds" in run(
        "import", str(folder), "vector", back, "--apply", status=1
    )
    assert own.read_text(encoding="utf-8") == text
    taken = run("import", str(folder), "vector", back, "--apply", "--conflicts", "file")
    assert "Values written: 3" in taken
    now = answers(folder)
    assert now["CD-9"].note == "A calendar each Monday"
    assert (now["CD-1"].note, now["CD-1"].score) == ("Three, listed", before["CD-1"].score)
    assert now["CD-10"] == before["CD-10"]
    assert [f.step for f in failures(folder) if f.n == 1] == ["Harvest"]
    assert own.read_text(encoding="utf-8").startswith("# What the maker of the viral vector")
    assert (own.parent / f"{OWN}{BACKED_UP}").read_text(encoding="utf-8") == text


def test_a_maker_of_the_assessment_file_is_written_there(folder: Path) -> None:
    shutil.rmtree(folder / FOLDER)
    file = folder / "assessment.yaml"
    maker = "\noperating:\n  partners:\n    - {id: vector, name: Maker, kind: vector}\n"
    file.write_text(file.read_text(encoding="utf-8") + maker, encoding="utf-8")
    back = filled(folder, {("Questions", "D5"): "Three, listed"})
    assert "Values written: 1" in run("import", str(folder), "vector", back, "--apply")
    assert answers(folder)["CD-1"].note == "Three, listed"


def test_an_unknown_maker_and_a_missing_file_are_said(folder: Path) -> None:
    said = run("export", str(folder), "nobody", str(folder / "out.xlsx"), status=1)
    assert "there is second, vector" in said
    said = run("import", str(folder), "vector", str(folder / "none.xlsx"), status=1)
    assert "There is no file" in said
