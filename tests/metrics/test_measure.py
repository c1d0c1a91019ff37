"""The whole: deterministic, isolating, and handing each metric only what it declares."""

import sys
from collections import Counter
from datetime import date
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readiness.domain.evidence import Evidence, EvidenceFile, Exclusion, Observation
from readiness.domain.scan import WorkbookScan
from readiness.metrics import measure
from readiness.metrics.registry import MEASURES, Inputs, Registered
from readiness.metrics.tables import prepared
from tests.metrics.made import (
    AS_OF,
    batches,
    deviations,
    evidence,
    metric,
    questionnaire,
    table,
)
from tests.metrics.test_scheduling import PLANS, TestS5, TestS8

TABLES: dict[str, Any] = {
    "batches": batches(
        8,
        every=20,
        mbr_version=list("11222334"),
        outcome=["released", "failed", *["released"] * 6],
        pages=100,
        product=list("XXYYXXYY"),
        disposition_date=pd.date_range("2026-03-01", periods=8, freq="10D"),
        last_result_date=pd.date_range("2026-02-01", periods=8, freq="10D"),
        review_complete_date=pd.date_range("2026-02-05", periods=8, freq="9D"),
        last_step_date=pd.date_range("2026-01-20", periods=8, freq="9D"),
    ),
    "deviations": deviations(
        """
        id  discovered  occurred    opened      batch  severity  cause        step  capa  status
        D1  2025-10-02  2025-10-01  2025-10-03  B1     minor     process      wash  -     closed
        D2  2026-02-02  2026-02-01  2026-02-03  B2,B3  major     process      wash  -     closed
        D2  2026-02-02  2026-02-01  2026-02-03  B4     major     process      wash  -     closed
        D3  2026-02-02  2026-02-02  2026-02-02  -      minor     human_error  room  -     open
        D4  2026-03-02  2026-03-01  2026-03-09  B5     critical  patient      thaw  -     closed
        D5  2026-04-02  2026-04-01  2026-04-03  B6     minor     process      wash  -     closed
        D6  2026-04-03  2026-04-01  2026-04-03  B6     minor     process      wash  -     voided
        """
    ).assign(
        due=pd.to_datetime("2026-04-01"),
        original_due=pd.to_datetime("2026-03-01"),
        closed=pd.to_datetime(
            pd.Series(["2025-11-01", "2026-03-20", "2026-03-20", None, *["2026-05-01"] * 3])
        ),
        detected_by=["in_process", "review", "review", "in_process", "in_process", "", "testing"],
    ),
    "revisions": table(
        """
        document  version  effective   change_approved  planned  reason
        M1        2        2025-10-10  2025-10-05       yes      improvement
        M1        3        2026-02-10  2026-02-12       no       urgent
        M2        5        2026-03-10  -                -        corrective
        """
    ),
    "record_errors": table("batch kind\nB1 late\nB1 wrong\nB4 late"),
    "reviews": table("batch returned completed\nB1 2026-02-20 -\nB1 - 2026-02-25\nB2 - 2026-03-01"),
    "temporary_instructions": table("id approved batch\nT1 2026-01-06 B1\nT2 - B2"),
    "bookings": TestS5.SCHEDULE,
    "booking_changes": TestS8.CHANGES,
    "interventions": table(
        """
        at          kind         person  batch  planned  exception_type
        2025-10-06  after_hours  a       B1     no       -
        2026-01-06  after_hours  b       B1     no       -
        2026-01-08  call_out     a       B2     -        -
        2026-02-09  exception    c       B3     no       waiver
        2026-02-10  expedite     a       -      no       -
        2026-06-15  workaround   a       -      no       -
        """
    ).assign(at=lambda frame: pd.to_datetime(frame["at"])),
    "qualifications": table("task person\nthaw a\nthaw b\nwash a"),
    "workarounds": table("id began\nW1 2026-01-01\nW2 2026-05-01"),
}
REVIEWED = TABLES["reviews"].assign(
    returned=pd.to_datetime(TABLES["reviews"]["returned"], format="ISO8601")
)


def all_measured(tables: dict[str, Any], scans: list[WorkbookScan] = PLANS) -> Evidence:
    return evidence(scans=scans, **tables)


WHOLE = all_measured({**TABLES, "reviews": REVIEWED})


def test_every_metric_has_a_figure() -> None:
    assert not WHOLE.findings
    assert [seen.metric for seen in WHOLE.observations if seen.missing is not None] == []
    assert len(WHOLE.observations) == len(MEASURES)


def test_a_figure_lies_in_its_interval() -> None:
    for seen in WHOLE.observations:
        if seen.low is None or seen.high is None:
            continue
        assert seen.low95 is not None
        assert seen.high95 is not None
        assert seen.value is not None
        assert seen.low95 <= seen.low <= float(seen.value) + 1e-12, seen.metric
        assert float(seen.value) <= seen.high + 1e-12, seen.metric
        assert seen.high <= seen.high95, seen.metric


def test_rows_counted_are_as_many_as_the_events() -> None:
    by_rows = [seen for seen in WHOLE.observations if seen.metric[0] in "DB" and seen.events]
    assert len(by_rows) >= 10
    assert all(len(seen.rows) == seen.events for seen in by_rows)


