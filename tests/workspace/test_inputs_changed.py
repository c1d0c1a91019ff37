"""The inputs that differ are counted, and no typed word is among them."""

from dataclasses import replace
from datetime import date

from readiness.domain.base import remade
from readiness.workspace.swapping import Round
from readiness.workspace.two_rounds import two_rounds
from tests.made import questionnaire, said
from tests.operating_model.maps import drawn
from tests.rounds import one, tally


def texts(before: Round, after: Round) -> list[str]:
    return [f"{change.cause}: {change.text}" for change in two_rounds(before, after).inputs]


def test_profile_form_and_date_are_shown_from_what_to_what() -> None:
    before = one()
    after = one(
        profile={
            "organisation": "Another name",
            "stage": "phase_2",
            "parties": None,
            "gene_modified": False,
            "regions": ["US", "EU"],
            "launch_date": "2030-02-01",
        },
        form="short",
        as_of=date(2027, 5, 1),
    )
    found = texts(before, after)
    assert found == [
        "profile: organisation changed",
        "profile: stage Phase 1 → Phase 2",
        "profile: parties 2 → not said",
        "profile: gene modified yes → no",
        "profile: regions every one → US, EU",
        "profile: launch date 01 Jan 2029 → 01 Feb 2030",
        "profile: form full → short",
        "date: as of 22 Nov 2026 → 01 May 2027",
    ]
    assert "Another name" not in " ".join(found), "the client is told nowhere"


def test_answers_bases_and_consensus_are_counted() -> None:
    agreed = {
        "capability": "OPM-4",
        "level": 2,
        "reason": "seen",
        "by": "assessor",
        "on": "2026-11-20",
    }
    before = one(
        said("OPM-1", 2, basis="document"),
        said("OPM-2", 2, basis="statement"),
        said("OPM-3", 2),
        consensus=[agreed],
    )
    after = one(
        said("OPM-1", 3, basis="statement"),
        said("OPM-2", 2, basis="record"),
        said("OPM-5", 2),
        said("OPM-6", 2),
    )
    assert texts(before, after) == [
        "answers: one answer with another level",
        "answers: two new answers",
        "answers: one answer taken away",
        "answers: one consensus changed",
        "basis: one answer backed by more",
        "basis: one answer backed by less",
    ]


def test_records_are_anew_carried_over_or_gone() -> None:
    carried = [{"metric": "H1", "level": 3, "measured_on": "2026-11-22"}]
    assert texts(one(**tally(30)), one(**tally(42))) == ["records: one metric counted anew"]
    assert texts(one(**tally(30)), one(carried=carried)) == ["records: one metric carried over"]
    assert texts(one(**tally(30)), one()) == ["records: one metric no longer scored"]
    assert texts(one(carried=carried), one(carried=carried)) == []


def test_drills_flags_incidents_and_settings() -> None:
    drill = {"scenario": "site_down", "held_on": "2026-09-01", "points": 60}
    other = drill | {"held_on": "2026-10-01"}
    override = {
        "capability": "OPM-1",
        "rating": "P",
        "value": 4,
        "reason": "seen",
        "by": "assessor",
        "on": "2026-11-20",
    }
    before = one(drills=[drill], hybrid={"flags": ["F1"], "not_known": ["F2"]})
    after = one(
        drills=[other],
        hybrid={"flags": ["F1"]},
        incidents={"identity_mismatch": 1, "double_booking_reached_patient": 0},
        overrides=[override],
        settings={"horizon": "launch", "weights": {"P": 1, "R": 0, "L": 0}},
    )
    assert texts(before, after) == [
        "drills: one drill held since",
        "drills: one drill taken away",
        "drills: fragmentation flags raised or not known 2 → 1",
        "incidents: identity mismatch 0 → 1",
        "incidents: custody gap 0 → not known",
        "settings: weights changed",
        "settings: horizon changed",
        "settings: one rating or target changed",
    ]


def test_another_content_is_named_even_under_the_same_number() -> None:
    here, content = one(), questionnaire()
    edited = replace(here, questionnaire=remade(content, sha256="edited"))
    newer = replace(here, questionnaire=remade(content, sha256="newer", version="2099.1"))
    version = content.version
    assert texts(here, edited) == [
        f"content: content {version} → {version}, edited under the same number"
    ]
    assert texts(here, newer) == [f"content: content {version} → 2099.1"]


def test_flags_that_a_map_raises_are_counted_like_typed_ones() -> None:
    before = one(hybrid={"flags": ["F1"]})
    after = one(hybrid={"flags": ["F1"]}, operating=drawn(["F1", "F2", "F8"]))
    assert "drills: fragmentation flags raised or not known 1 → 3" in texts(before, after)
