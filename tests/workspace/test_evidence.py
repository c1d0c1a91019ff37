"""Files of records: confirmed once, kept whole or not at all, taken away with what they carry."""

import zlib
from io import BytesIO
from pathlib import Path
from zipfile import is_zipfile

import pytest
from openpyxl import load_workbook

from readiness.domain.errors import InputRefused, Stopped
from readiness.store import AlreadyStored
from readiness.workspace import evidence, intake
from readiness.workspace.demo import example_folder
from readiness.workspace.results import result
from tests.workspace.northgate import (
    BATCHES,
    DEVIATIONS,
    confirmed,
    dropped,
    with_example,
    with_new,
)


def test_a_confirmed_file_is_kept_and_measured(tmp_path: Path) -> None:
    desk, id = with_new(tmp_path)
    confirmed(desk, id, "Batches.csv", BATCHES)
    confirmed(desk, id, "Deviations.csv", DEVIATIONS)
    d1 = next(m for m in result(desk, id).measurements if m.metric == "D1")
    # Three deviations over the four batches started while the log runs: it ends on 3 May.
    assert (d1.events, d1.exposure) == (3, 4)
    assert [(r.file, r.row) for r in d1.rows] == [("Deviations.csv", n) for n in (2, 3, 4)]


def test_the_same_file_twice_says_already_here(tmp_path: Path) -> None:
    desk, id = with_new(tmp_path)
    confirmed(desk, id, "Batches.csv", BATCHES)
    with pytest.raises(AlreadyStored, match="already here"):
        confirmed(desk, id, "Another name.csv", BATCHES)
    assert len(evidence.kept(desk, id)) == 1


def test_the_same_file_may_be_read_again_with_other_columns(tmp_path: Path) -> None:
    desk, id = with_new(tmp_path)
    first = confirmed(desk, id, "Batches.csv", BATCHES)
    opened = dropped(desk, id, "Batches.csv", BATCHES)
    mapping = evidence.look(desk, id, opened).mapping()
    again = evidence.confirm(desk, id, opened, mapping, replaces=first)
    assert [file.id for file in evidence.kept(desk, id)] == [again.id]


def test_nothing_of_a_refused_file_is_kept(tmp_path: Path) -> None:
    desk, id = with_new(tmp_path)
    with pytest.raises(InputRefused) as refused:
        confirmed(desk, id, "Batches.csv", BATCHES + "B8,soon\n")
    assert [(p.row, p.column) for p in refused.value.problems] == [(9, "Process Start")]
    assert evidence.kept(desk, id) == []


def test_a_stop_keeps_nothing(tmp_path: Path) -> None:
    desk, id = with_new(tmp_path)
    opened = dropped(desk, id, "Batches.csv", BATCHES)

    def stop(_done: int, _total: int, _text: str) -> None:
        raise Stopped("stopped")

    with pytest.raises(Stopped):
        evidence.confirm(desk, id, opened, evidence.look(desk, id, opened).mapping(), stop)
    assert evidence.kept(desk, id) == []


def test_next_quarter_needs_no_question(tmp_path: Path) -> None:
    desk, id = with_new(tmp_path)
    odd = "Run,Began\n" + "".join(f"B{n},0{n}/02/2026\n" for n in range(1, 8))
    opened = dropped(desk, id, "Q1.csv", odd)
    proposal = evidence.look(desk, id, opened, kind="batches")
    columns = {"batch": "Run", "started": "Began"}
    mapping = proposal.mapping().model_copy(
        update={"columns": columns, "date_format": {"started": "DD/MM/YYYY"}}
    )
    evidence.confirm(desk, id, opened, mapping)
    later = dropped(desk, id, "Q2.csv", odd.replace("/2026", "/2025"))
    next_one = evidence.look(desk, id, later, kind="batches")
    assert next_one.remembered is not None
    assert next_one.can_be_read
    assert next_one.mapping().columns == columns
    assert not next_one.needs_person


def test_deleting_says_what_falls_away(tmp_path: Path) -> None:
    desk, id = with_new(tmp_path)
    batches = confirmed(desk, id, "Batches.csv", BATCHES)
    deviations = confirmed(desk, id, "Deviations.csv", DEVIATIONS)
    assert "D1" in evidence.loss(desk, id, deviations).metrics
    assert "can no longer be measured" in evidence.loss(desk, id, batches).text
    evidence.remove(desk, id, deviations)
    assert [file.id for file in evidence.kept(desk, id)] == [batches]


