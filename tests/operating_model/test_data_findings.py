"""What data before AI says to DIG-5 and DIG-2."""

from fractions import Fraction
from typing import Any

from readiness.domain.evidence import Evidence, JoinTest, LogLink, RowRef
from readiness.engine import assess
from tests.made import assessment, everywhere, people, questionnaire

ROW = RowRef(file="register.xlsx", row=7, key="B4")
SOUND = {"origin": "system_of_record", "identified": True, "stamped": True} | {
    "checked": 10,
    "complete": 10,
}
USE = {"id": "slot", "name": "Next slot", "decides": "Planner", "checks": "QA lead"}


def joins(linked: int, of: int, *, share: bool = True) -> JoinTest:
    log = LogLink(
        id="schedule",
        name="Schedule",
        every=True,
        found=linked,
        missing=(ROW,) if linked < of else (),
    )
    value = Fraction(linked, of) if share else None
    return JoinTest(batches=of, young=0, strays=0, linked=linked, of=of, share=value, logs=(log,))


def told(level: int = 2, found: JoinTest | None = None, **operating: Any) -> list[Any]:
    made = assessment(
        respondents=people("IT"),
        responses=everywhere(level, "document"),
        operating=operating,
    )
    result = assess(made, questionnaire(), Evidence(joins=found), robustness=False)
    return [f for f in result.findings if f.kind.startswith("data_")]


def test_a_use_that_is_not_ready_is_told_with_its_reasons() -> None:
    sets = [{"id": "plan", "name": "Plan", "origin": "paper", "stamped": False}]
    [found] = told(data_sets=sets, ai_uses=[USE | {"state": "pilot", "consumes": ["plan"]}])
    assert (found.kind, found.capability, found.severity) == ("data_not_ready", "DIG-5", "warning")
    assert found.text == (
        "Next slot: not ready for AI: Plan: not born in a system of record, not every record bears "
        "the time at which it was made, not said: identified, complete."
    )
    [found] = told(ai_uses=[USE])
    assert found.text == "Next slot: not ready for AI: no data set is named."
    assert found.severity == "hint"  # an idea harms nobody yet


def test_a_ready_use_is_left_alone_unless_nobody_checks_it() -> None:
    sets = [{"id": "qc", "name": "QC"} | SOUND]
    assert told(level=5, data_sets=sets, ai_uses=[USE | {"consumes": ["qc"]}]) == []
    [found] = told(data_sets=sets, ai_uses=[USE | {"consumes": ["qc"], "checks": ""}])
    assert found.kind == "data_open"
    assert found.text.endswith("who would check it: Next slot.")


def test_a_join_rate_below_what_is_asked_for_is_told_with_its_rows() -> None:
    [found] = told(found=joins(11, 12))
    assert (found.kind, found.capability, found.evidence) == ("data_join", "DIG-2", (ROW,))
    assert found.text == (
        "11 of 12 batches link across schedule by one key, 91.67 %; asked for are 98 %. "
        "It breaks at: Schedule 11 of 12."
    )
    assert told(found=joins(49, 50)) == []  # 98 % is 98 %
    assert told(found=joins(11, 12, share=False)) == []


def test_claims_that_the_data_contradict() -> None:
    low = told(level=3, found=joins(11, 12), ai_uses=[USE])
    claims = [f.text for f in low if f.kind == "data_claim"]
    assert claims == ["DIG-5: people claim level 3, and none of 1 uses of AI is ready."]
    high = [f.text for f in told(level=4, found=joins(11, 12)) if f.kind == "data_claim"]
    assert high == ["DIG-2: people claim level 4, and 11 of 12 batches link by one key."]
    assert [f for f in told(level=2, found=joins(11, 12), ai_uses=[USE]) if "claim" in f.kind] == []


def test_a_set_that_the_logs_contradict_is_told() -> None:
    sets = [{"id": "plan", "name": "Plan", "log": "schedule"} | SOUND]
    [found, _] = told(found=joins(0, 12), data_sets=sets)
    assert found.text == (
        "Plan: said to bear the key of its batch, and the join-rate test finds 0 of 12 batches "
        "there."
    )
