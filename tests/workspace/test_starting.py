"""A start of ``evidence.yaml``: what is taken for what, and nothing measured before a person."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from readiness.workspace.demo import example_folder
from readiness.workspace.folders import open_folder
from readiness.workspace.starting import BACKUP, start_mapping_of
from tests.workspace.folders import EXAMPLE


def quiet(_: str) -> None:
    """Says nothing."""


SWAPPED = "Lot,Process Start\n" + "".join(f"X{n},0{n}/0{n + 1}/2026\n" for n in range(1, 8))
LOG = "Record No.,Date Discovered,Severity\n" + "".join(
    f"D{n},2026-01-1{n},{word}\n" for n, word in enumerate(("Minor", "Minor", "Cat 9"))
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An assessment with two files that nobody named, and one that is no log."""
    kept, rest = EXAMPLE.split("window:")[0], EXAMPLE.split("incidents:")[1]
    (tmp_path / "assessment.yaml").write_text(f"{kept}incidents:{rest}")
    (tmp_path / "evidence").mkdir()
    (tmp_path / "evidence" / "batches.csv").write_text(SWAPPED)
    (tmp_path / "evidence" / "log.csv").write_text(LOG)
    (tmp_path / "evidence" / "notes.csv").write_text("Foo,Bar\n1,2\n3,4\n")
    return tmp_path


def entries(folder: Path) -> list[dict[str, Any]]:
    text = (folder / "evidence.yaml").read_text(encoding="utf-8")
    found: list[dict[str, Any]] = YAML(typ="safe", pure=True).load(text)["files"]
    return found


def test_the_start_asks_what_has_to_be_asked_and_is_measured_once_confirmed(folder: Path) -> None:
    """Confirmed by hand: day first, and Cat 9 counts as critical."""
    assert start_mapping_of(folder) == ("batches.csv", "log.csv")
    batches, log = entries(folder)
    assert batches["columns"] == {"batch": "Lot", "started": "Process Start"}
    assert "date_format" not in batches
    [asked] = batches["to_confirm"]
    assert asked.startswith("Started: 7 of 7 dates can be read as DD/MM/YYYY or as MM/DD/YYYY")
    assert log["values"] == {"severity": {"Cat 9": None}}
    assert [p.file for p in open_folder(folder, quiet, partly=True).in_doubt] == [
        *("batches.csv", "log.csv", "notes.csv")
    ]
    text = (folder / "evidence.yaml").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if "to_confirm" not in line and "- '" not in line]
    text = "\n".join(lines).replace("Cat 9:", "Cat 9: critical")
    text = text.replace("kind: batches", "kind: batches\n    date_format: DD/MM/YYYY")
    (folder / "evidence.yaml").write_text(text)
    found = open_folder(folder, quiet, partly=True)
    assert [p.file for p in found.in_doubt] == ["notes.csv"]
    assert {file.name for file in found.evidence.files} == {"batches.csv", "log.csv"}
    # X1 on 1 Feb, X2 on 2 Mar 2026, and so on: day first.
    assert found.evidence.files[0].last is not None
    assert found.evidence.files[0].last.isoformat() == "2026-08-07"


def test_what_a_person_wrote_stays_and_a_second_start_changes_nothing(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(example_folder(), tmp_path / "case"))
    before = (folder / "evidence.yaml").read_text(encoding="utf-8")
    (folder / "evidence" / "extra.csv").write_text(SWAPPED)
    assert start_mapping_of(folder) == ("extra.csv",)
    after = (folder / "evidence.yaml").read_text(encoding="utf-8")
    assert after.startswith(before.rstrip("\n"))
    assert (folder / BACKUP).read_text(encoding="utf-8") == before
    assert entries(folder)[-1]["file"] == "extra.csv"
    assert start_mapping_of(folder) == ()
    assert (folder / "evidence.yaml").read_text(encoding="utf-8") == after


def test_a_patient_in_a_file_in_doubt_is_in_no_line_and_no_entry(folder: Path) -> None:
    """Name, birth date and record number in a class, a free text and a column that nobody maps."""
    who = "Zofia Wrzesniewska"
    head = "Record No.,Date Discovered,Severity,Short Description,Patient,Date of birth\n"
    rows = [
        f"D{n},0{n}/0{n + 1}/2026,{word},call {who} MRN 4471208936,{who},1961-04-17\n"
        for n, word in enumerate(("Minor", who, "MRN 4471208936", "17.04.1961"), start=1)
    ]
    (folder / "evidence" / "log.csv").write_text(head + "".join(rows))
    assert "log.csv" in start_mapping_of(folder)
    doubts = "\n".join(map(str, open_folder(folder, quiet, partly=True).in_doubt))
    written = (folder / "evidence.yaml").read_text(encoding="utf-8")
    for secret in ("Wrzesniewska", "4471208936", "1961"):
        assert secret not in doubts
        assert secret not in written


def test_comments_of_a_file_that_names_nothing_yet_stay(folder: Path) -> None:
    (folder / "evidence.yaml").write_text("# asked QA on Monday\n")
    start_mapping_of(folder)
    assert (folder / "evidence.yaml").read_text().startswith("# asked QA on Monday\n# Which file")
    assert len(entries(folder)) == 2
