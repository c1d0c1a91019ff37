"""The command line's way: a folder out to a workbook and back, its comments kept."""

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from readiness.cli import app
from readiness.workspace.demo import example_folder
from readiness.workspace.folder import read_assessment
from readiness.workspace.folder_editing import BACKUP
from readiness.workspace.offline_folder import say
from tests.made import questionnaire
from tests.workspace.filling import fill, sign

RUN = CliRunner()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The demonstration's answers, without its evidence."""
    target = tmp_path / "case"
    target.mkdir()
    shutil.copy(example_folder() / "assessment.yaml", target)
    return target


def run(*words: object, status: int = 0) -> str:
    ran = RUN.invoke(app, ["questionnaire", *map(str, words)])
    assert ran.exit_code == status, ran.output
    return ran.output


def responses(folder: Path) -> dict:
    found = read_assessment(folder, lambda _: questionnaire(), unfinished=True)
    return {(r.capability, r.respondent): r for r in found.responses}


def test_out_and_back_in_with_a_diff_that_is_applied_when_asked(folder: Path) -> None:
    out = folder / "qa.xlsx"
    run("export", folder, out, "--respondent", "r2")
    text = (folder / "assessment.yaml").read_text(encoding="utf-8")
    before = responses(folder)
    assert before["OPM-2", "r2"].level == 2
    assert ("QMS-5", "r2") not in before or before["QMS-5", "r2"].level != 5
    out.write_bytes(
        fill(out.read_bytes(), "QA", {"OPM-2": ("d",), "QMS-5": ("e", "record seen", "all of it")})
    )
    shown = run("import", folder, out)
    assert "OPM-2 r2: changed: 2, statement, with a note -> 4, statement, with a note" in shown
    assert (folder / "assessment.yaml").read_text(encoding="utf-8") == text, "only shown"

    assert "2 answers written" in run("import", folder, out, "--apply")
    after = responses(folder)
    assert (after["OPM-2", "r2"].level, after["QMS-5", "r2"].level) == (4, 5)
    assert after["OPM-2", "r2"].note == before["OPM-2", "r2"].note
    changed = {k for k in {*after, *before} if after.get(k) != before.get(k)}
    assert changed == {("OPM-2", "r2"), ("QMS-5", "r2")}
    new = (folder / "assessment.yaml").read_text(encoding="utf-8")
    assert "  # Operating model and strategy\n" in new
    assert (folder / BACKUP).read_text(encoding="utf-8") == text
    assert len(set(new.splitlines()) ^ set(text.splitlines())) <= 4
    assert "0 answers written" in run("import", folder, out, "--apply"), "twice is once"


def test_a_conflict_is_named_and_decided_by_an_option(folder: Path) -> None:
    out = folder / "sc.xlsx"
    run("export", folder, out, "--function", "SC")
    filled = fill(out.read_bytes(), "SC", {"OPM-1": ("e", "record seen")})
    out.write_bytes(sign(filled, "SC", "r3"))
    assert "OPM-1 r3: conflict: here 2, statement, with a note, in the file 5" in run(
        "import", folder, out
    )
    assert "choose which one holds" in run("import", folder, out, "--apply", status=1)
    assert responses(folder)["OPM-1", "r3"].level == 2
    run("import", folder, out, "--apply", "--conflicts", "file")
    assert responses(folder)["OPM-1", "r3"].level == 5


def test_a_new_respondent_is_added(folder: Path) -> None:
    out = folder / "qc.xlsx"
    run("export", folder, out, "--function", "QC", "--shuffled")
    filled = fill(out.read_bytes(), "QC", {"ANR-1": ("do not know",)})
    out.write_bytes(sign(filled, "QC", "q1"))
    run("import", folder, out, "--apply")
    found = read_assessment(folder, lambda _: questionnaire(), unfinished=True)
    assert found.respondents[-1].id == "q1"
    assert found.responses[-1].level == "unknown"


def test_a_note_without_an_answer_is_kept_as_a_note(folder: Path) -> None:
    out = folder / "qc.xlsx"
    run("export", folder, out, "--function", "QC")
    filled = fill(out.read_bytes(), "QC", {"ANR-1": (None, None, "printed each Friday")})
    out.write_bytes(sign(filled, "QC", "q1"))
    assert "0 answers, 1 notes written" in run("import", folder, out, "--apply")
    found = read_assessment(folder, lambda _: questionnaire(), unfinished=True)
    assert [(n.text, n.respondent) for n in found.notes] == [("printed each Friday", "q1")]
    assert found.respondents[-1].id == "q1"


def test_what_is_refused_goes_to_standard_error_with_its_place(folder: Path) -> None:
    out = folder / "qa.xlsx"
    run("export", folder, out, "--respondent", "r2")
    out.write_bytes(fill(out.read_bytes(), "QA", {"QMS-5": ("7", "said")}))
    ran = RUN.invoke(app, ["questionnaire", "import", str(folder), str(out)])
    assert ran.exit_code == 1
    assert "qa.xlsx:QA!" in ran.stderr
    assert ':Answer: QMS-5: the answer "7" is a number' in ran.stderr


def test_wrong_usage(folder: Path) -> None:
    run("export", folder, folder / "x", "--function", "QA", "--respondent", "r1", status=2)
    run("import", folder, folder / "x", "--conflicts", "mine", status=2)
    assert "There is no file" in run("import", folder, folder / "x", status=1)


def test_an_answer_in_words() -> None:
    assert say(None) == "no answer"
