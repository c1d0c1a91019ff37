"""A kept file tells what it is, what was left out and how it was mapped."""

from pathlib import Path

import pytest

from readiness.domain.errors import InputRefused
from readiness.workspace import evidence, intake
from readiness.workspace.vocabulary import vocabulary
from tests.workspace.northgate import confirmed, with_example, with_new


def test_a_table_keeps_its_register_its_mapping_and_what_was_left_out(tmp_path: Path) -> None:
    desk, id = with_new(tmp_path)
    text = "Lot,Process Start\nB1,2026-01-05\nTotal,\nB2,2026-02-05\n"
    confirmed(desk, id, "Batches.csv", text)
    (kept,) = evidence.kept(desk, id)
    entry = intake.register_entry(kept)
    assert (entry.name, entry.rows, str(entry.first)) == ("Batches.csv", 2, "2026-01-05")
    assert intake.mapping_of(kept).columns == {"batch": "Lot", "started": "Process Start"}
    assert [(r.row, r.note) for r in intake.left_out(kept)] == [(3, "subtotal or total")]
    assert [(e.file, e.rows) for e in intake.exclusions(kept)] == [("Batches.csv", 1)]
    assert intake.scan_of(kept) is None


def test_notes_of_a_file_are_sentences(tmp_path: Path) -> None:
    desk, id = with_example(tmp_path)
    log = next(f for f in evidence.kept(desk, id) if f.kind == "deviations")
    assert intake.notes(log)
    assert all(note.strip() for note in intake.notes(log))


def test_free_text_is_never_kept(tmp_path: Path) -> None:
    desk, id = with_example(tmp_path)
    log = next(f for f in evidence.kept(desk, id) if f.kind == "deviations")
    from readiness.evidence.storing import from_bytes

    assert "description" not in from_bytes(desk.store.read_table(desk.actor, id, log.id))


def test_an_unknown_kind_names_those_that_there_are() -> None:
    refused = intake.unknown_kind("x", vocabulary("cgt-operational-readiness"))
    assert isinstance(refused, InputRefused)
    assert "deviations" in refused.problems[0].advice
    assert "workbook" not in refused.problems[0].advice


def test_progress_may_stop_a_scan(tmp_path: Path) -> None:
    from readiness.domain.errors import Stopped
    from readiness.workspace.demo import example_folder

    desk, id = with_new(tmp_path)
    data = (example_folder() / "evidence" / "Slot plan v29.xlsx").read_bytes()
    opened = evidence.open_file(desk, id, "Slot plan v29.xlsx", data)

    def stop(_done: int, _total: int, _text: str) -> None:
        raise Stopped("stopped")

    with pytest.raises(Stopped):
        evidence.confirm(desk, id, opened, evidence.look(desk, id, opened).mapping(), stop)
    assert evidence.kept(desk, id) == []
