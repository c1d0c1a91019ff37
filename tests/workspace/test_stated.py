"""A log that a person states to be complete: kept, used, said, taken back, carried in a folder."""

from datetime import date
from pathlib import Path

import pytest

from readiness.domain.errors import InputRefused
from readiness.domain.evidence import Observation
from readiness.workspace.carrying import export_zip, import_zip
from readiness.workspace.changes import changes
from readiness.workspace.folders import open_folder
from readiness.workspace.measuring import evidence_of
from readiness.workspace.notes import IdentifierFound
from readiness.workspace.results import state
from readiness.workspace.session import Session
from readiness.workspace.stated import state_complete, stated_lines, take_back_complete
from tests.workspace.folders import EXAMPLE
from tests.workspace.northgate import confirmed, with_new

BATCHES = "Lot,Process Start\n" + "".join(f"B{n},2026-{n:02}-15\n" for n in range(1, 11))
WEEKS = ("01-19", "01-26", "02-02", "02-09", "02-16", "02-23", "03-02", "03-09")
LOG = "Record No.,Date Discovered,Severity,Lot\n" + "".join(
    f"D{n},2026-{d},Minor,B1\n" for n, d in enumerate(WEEKS)
)
ALL = (date(2026, 1, 1), date(2026, 11, 22))


def d1(desk: Session, id: str) -> Observation:
    now = state(desk, id)
    return evidence_of(desk, id, now.loaded, now.questionnaire).observation_by_metric["D1"]


def counted(seen: Observation) -> tuple[int | None, int]:
    return seen.events, int(seen.exposure or 0)


@pytest.fixture
def kept(tmp_path: Path) -> tuple[Session, str]:
    """Ten batches from January to October; eight deviations, the last on 9 March."""
    desk, id = with_new(tmp_path)
    confirmed(desk, id, "Batches.csv", BATCHES)
    confirmed(desk, id, "Deviations.csv", LOG)
    return desk, id


def test_a_quiet_tail_counts_once_somebody_states_that_the_log_is_complete(
    kept: tuple[Session, str],
) -> None:
    """Before: two batches until 9 March, eight events. Stated: the same eight over ten batches."""
    desk, id = kept
    before = d1(desk, id)
    assert counted(before) == (8, 2)
    assert "ends on 9 Mar 2026" in before.remark
    state_complete(desk, id, "deviations", *ALL, "QA lead")
    after = d1(desk, id)
    assert counted(after) == (8, 10)
    said = "the deviation log is complete from 1 Jan 2026 to 22 Nov 2026, as stated"
    assert after.remark.startswith(said)
    assert after.window is None
    now = state(desk, id).assessment
    [line] = stated_lines(now)
    assert "1 Jan 2026 to 22 Nov 2026: stated by QA lead on " in line
    assert changes(desk, id)[0].what == "Log stated to be complete: deviations"
    # another statement takes the place of the first; undo brings it back, and taking back ends it
    state_complete(desk, id, "deviations", date(2026, 1, 1), date(2026, 6, 20), "QA lead")
    assert len(state(desk, id).assessment.complete_logs) == 1
    # to 20 June: of 155 silent days of 312 (157/312)^8 is 0.4 of 100; six batches until then
    assert counted(d1(desk, id)) == (8, 6)
    desk.store.undo(desk.actor, id)
    assert counted(d1(desk, id)) == (8, 10)
    take_back_complete(desk, id, "deviations")
    assert d1(desk, id) == before


def test_it_is_carried_to_another_computer(kept: tuple[Session, str]) -> None:
    desk, id = kept
    state_complete(desk, id, "deviations", *ALL, "QA lead")
    other = import_zip(desk, "case.zip", export_zip(desk, id))
    assert counted(d1(desk, other)) == (8, 10)


@pytest.mark.parametrize(
    ("from_", "to", "by", "said"),
    [
        (date(2026, 1, 1), date(2026, 11, 22), " ", "Say who states it"),
        (date(2026, 3, 1), date(2026, 1, 1), "QA lead", "It ends before it begins"),
        (date(2026, 1, 1), date(2099, 1, 1), "QA lead", "It ends after the as-of date"),
    ],
)
def test_what_cannot_be_stated(
    kept: tuple[Session, str], from_: date, to: date, by: str, said: str
) -> None:
    desk, id = kept
    with pytest.raises(InputRefused, match=said):
        state_complete(desk, id, "deviations", from_, to, by)
    assert state(desk, id).assessment.complete_logs == ()


def test_a_role_states_it_and_no_name(kept: tuple[Session, str]) -> None:
    desk, id = kept
    with pytest.raises(IdentifierFound):
        state_complete(desk, id, "deviations", *ALL, "Ina Adler")


def folder(tmp_path: Path, complete: str) -> Path:
    before, rest = EXAMPLE.split("window:")[0], EXAMPLE.split("incidents:")[1]
    (tmp_path / "assessment.yaml").write_text(f"{before}incidents:{rest}")
    (tmp_path / "evidence").mkdir()
    (tmp_path / "evidence" / "Batches.csv").write_text(BATCHES)
    (tmp_path / "evidence" / "Deviations.csv").write_text(LOG)
    (tmp_path / "evidence.yaml").write_text(f"complete:\n  - {complete}\n")
    return tmp_path


def test_evidence_yaml_states_it_too(tmp_path: Path) -> None:
    said = "{kind: deviations, from: 2026-01-01, to: 2026-11-22, by: QA lead, on: 2026-11-20}"
    found = open_folder(folder(tmp_path, said), lambda _: None)
    assert counted(found.evidence.observation_by_metric["D1"]) == (8, 10)
    [line] = stated_lines(found.assessment)
    assert line.endswith("from 1 Jan 2026 to 22 Nov 2026: stated by QA lead on 20 Nov 2026.")


@pytest.mark.parametrize(
    ("complete", "said"),
    [
        ("{kind: deviation, from: 2026-01-01, to: 2026-02-01, by: QA, on: 2026-02-01}", "kind"),
        ("{kind: deviations, from: 2026-03-01, to: 2026-02-01, by: QA, on: 2026-02-01}", "begins"),
        ("{kind: deviations, from: 7, to: 2026-02-01, by: QA, on: 2026-02-01}", "from"),
    ],
)
def test_a_wrong_statement_is_refused_with_its_line(
    tmp_path: Path, complete: str, said: str
) -> None:
    with pytest.raises(InputRefused, match=said) as refused:
        open_folder(folder(tmp_path, complete), lambda _: None)
    assert [p.row for p in refused.value.problems] == [2]