@settings(max_examples=25)
@given(st.data())
def test_the_order_of_rows_and_files_changes_nothing(data: st.DataObject) -> None:
    tables = {**TABLES, "reviews": REVIEWED}
    for kind in data.draw(st.lists(st.sampled_from(sorted(tables)), unique=True, min_size=1)):
        order = data.draw(st.permutations(range(len(tables[kind]))))
        tables[kind] = tables[kind].iloc[list(order)]
    scans = data.draw(st.permutations(PLANS))
    assert all_measured(tables, scans) == WHOLE


def test_measuring_leaves_the_tables_as_they_are() -> None:
    before = {kind: frame.copy() for kind, frame in TABLES.items()}
    all_measured(TABLES)
    for kind, frame in TABLES.items():
        pd.testing.assert_frame_equal(frame, before[kind])


def test_evidence_carries_files_window_and_what_was_left_out() -> None:
    files = [EvidenceFile(name="log.xlsx", sha256="0", kind="deviations", rows=7)]
    left = [Exclusion(file="log.xlsx", reason="subtotal", rows=1)]
    found = measure(
        {"deviations": TABLES["deviations"]},
        questionnaire(),
        AS_OF,
        files=files,
        exclusions=left,
    )
    assert found.files == tuple(files)
    assert [(entry.reason, entry.rows) for entry in found.exclusions] == [
        ("subtotal", 1),
        ("voided", 1),
        ("the same record again", 1),
    ]
    assert found.window is not None
    assert (found.window.from_, found.window.batches) == (date(2025, 6, 30), None)
    assert found.window.rule == "12 months; no list of batches"


@pytest.mark.parametrize("day", [AS_OF, date(2026, 3, 31), date(2026, 10, 31)])
def test_every_row_of_every_table_stands_once(day: date) -> None:
    """An event, counted over, or left out with the reason: of each table that a metric needs."""
    named: dict[Any, pd.DataFrame] = {
        kind: frame.assign(_file=kind) for kind, frame in (TABLES | {"reviews": REVIEWED}).items()
    }
    found = evidence(as_of=day, scans=PLANS, **named)
    ready, _ = prepared(named)
    for seen in (one for one in found.observations if one.missing is None):
        kinds: set[Any] = {need.partition(".")[0] for need in MEASURES[seen.metric].needs} - {
            "workbook"
        }
        listed = Counter((r.file, r.row) for r in (*seen.rows, *seen.over, *seen.left_out))
        held = {(ref.file, ref.row): 1 for kind in kinds for ref in ready[kind].refs}
        if kinds:
            assert listed == held, seen.metric
        assert all(row.note for row in seen.left_out), seen.metric
        assert not any(row.note for row in (*seen.rows, *seen.over)), seen.metric


def test_a_broken_metric_is_one_finding_and_the_rest_stands(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(inputs: Inputs) -> Observation:
        raise ValueError(f"cell {inputs.frame('deviations')['id'].iloc[0]}")

    needs = MEASURES["D5"].needs
    monkeypatch.setitem(MEASURES, "D5", Registered(needs, (), (), broken))
    found = all_measured({**TABLES, "reviews": REVIEWED})
    assert len(found.observations) == len(MEASURES) - 1
    (finding,) = found.findings
    assert (finding.kind, finding.metric) == ("error", "D5")
    # the message of the error may quote a cell, so that its kind alone is told
    assert finding.text == "D5 could not be measured: ValueError"


def test_a_figure_that_the_content_does_not_give_is_named() -> None:
    found = evidence(metric("D7", parameters={}), deviations=TABLES["deviations"])
    assert found.observations == ()
    assert found.findings[0].text == "D7 could not be measured: KeyError (zero_share)"


def test_metrics_that_nobody_counts_are_passed_over() -> None:
    unknown = metric("D1").model_copy(update={"id": "X1"})
    assert evidence(unknown, metric("D9")).observation_by_metric.keys() == {"D9"}


def test_a_metric_is_handed_only_what_it_declares(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[set[str]] = []

    def look(inputs: Inputs) -> Observation:
        seen.append(set(inputs.tables))
        return inputs.missing("looked")

    for id in ("D3", "H1"):
        entry = MEASURES[id]
        monkeypatch.setitem(MEASURES, id, Registered(entry.needs, entry.takes, (), look))
    evidence(metric("D3"), metric("H1"), **TABLES)
    assert seen == [{"deviations", "batches"}, {"batches", "interventions"}]


def test_a_tolerated_pair_is_found_with_its_rows() -> None:
    log = TABLES["deviations"]
    moved = log.assign(
        discovered=log["discovered"].mask(log["id"] == "D5", pd.Timestamp("2026-06-02"))
    )
    found = evidence(metric("D3"), deviations=moved)
    (finding,) = found.findings
    assert (finding.kind, finding.metric) == ("tolerated", "D3")
    assert [row.key for row in finding.evidence] == ["D1", "D2", "D5"]


@pytest.mark.parametrize("kind", [ValueError, KeyError])
def test_logs_that_cannot_be_joined_take_no_metric_along(
    monkeypatch: pytest.MonkeyPatch, kind: type[Exception]
) -> None:
    def fail(*_: object) -> None:
        raise kind("a cell of a patient")

    monkeypatch.setattr(sys.modules["readiness.metrics.measure"], "join_test", fail)
    found = all_measured(TABLES)
    assert found.joins is None
    assert f"The logs could not be joined: {kind.__name__}" in [f.text for f in found.findings]
    assert found.slots is not None
    assert found.observations
