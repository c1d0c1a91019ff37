"""The command line's way: the gap report of a folder out, edited, and back."""

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from readiness.cli import app
from readiness.domain.assessment import Assessment
from readiness.report.gap_workbook import gap_workbook
from readiness.report.layout import ASSUMPTIONS, REGISTER, ROADMAP
from readiness.workspace.demo import example_folder
from readiness.workspace.folder import read_assessment
from readiness.workspace.folder_editing import BACKUP
from readiness.workspace.report_fields import Key, Said
from readiness.workspace.report_folder import say
from tests.made import questionnaire
from tests.report.organisations import judged
from tests.workspace.reporting import typed

RUN = CliRunner()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The demonstration's answers, without its evidence, and its report."""
    target = tmp_path / "case"
    target.mkdir()
    shutil.copy(example_folder() / "assessment.yaml", target)
    said = read(target)
    data = gap_workbook(judged(questionnaire(), said)[0], said, questionnaire())
    (target / "out.xlsx").write_bytes(data)
    return target


def read(folder: Path) -> Assessment:
    return read_assessment(folder, lambda _: questionnaire(), unfinished=True)


def run(folder: Path, *words: str, status: int = 0) -> str:
    back = str(folder / "back.xlsx")
    ran = RUN.invoke(app, ["report", "import", str(folder), back, *words])
    assert ran.exit_code == status, ran.output
    return ran.output


def test_a_diff_that_is_applied_when_asked_and_comments_stay(folder: Path) -> None:
    edits = {
        (REGISTER, "OPM-1", "Owner"): "Head of Operations",
        (REGISTER, "OPM-1", "Due"): "2027-03-01",
        (REGISTER, "OPM-1", "R override"): 5,
        (REGISTER, "OPM-1", "Override reason"): "asked by an inspector",
        (ASSUMPTIONS, "plan", ""): 11,
    }
    (folder / "back.xlsx").write_bytes(typed(edits, data=(folder / "out.xlsx").read_bytes()))
    text = (folder / "assessment.yaml").read_text(encoding="utf-8")
    before = read(folder)
    shown = run(folder)
    assert ":Due: OPM-1 due: new: nothing -> 2027-03-01" in shown
    assert "OPM-1 owner: new: nothing -> a text of 18 letters" in shown
    assert "Head of Operations" not in shown
    assert (folder / "assessment.yaml").read_text(encoding="utf-8") == text, "only shown"

    assert "4 changes written" in run(folder, "--apply")
    after = read(folder)
    [kept] = [t for t in after.tracking if t.item == "OPM-1"]
    assert (kept.owner, str(kept.due)) == ("Head of Operations", "2027-03-01")
    assert set(after.overrides) - set(before.overrides) == {
        o for o in after.overrides if (o.capability, o.rating, o.value) == ("OPM-1", "R", 5)
    }
    assert after.settings.bands is not None
    assert after.settings.bands["plan"] == 11
    new = (folder / "assessment.yaml").read_text(encoding="utf-8")
    assert "  # Operating model and strategy\n" in new
    assert (folder / BACKUP).read_text(encoding="utf-8") == text
    assert "0 changes written" in run(folder, "--apply"), "twice is once"

    later = {(REGISTER, "OPM-1", "Due"): "2027-04-01"}
    (folder / "back.xlsx").write_bytes(typed(later, data=(folder / "out.xlsx").read_bytes()))
    assert "conflict: here 2027-03-01, in the file 2027-04-01, at export nothing" in run(folder)
    assert "choose which one holds" in run(folder, "--apply", status=1)
    run(folder, "--apply", "--conflicts", "file")
    assert str(read(folder).tracking_of["OPM-1"].due) == "2027-04-01"


def test_every_cell_that_cannot_be_read_goes_to_standard_error(folder: Path) -> None:
    edits = {(REGISTER, "OPM-1", "Due"): "soon", (REGISTER, "OPM-2", "P override"): 8}
    (folder / "back.xlsx").write_bytes(typed(edits, data=(folder / "out.xlsx").read_bytes()))
    ran = RUN.invoke(app, ["report", "import", str(folder), str(folder / "back.xlsx"), "--apply"])
    assert ran.exit_code == 1
    assert "back.xlsx:Gap register!" in ran.stderr
    assert ":P override: 8 is no level. Expected: a whole number from 1 to 5" in ran.stderr
    assert ":Due: this text is no date" in ran.stderr


def test_wrong_usage(folder: Path) -> None:
    run(folder, "--conflicts", "mine", status=2)
    assert "There is no file" in run(folder, status=1)
    assert "report import" in RUN.invoke(app, ["--help"]).output


def test_a_value_in_words() -> None:
    assert say(Key("CTL-1", "P"), Said("4", "because")) == "4, with a reason"
    assert say(Key("CTL-1", "comment"), Said("ask Ina")) == "a text of 7 letters"
    assert say(Key("CTL-1", "due"), None) == "nothing"


def test_actions_are_written_under_plan_and_taken_away_again(folder: Path) -> None:
    edits = {(ROADMAP, "PPL-4", "Status"): "done", (ROADMAP, "PPL-4", "Owner"): "Head of Quality"}
    report = (folder / "out.xlsx").read_bytes()
    (folder / "back.xlsx").write_bytes(typed(edits, data=report))
    assert "Roadmap!" in run(folder, "--apply")
    said = read(folder)
    [edit] = said.plan.actions
    assert (edit.id, edit.status, edit.owner) == ("PPL-4", "done", "Head of Quality")
    data = gap_workbook(judged(questionnaire(), said)[0], said, questionnaire())
    gone = dict.fromkeys(edits)
    (folder / "back.xlsx").write_bytes(typed(gone, data=data))
    run(folder, "--apply")
    assert read(folder).plan.actions == ()
