"""What people say: defaults, what is refused, and the ways to look it up (formats)."""

from typing import Any

import pytest
from pydantic import ValidationError

from readiness.domain.assessment import Assessment, Drill, Profile
from tests.made import assessment, people, said

LEAST = {"organisation": "x", "modality": "autologous", "stage": "phase_1"}


def test_what_may_stay_out() -> None:
    profile = Profile.model_validate(LEAST)
    assert (profile.gene_modified, profile.automation, profile.point_of_care) == (
        True,
        "manual",
        False,
    )
    assert (profile.parties, profile.regions) == (None, ())
    case = assessment()
    assert (case.form, case.settings.horizon) == ("full", "next_stage")


@pytest.mark.parametrize(
    ("given", "known"),
    [
        ({"contractors": 0, "parties": 3, "sites": 1}, 0),
        ({"parties": 3, "sites": 1}, 2),  # parties less sites
        ({"parties": 1, "sites": 2}, 0),
        ({"parties": 3}, None),
        ({"sites": 1}, None),
    ],
)
def test_contractors(given: dict[str, int], known: int | None) -> None:
    assert Profile.model_validate(LEAST | given).contractors_known == known


@pytest.mark.parametrize(
    ("where", "wrong"),
    [
        ("responses", [said("OPM-1", 6)]),
        ("responses", [said("OPM-1", 3, basis="hearsay")]),
        ("responses", [said("OPM-1", 3, colour="red")]),
        ("respondents", [{"id": "r1", "function": "SALES"}]),
        ("profile", {"stage": "phase_4"}),
        ("profile", {"parties": 0}),
        ("form", "medium"),
        ("incidents", {"custody_gap": -1}),
        ("drills", [{"scenario": "site_down", "held_on": "2026-01-01", "points": 101}]),
        ("drills", [{"scenario": "site_down", "held_on": "2026-01-01"}]),
        (
            "consensus",
            [{"capability": "OPM-1", "level": 3, "reason": "", "by": "a", "on": "2026-01-01"}],
        ),
        ("format", 2),
    ],
)
def test_what_cannot_be_is_refused(where: str, wrong: Any) -> None:
    with pytest.raises(ValidationError):
        assessment(**{where: wrong})


def test_a_drill_needs_points_or_their_parts() -> None:
    held = {"scenario": "site_down", "held_on": "2026-01-01"}
    assert Drill.model_validate(held | {"points": 0}).points == 0
    assert Drill.model_validate(held | {"blocks": {"A": 3}}).points is None
    assert Drill.model_validate(held | {"items": [{"n": 1, "answer": "wrong"}]}).items[0].n == 1


def test_lookups_keep_the_order_of_entry_and_the_last_consensus() -> None:
    agreed = {"capability": "OPM-1", "reason": "x", "by": "a", "on": "2026-11-20"}
    case = assessment(
        respondents=people("QA", "MFG"),
        responses=[said("OPM-1", 2, "r2"), said("OPM-2", 3, "r1"), said("OPM-1", 4, "r1")],
        consensus=[agreed | {"level": 2}, agreed | {"level": 3}],
    )
    assert [r.respondent for r in case.responses_of["OPM-1"]] == ["r2", "r1"]
    assert case.respondent_by_id["r2"].function == "MFG"
    assert case.consensus_of["OPM-1"].level == 3


def test_it_reads_back_from_json() -> None:
    case = assessment(window={"from": "2025-11-22", "to": "2026-11-22", "batches": 12})
    again = Assessment.model_validate_json(case.model_dump_json(by_alias=True))
    assert again == case
