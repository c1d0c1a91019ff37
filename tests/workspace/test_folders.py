"""Folders of the command line: every file read or refused, with every problem at once."""

import json
import shutil
from pathlib import Path

import pytest

from readiness.domain.errors import InputRefused, NotFound
from readiness.workspace.demo import example_folder
from readiness.workspace.folders import measured, open_folder, report_of
from tests.workspace.folders import EXAMPLE
from tests.workspace.northgate import case


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the example that a test may break."""
    return Path(shutil.copytree(example_folder(), tmp_path / "case"))


def quiet(_: str) -> None:
    """Says nothing."""


def test_progress_names_every_file_once() -> None:
    told: list[str] = []
    open_folder(example_folder(), told.append)
    assert told[0] == "Reading Batch register.xlsx"
    assert told[-1] == "Measuring"
    assert sum(line.startswith("Reading") for line in told) == 15


def test_measured_is_json_with_five_parts() -> None:
    shown = json.loads(measured(case()))
    assert set(shown) == {"measurements", "exclusions", "findings", "versions", "in_doubt"}
    assert shown["in_doubt"] == []
    d1 = next(m for m in shown["measurements"] if m["metric"] == "D1")
    assert d1["events"] == len(d1["rows"])
    assert all(set(e) == {"file", "sheet", "reason", "rows"} for e in shown["exclusions"])


def test_report_is_a_workbook() -> None:
    assert report_of(case()).startswith(b"PK")


def test_no_folder_is_not_found(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        open_folder(tmp_path, quiet)


def test_a_file_that_nobody_named_is_read_where_all_of_it_is_sure(folder: Path) -> None:
    (folder / "evidence" / "extra.csv").write_text("Lot,Process Start\nX1,2026-01-05\n")
    (folder / "evidence" / ".DS_Store").write_bytes(b"x")
    found = open_folder(folder, quiet)
    assert "extra.csv" in {file.name for file in found.evidence.files}


def test_a_file_that_nobody_named_is_refused_where_it_is_not_sure(folder: Path) -> None:
    (folder / "evidence" / "extra.csv").write_text(
        "Lot,Process Start\n" + "".join(f"X{n},0{n}/0{n + 1}/2026\n" for n in range(1, 8))
    )
    with pytest.raises(InputRefused) as refused:
        open_folder(folder, quiet)
    assert {p.file for p in refused.value.problems} == {"extra.csv"}
    assert "evidence.yaml" in refused.value.problems[0].advice


def test_every_problem_of_every_file_comes_at_once(folder: Path) -> None:
    (folder / "evidence" / "Workarounds.csv").write_text(
        "No.,In Use Since,Removed On\nW1,soon,\nW2,later,\n"
    )
    (folder / "evidence" / "Rebooking log.csv").write_bytes(b"%PDF-1.7")
    with pytest.raises(InputRefused) as refused:
        open_folder(folder, quiet)
    places = {(p.file, p.row) for p in refused.value.problems}
    assert {("Workarounds.csv", 2), ("Workarounds.csv", 3), ("Rebooking log.csv", None)} <= places


def test_one_file_in_doubt_does_not_stop_the_others(folder: Path) -> None:
    """The register is read; of the file in doubt no row is in a figure, and what it asks is said.

    13 batches were started in the window of the example; the seven of the file would make 20.
    """
    (folder / "evidence" / "extra.csv").write_text(
        "Lot,Process Start\n" + "".join(f"X{n},0{n}/0{n + 1}/2026\n" for n in range(1, 8))
    )
    found = open_folder(folder, quiet, partly=True)
    window = found.evidence.window
    assert window is not None
    assert window.batches == 13
    assert "extra.csv" not in {file.name for file in found.evidence.files}
    [doubt] = json.loads(measured(found))["in_doubt"]
    assert (doubt["file"], doubt["row"]) == ("extra.csv", 1)
    assert "7 of 7 dates can be read as DD/MM/YYYY or as MM/DD/YYYY" in doubt["message"]


def test_an_entry_that_is_still_to_be_confirmed_is_in_doubt(folder: Path) -> None:
    (folder / "evidence" / "extra.csv").write_text("Lot,Process Start\nX1,2026-01-05\n")
    entry = "  - {file: extra.csv, kind: batches, columns: {batch: Lot, started: Process Start}"
    named = (folder / "evidence.yaml").read_text(encoding="utf-8") + entry
    (folder / "evidence.yaml").write_text(f"{named}, to_confirm: ['Started: is it?']}}\n")
    [doubt] = open_folder(folder, quiet, partly=True).in_doubt
    assert (doubt.file, doubt.message) == ("extra.csv", "To confirm: Started: is it?")
    (folder / "evidence.yaml").write_text(f"{named}}}\n")
    assert open_folder(folder, quiet, partly=True).in_doubt == ()


def test_typed_and_measured_is_refused(folder: Path) -> None:
    text = (folder / "assessment.yaml").read_text(encoding="utf-8")
    extra = (
        "window: {from: 2025-11-22, to: 2026-11-22, batches: 12}\n"
        'measurements:\n  - {metric: D1, events: 74, exposure: 12, source: "tally"}\n'
    )
    (folder / "assessment.yaml").write_text(text + extra, encoding="utf-8")
    with pytest.raises(InputRefused) as refused:
        open_folder(folder, quiet)
    assert {p.column for p in refused.value.problems} == {"D1", "window"}


def test_several_entries_of_one_kind_are_joined_and_their_overlap_is_said(tmp_path: Path) -> None:
    head = "Lot,Process Start,Pages\n"
    (tmp_path / "evidence").mkdir()
    (tmp_path / "evidence" / "spring.csv").write_text(
        head + "".join(f"B{n},2026-0{n}-15,9\n" for n in range(1, 5))
    )
    (tmp_path / "evidence" / "summer.csv").write_text(
        head + "".join(f"B{n},2026-0{n}-15,{9 if n > 4 else 8}\n" for n in range(4, 8))
    )
    # The example without what was typed in: a window of its own, and its figures.
    kept, rest = EXAMPLE.split("window:")[0], EXAMPLE.split("incidents:")[1]
    (tmp_path / "assessment.yaml").write_text(f"{kept}incidents:{rest}")
    columns = "columns: {batch: Lot, started: Process Start, pages: Pages}"
    (tmp_path / "evidence.yaml").write_text(
        "files:\n"
        f"  - {{file: spring.csv, kind: batches, {columns}}}\n"
        f"  - {{file: summer.csv, kind: batches, {columns}}}\n"
    )
    found = open_folder(tmp_path, quiet)
    window = found.evidence.window
    # Four batches in spring, four in summer, B4 in both: seven.
    assert window is not None
    assert window.batches == 7
    told = [f for f in json.loads(measured(found))["findings"] if f["kind"] == "overlap"]
    said = "1 record of spring.csv is also in summer.csv, counted once: 0 agree, 1 differ; "
    assert [f["text"] for f in told] == [f"{said}where they differ the newer file counts"]
    assert told[0]["evidence"][0]["note"] == "counted in summer.csv, row 2; differs in pages"
