"""Consistency findings, each rule at and beside its figure (method 5)."""

from typing import Any

import pytest

from readiness.domain.result import Finding
from readiness.engine import assess
from tests.made import assessment, questionnaire, said

PEOPLE = [
    {"id": "r1", "function": "MFG", "seniority": "floor", "chain_owner": "Head of supply"},
    {"id": "r2", "function": "EXEC", "seniority": "executive", "chain_owner": "Head of supply"},
    {"id": "r3", "function": "TEAM", "seniority": "executive"},
]


def found(rule: str, *responses: dict[str, object], **more: Any) -> list[Finding]:
    """The findings of one rule."""
    case = assessment(**({"respondents": PEOPLE, "responses": responses} | more))
    whole = assess(case, questionnaire(), robustness=False)
    return [f for f in whole.findings if f.kind == rule]


def test_three_or_more_without_evidence_attached() -> None:
    assert [f.capability for f in found("XR-PROOF", said("OPM-1", 3, basis="record"))] == ["OPM-1"]
    assert not found("XR-PROOF", said("OPM-1", 2))
    assert not found("XR-PROOF", said("OPM-1", 3, proof="SOP-12.pdf"))


def test_a_usable_metric_is_evidence() -> None:
    known: dict[str, Any] = {
        "window": {"from": "2025-11-22", "to": "2026-11-22", "batches": 12},
        "measurements": [{"metric": "D1", "events": 74, "exposure": 12}],
    }
    assert not found("XR-PROOF", said("QMS-1", 3), **known)


@pytest.mark.parametrize(("ai", "data", "count"), [(4, 3, 0), (4, 2, 1), (3, 2, 0), (3, 1, 1)])
def test_ai_more_than_one_above_its_data(ai: int, data: int, count: int) -> None:
    """DIG-5 names no metric, DIG-2 neither: final level as given on a record."""
    said_so = found("XR-AI", said("DIG-5", ai, basis="record"), said("DIG-2", data, basis="record"))
    assert len(said_so) == count


@pytest.mark.parametrize(("floor", "top", "count"), [(2, 4, 1), (2, 3, 0), (4, 2, 0)])
def test_executives_two_above_the_floor(floor: int, top: int, count: int) -> None:
    said_so = found("XR-EXEC", said("OPM-1", floor, "r1"), said("OPM-1", top, "r2"))
    assert len(said_so) == count


def test_a_team_at_one_screen_has_no_seniority() -> None:
    assert not found("XR-EXEC", said("OPM-1", 2, "r1"), said("OPM-1", 5, "r3"))


def test_owners_that_differ() -> None:
    assert not found("XR-OWNER")
    other = [PEOPLE[0], PEOPLE[1] | {"chain_owner": "CEO"}]
    (finding,) = found("XR-OWNER", respondents=other)
    assert "2 different roles" in finding.text


@pytest.mark.parametrize(
    ("dated", "basis", "count"),
    [
        ("2024-11-22", "document", 0),  # 24 months to the day
        ("2024-11-21", "document", 1),
        ("2020-01-01", "record", 0),
        (None, "document", 0),
    ],
)
def test_documents_older_than_24_months(dated: Any, basis: str, count: int) -> None:
    assert len(found("XR-OLD", said("OPM-1", 3, basis=basis, dated=dated))) == count


def test_an_answer_without_a_basis() -> None:
    assert len(found("XR-BASIS", said("OPM-1", 3), said("OPM-2", 3, basis="statement"))) == 1
    assert not found("XR-BASIS", said("OPM-1", "unknown"))


def test_what_is_not_asked_is_not_searched() -> None:
    gone = {"profile": {"modality": "allogeneic"}}
    assert not found("XR-PROOF", said("CTL-5", 5), **gone)
    assert not found("XR-BASIS", said("OPM-1", 5), form="short")
