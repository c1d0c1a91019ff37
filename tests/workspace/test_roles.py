"""Role only: no code of a person is made or kept, and what cannot be measured then is said."""

import json
from pathlib import Path

from readiness.evidence.storing import from_bytes
from readiness.workspace import evidence, intake
from readiness.workspace.results import result, state
from readiness.workspace.roles import NOT_TOLD_APART, is_role_only, not_measured, use_role_only
from readiness.workspace.session import Session
from tests.workspace.northgate import BATCHES, confirmed, with_example, with_new

LOG = "When,Who,Role,Kind\n" + "".join(
    f"2026-05-{n:02},{'Ina Adler' if n % 2 else 'Per Holm'},MSAT,Call-out\n" for n in range(1, 21)
)


def people_of(desk: Session, id: str, name: str) -> set[str]:
    file = next(f for f in evidence.kept(desk, id) if f.name == name)
    return set(from_bytes(desk.store.read_table(desk.actor, id, file.id))["person"])


def test_switching_on_takes_the_codes_out_of_what_is_kept(tmp_path: Path) -> None:
    desk, id = with_new(tmp_path)
    confirmed(desk, id, "Batches.csv", BATCHES)
    confirmed(desk, id, "Log.csv", LOG)
    assert people_of(desk, id, "Log.csv") == {"P01", "P02"}
    use_role_only(desk, id, on=True)
    assert people_of(desk, id, "Log.csv") == {"MSAT"}
    kept = evidence.kept(desk, id)
    assert [file.name for file in kept] == ["Batches.csv", "Log.csv"]
    assert all("P0" not in json.dumps(file.meta.get("codes")) for file in kept)


def test_a_file_that_comes_later_gets_no_code_and_what_is_lost_is_said(tmp_path: Path) -> None:
    desk, id = with_new(tmp_path)
    use_role_only(desk, id, on=True)
    assert is_role_only(state(desk, id).assessment)
    confirmed(desk, id, "Batches.csv", BATCHES)
    confirmed(desk, id, "Log.csv", LOG)
    assert people_of(desk, id, "Log.csv") == {"MSAT"}
    measured = {m.metric: m for m in result(desk, id).measurements}
    # Who carries the load and how unevenly need persons; how many call-outs there are does not.
    assert [m for m in ("H2", "H4") if measured[m].reason == NOT_TOLD_APART] == ["H2", "H4"]
    assert measured["H5"].events == 20
    assert set(not_measured(state(desk, id).questionnaire)) == {"H2", "H3", "H4"}


def test_switching_off_does_not_count_roles_as_persons(tmp_path: Path) -> None:
    desk, id = with_new(tmp_path)
    use_role_only(desk, id, on=True)
    confirmed(desk, id, "Batches.csv", BATCHES)
    confirmed(desk, id, "Log.csv", LOG)
    use_role_only(desk, id, on=False)
    measured = {m.metric: m for m in result(desk, id).measurements}
    assert measured["H2"].reason == NOT_TOLD_APART


def test_who_saved_a_workbook_goes_as_well(tmp_path: Path) -> None:
    desk, id = with_example(tmp_path)
    use_role_only(desk, id, on=True)
    scans = [scan for file in evidence.kept(desk, id) if (scan := intake.scan_of(file))]
    assert scans
    assert all(scan.editors == () for scan in scans)
