"""Profile and people: every change is kept, and silence is never read as good."""

from datetime import date

import pytest

from readiness.domain.errors import InputRefused
from readiness.workspace import people
from readiness.workspace.answers import answer
from readiness.workspace.results import result, state
from tests.workspace.desk import begun


def test_flags_begin_as_not_known_and_bind() -> None:
    desk, id = begun()
    people.set_profile(desk, id, "parties", 2)
    said = state(desk, id).assessment.hybrid
    assert said is not None
    assert len(said.not_known) == 8
    people.set_flag(desk, id, "F1", "yes")
    people.set_flag(desk, id, "F2", "no")
    said = state(desk, id).assessment.hybrid
    assert said is not None
    assert (said.flags, len(said.not_known)) == (("F1",), 6)
    people.set_archetypes(desk, id, ["process_step"])
    assert result(desk, id).hybrid.archetypes == ("process_step",)


def test_incident_not_known_is_none_and_a_finding() -> None:
    desk, id = begun()
    people.set_incident(desk, id, "custody_gap", 0)
    people.set_incident(desk, id, "identity_mismatch", None)
    found = [f.text for f in result(desk, id).findings if f.kind == "red_flag"]
    assert len(found) == 2


def test_a_profile_field_refuses_what_it_cannot_hold() -> None:
    desk, id = begun()
    with pytest.raises(InputRefused):
        people.set_profile(desk, id, "parties", 0)
    with pytest.raises(InputRefused):
        people.set_meta(desk, id, "questionnaire", "another")


def test_respondents_get_the_next_code_and_stay_while_they_have_answers() -> None:
    desk, id = begun()
    first = people.add_respondent(desk, id, "QA", "lead")
    second = people.add_respondent(desk, id, "MFG", "floor")
    assert (first, second) == ("r1", "r2")
    answer(desk, id, "OPM-3", second, level=2)
    with pytest.raises(InputRefused, match="has answers"):
        people.remove_respondent(desk, id, second)
    people.remove_respondent(desk, id, first)
    assert people.add_respondent(desk, id, "SC", "lead") == "r1"
    changed = (
        state(desk, id)
        .assessment.respondent_by_id["r2"]
        .model_copy(update={"chain_owner": "Head of operations"})
    )
    people.set_respondent(desk, id, changed)
    assert state(desk, id).assessment.respondent_by_id["r2"].chain_owner == "Head of operations"


def test_two_drills_of_one_day_both_stay_and_one_can_go() -> None:
    desk, id = begun()
    for points in (60, 40):
        people.add_drill(desk, id, "site_down", date(2026, 9, 1), points, critical_fail=False)
    kept = people.drills(desk, id)
    assert [drill.points for _, drill in kept] == [60, 40]
    latest = next(d for d in result(desk, id).drills if d.latest)
    assert latest.counted == 40  # of two runs on one day the lower counts (method 9)
    people.remove_drill(desk, id, kept[1][0])
    assert [drill.points for _, drill in people.drills(desk, id)] == [60]
