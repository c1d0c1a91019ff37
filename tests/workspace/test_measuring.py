"""Both faces measure the same way, and what was measured is kept until something changes."""

from pathlib import Path

import pytest

from readiness.domain.evidence import Evidence
from readiness.domain.questionnaire import Questionnaire
from readiness.evidence.scan.print_bytes import print_from_bytes
from readiness.settings import Settings
from readiness.workspace import evidence, measuring
from readiness.workspace.assessments import create
from readiness.workspace.demo import example_folder, open_example
from readiness.workspace.listing import rows_behind
from readiness.workspace.people import set_meta
from readiness.workspace.results import State, result, state
from readiness.workspace.session import open_workspace
from tests.workspace.northgate import (
    BATCHES,
    DEVIATIONS,
    case,
    confirmed,
    with_example,
    with_new,
)

EVIDENCE = example_folder() / "evidence"


def test_the_app_and_the_command_line_agree_field_by_field(tmp_path: Path) -> None:
    desk = open_workspace(Settings(data_dir=tmp_path))
    id = open_example(desk)
    ours = result(desk, id).model_dump(mode="json", by_alias=True)
    theirs = case().result.model_dump(mode="json", by_alias=True)
    assert {name for name in theirs if ours[name] != theirs[name]} == set()
    assert ours == theirs
    desk.store.close()


def test_without_files_there_is_no_evidence(tmp_path: Path) -> None:
    desk, id = with_new(tmp_path)
    now = state(desk, id)
    assert measuring.evidence_of(desk, id, now.loaded, now.questionnaire) == Evidence()


def test_what_was_measured_is_read_back_exactly(tmp_path: Path) -> None:
    desk = open_workspace(Settings(data_dir=tmp_path))
    id = open_example(desk)
    now = state(desk, id)
    first = measuring.evidence_of(desk, id, now.loaded, now.questionnaire)
    measuring._BY_STAMP.clear()
    kept = measuring.evidence_of(desk, id, now.loaded, now.questionnaire)
    assert kept is not first
    assert kept == first
    assert kept.model_dump_json() == first.model_dump_json()
    desk.store.close()


def test_a_kept_measurement_is_not_measured_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, id = with_example(tmp_path)
    now = state(desk, id)
    first = measuring.evidence_of(desk, id, now.loaded, now.questionnaire)
    monkeypatch.setattr(measuring, "measure", None)
    assert measuring.evidence_of(desk, id, now.loaded, now.questionnaire) == first


def test_another_clock_and_another_file_measure_again(tmp_path: Path) -> None:
    desk, id = with_example(tmp_path)
    now = state(desk, id)
    stamps = {measuring.stamp_of(desk.store.files(desk.actor, id), now.assessment, _content(now))}
    set_meta(desk, id, "as_of", "2026-10-01")
    now = state(desk, id)
    stamps.add(measuring.stamp_of(desk.store.files(desk.actor, id), now.assessment, _content(now)))
    confirmed(desk, id, "More batches.csv", BATCHES)
    stamps.add(measuring.stamp_of(desk.store.files(desk.actor, id), now.assessment, _content(now)))
    assert len(stamps) == 3


def test_versions_that_came_one_by_one_are_compared(tmp_path: Path) -> None:
    desk, id = with_new(tmp_path)
    for name in ("Slot plan v31.xlsx", "Slot plan v29.xlsx"):
        opened = evidence.open_file(desk, id, name, (EVIDENCE / name).read_bytes())
        evidence.confirm(desk, id, opened, evidence.look(desk, id, opened).mapping())
    now = state(desk, id)
    (family,) = measuring.evidence_of(desk, id, now.loaded, now.questionnaire).versions
    assert [v.file for v in family.versions] == ["Slot plan v29.xlsx", "Slot plan v31.xlsx"]
    assert all(version.comparable for version in family.versions)
    assert [(s.before, s.after) for s in family.steps] == [tuple(v.file for v in family.versions)]


def test_the_same_file_in_two_assessments_is_marked_otherwise(tmp_path: Path) -> None:
    name = "Slot plan v29.xlsx"
    desk, one = with_new(tmp_path)
    other = create(desk, "Another", "autologous", "phase_1")
    marks = []
    for id in (one, other):
        opened = evidence.open_file(desk, id, name, (EVIDENCE / name).read_bytes())
        kept = evidence.confirm(desk, id, opened, evidence.look(desk, id, opened).mapping())
        taken = print_from_bytes(desk.store.read_table(desk.actor, id, kept.id))
        cells = taken.sheets["Bookings"].cells
        marks.append({cell.shown for rows in cells.values() for cell in rows.values()})
    assert len(marks[0]) == len(marks[1]) > 50
    assert not marks[0] & marks[1]


def _content(now: State) -> Questionnaire:
    return now.questionnaire


EARLIER = (
    "Dev #,Date Discovered,Severity,Batch,Root Cause,Step\n"
    "D-0,2026-02-01,Minor,B1,Label,Fill\n"
    "D-1,2026-03-01,Minor,B1,,Harvest\n"
)


def test_a_record_in_two_exports_counts_once_and_its_rows_say_so(tmp_path: Path) -> None:
    desk, id = with_new(tmp_path)
    confirmed(desk, id, "Batches.csv", BATCHES)
    confirmed(desk, id, "Deviations.csv", DEVIATIONS)
    # Dropped later, but its records end earlier: it is the older export.
    confirmed(desk, id, "First quarter.csv", EARLIER)
    now = state(desk, id)
    found = measuring.evidence_of(desk, id, now.loaded, now.questionnaire)
    [overlap] = found.overlaps
    # D-0, D-1, D-2, D-3: D-1 once, with the cause that the newer file knows. Over the four batches
    # of 15 January to 15 April: the files together end on 3 May, 203 of 312 days before the as-of
    # date, by chance in (109/312)^4 = 1.5 of 100, and three batches started after that.
    d1 = found.observation_by_metric["D1"]
    assert (d1.events, d1.exposure) == (4, 4)
    assert [(r.file, r.row) for r in d1.rows if r.key == "D-1"] == [("Deviations.csv", 2)]
    assert overlap.text.startswith("1 record of First quarter.csv is also in Deviations.csv")
    assert [r.note for r in overlap.differ] == [
        "counted in Deviations.csv, row 2; differs in cause"
    ]
    assert [(e.reason, e.rows) for e in found.exclusions] == [(measuring.IN_BOTH, 1)]
    measurement = next(m for m in result(desk, id).measurements if m.metric == "D1")
    files = evidence.kept(desk, id)
    rows = rows_behind(measurement, now.questionnaire, files, found.overlaps)
    assert [(r.ref.file, r.ref.row) for r in rows if r.is_over] == [
        ("Batches.csv", row) for row in (2, 3, 4, 5)
    ]
    assert [(r.ref.file, r.ref.row) for r in rows if not r.is_counted and not r.is_over] == [
        *(("Batches.csv", row) for row in (6, 7, 8)),
        ("First quarter.csv", 3),
    ]


def test_two_files_of_one_name_are_told_apart(tmp_path: Path) -> None:
    desk, id = with_new(tmp_path)
    confirmed(desk, id, "export.csv", DEVIATIONS)
    confirmed(desk, id, "export.csv", EARLIER)
    assert [file.name for file in evidence.kept(desk, id)] == ["export.csv", "export (2).csv"]
