"""What a field of the profile changes is found by comparing, never written down."""

from datetime import date

import pytest

from readiness.workspace import people
from readiness.workspace.people import add_drill, drills
from readiness.workspace.profiling import effects, effects_at_start, flags, held, regions_known
from readiness.workspace.results import state
from tests.made import assessment, questionnaire
from tests.workspace.desk import begun

CONTENT = questionnaire()


def said(**profile: object) -> dict[str, str]:
    return effects(CONTENT, assessment(profile=profile))


def test_every_field_says_what_it_changes() -> None:
    fields = {"modality", "stage", "sites", "parties", "contractors", "gene_modified"}
    fields |= {"automation", "regions", "point_of_care", "launch_date"}
    fields |= {"demand_per_year", "form", "as_of"}
    assert set(said()) == fields
    assert all(text.endswith(".") for text in said().values())


def test_questions_that_fall_away_are_named() -> None:
    assert "none falls away" in said()["modality"]
    assert "CTL-5" in said(modality="in_vivo")["modality"]
    assert "B7" in said(modality="in_vivo")["modality"]
    assert said(contractors=0)["contractors"] == "MAT-5 falls away as it stands."
    assert said(contractors=1)["contractors"] == "MAT-5 is asked as it stands."
    assert "MAT-3" in said()["gene_modified"]


def test_parties_say_how_they_bind() -> None:
    assert "Until you say so" in said(parties=None)["parties"]
    assert "ignored" in said(parties=1)["parties"]
    assert "fewer than 3" in said(parties=2)["parties"]


def test_targets_and_clauses_follow_the_stage() -> None:
    assert "apply later" in said()["stage"]
    assert said(stage="launch")["stage"] != said()["stage"]
    assert "every region" in said(regions=())["regions"]
    assert "clauses are printed" in said(regions=("US",))["regions"]
    assert "taken as it is" in said(automation="electronic")["automation"]
    assert regions_known(CONTENT) == ["US", "EU", "UK"]


def test_flags_that_nobody_spoke_of_are_not_known() -> None:
    found = flags(CONTENT, assessment())
    assert {f.state for f in found} == {"not known"}
    assert all(f.text for f in found)


def test_the_first_answered_flag_makes_no_other_one_no() -> None:
    desk, id = begun()
    desk.store.put(desk.actor, id, "hybrid", "", None)
    people.set_flag(desk, id, "F2", "no")
    states = {f.id: f.state for f in flags(CONTENT, state(desk, id).assessment)}
    assert states.pop("F2") == "no"
    assert set(states.values()) == {"not known"}


@pytest.mark.parametrize("same_day", [False, True])
def test_drills_show_the_points_that_count(same_day: bool) -> None:
    desk, id = begun()
    first = date(2026, 9, 1)
    add_drill(desk, id, "site_down", first, 60, critical_fail=True)
    add_drill(desk, id, "site_down", first if same_day else date(2026, 10, 1), 75, False)
    keys = [key for key, _ in drills(desk, id)]
    found = held(CONTENT, state(desk, id).assessment, keys)
    assert [d.key for d in found] == keys
    assert [d.result.counted for d in found] == [49, 75]
    assert "at most 49" in found[0].why
    # Of two runs on one day the lower counts, else the later one.
    assert [d.result.latest for d in found] == [same_day, not same_day]
    assert "a later one counts" in found[1 if same_day else 0].why


def test_a_new_assessment_is_told_the_same() -> None:
    found = effects_at_start(CONTENT, "in_vivo", "launch")
    assert found == {k: said(modality="in_vivo", stage="launch")[k] for k in ("modality", "stage")}


def test_a_point_of_care_says_how_many_extra_questions_it_brings() -> None:
    """Eight of everybody who makes in many places, and two UK ones while no region is said."""
    now = assessment(profile={"point_of_care": True})
    assert effects(CONTENT, now)["point_of_care"].startswith("10 extra questions on QA oversight")
    assert effects(CONTENT, assessment())["point_of_care"].startswith("No extra questions")