def test_a_workbook_is_scanned_and_its_cells_are_not_kept(tmp_path: Path) -> None:
    desk, id = with_new(tmp_path)
    name = "Slot plan v31.xlsx"
    data = (example_folder() / "evidence" / name).read_bytes()
    opened = evidence.open_file(desk, id, name, data)
    proposal = evidence.look(desk, id, opened)
    assert proposal.kind == intake.WORKBOOK
    kept = evidence.confirm(desk, id, opened, proposal.mapping())
    # Keyed marks of the cells are kept for comparing versions, and nothing of what they say.
    marks = zlib.decompress(desk.store.read_table(desk.actor, id, kept.id))
    assert not [text for text in (b"BK-011", b"P-041", b"Suite A", b"clinic") if text in marks]
    scan = intake.scan_of(kept)
    assert scan is not None
    assert scan.findings


def test_person_codes_go_on_from_file_to_file(tmp_path: Path) -> None:
    desk, id = with_new(tmp_path)
    head = "When,Who,Kind\n"
    confirmed(desk, id, "One.csv", head + "2026-05-01,Ina Adler,Call-out\n")
    confirmed(
        desk, id, "Two.csv", head + "2026-06-01,Tom Berg,Call-out\n2026-06-02,Ina Adler,Call-out\n"
    )
    tables = [desk.store.read_table(desk.actor, id, f.id) for f in evidence.kept(desk, id)]
    from readiness.evidence.storing import from_bytes

    assert [list(from_bytes(table)["person"]) for table in tables] == [["P01"], ["P02", "P01"]]


def test_a_template_is_a_workbook_and_reads_as_its_own_kind(tmp_path: Path) -> None:
    desk, id = with_new(tmp_path)
    data = evidence.template_of("deviations")
    assert is_zipfile(BytesIO(data))
    opened = evidence.open_file(desk, id, "template.xlsx", data)
    assert evidence.look(desk, id, opened).kind == "deviations"


def test_the_status_board_is_made_like_a_template() -> None:
    sheet = load_workbook(BytesIO(evidence.template_of("status_board"))).worksheets[0]
    assert (sheet["A1"].value, sheet["J3"].value) == ("Status board", "Owner (role)")


@pytest.mark.parametrize("kind", ["workbook", "nonsense"])
def test_a_kind_without_a_template_is_refused(kind: str) -> None:
    with pytest.raises(InputRefused, match="no such kind"):
        evidence.template_of(kind)


def test_metrics_from_a_kind(tmp_path: Path) -> None:
    desk, _ = with_example(tmp_path)
    content = desk.questionnaire("cgt-operational-readiness")
    assert evidence.metrics_from(content, "qualifications") == ["H3"]


def test_a_layout_that_a_person_explained_needs_no_explanation_again(tmp_path: Path) -> None:
    desk, id = with_new(tmp_path)
    odd = "Zorp,Quux,Blarg\n" + "".join(f"T{n},2026-0{n}-01,c{n % 2}\n" for n in range(1, 8))
    opened = dropped(desk, id, "Q1.csv", odd)
    with pytest.raises(InputRefused):
        evidence.look(desk, id, opened)
    proposal = evidence.look(desk, id, opened, kind="deviations")
    mapping = proposal.mapping().model_copy(
        update={
            "columns": {"id": "Zorp", "discovered": "Quux", "severity": "Blarg"},
            "values": {"severity": {"c0": "critical", "c1": None}},
        }
    )
    evidence.confirm(desk, id, opened, mapping)
    # Next quarter the export begins two rows later, and one class is new.
    later = "Export\n\n" + odd.replace("T", "U").replace("c1", "c2", 1)
    again = evidence.look(desk, id, dropped(desk, id, "Q2.csv", later))
    assert (again.kind, again.header_row) == ("deviations", 3)
    said = {v.value: (v.canonical, v.confidence) for v in again.values}
    assert said == {"c0": ("critical", "sure"), "c1": (None, "sure"), "c2": (None, "none")}
    assert again.needs_person == ("Severity: c2: not known",)
    kept = evidence.confirm(desk, id, dropped(desk, id, "Q2.csv", later), again.mapping())
    # Four rows carry an odd number, of which one says c2 now: none is dropped in silence.
    assert "Severity: 4 rows carry a value that is not mapped (2 different)" in intake.notes(kept)
    assert any("3 cells say c1; a person said" in note for note in intake.notes(kept))
    assert any("1 cells say c2, which is not known" in note for note in intake.notes(kept))


def test_a_log_that_is_no_schedule_is_read_in_one_way(tmp_path: Path) -> None:
    desk, id = with_new(tmp_path)
    opened = dropped(desk, id, "Batches.csv", BATCHES)
    assert evidence.other_kind(desk, id, opened, "batches") is None
    # Text holds no formulas, so that there is nothing to be scanned.
    assert evidence.other_kind(desk, id, opened, "bookings") is None
    assert evidence.other_kind(desk, id, opened, "workbook") is None
