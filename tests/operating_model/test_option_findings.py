"""What the options kept open say to OPM-5."""

from typing import Any

from readiness.domain.result import Finding
from readiness.engine import assess
from tests.made import assessment, everywhere, people, questionnaire

SOUND = {"id": "site", "name": "Second site", "cost": 10, "trigger": "40 requests a year"} | {
    "decide_by": "2027-06-30"
}
QUESTIONS = [one.id for one in questionnaire().open_options.questions]
GATE = {"id": "pivotal", "held_on": "2026-10-01", "asked": QUESTIONS, "reshaped": True}


def told(level: int = 2, gates: tuple[Any, ...] = (), **option: Any) -> list[Finding]:
    made = assessment(
        respondents=people("EXEC"),
        responses=everywhere(level, "document"),
        operating={"options": [SOUND | option], "gates": list(gates)},
    )
    found = assess(made, questionnaire(), robustness=False)
    return [f for f in found.findings if f.kind.startswith("option_")]


def test_a_register_in_order_is_left_alone() -> None:
    assert told(level=5, gates=(GATE,)) == []
    assert told(decide_by="2020-01-01", state="taken") == []


def test_an_option_past_its_date() -> None:
    [found] = told(decide_by="2026-09-30")
    assert (found.kind, found.capability, found.severity) == ("option_past", "OPM-5", "warning")
    assert found.text == (
        "Second site: kept open past its decision date, 30 Sep 2026: decide it, or write down a "
        "new date."
    )


def test_an_option_without_a_trigger_and_one_past_its_gate() -> None:
    [found] = told(trigger=" ")
    assert found.kind == "option_no_trigger"
    [found] = told(gates=(GATE,), gate="pivotal")
    assert found.kind == "option_past_gate"
    assert "at the gate into pivotal, held 01 Oct 2026, and still open" in found.text


def test_open_ends_are_hints() -> None:
    found = told(gates=(GATE | {"asked": QUESTIONS[1:]},), cost=None, decide_by=None)
    assert {f.kind for f in found} == {"option_open"}
    assert {f.severity for f in found} == {"hint"}
    assert [f.text.split(": ")[1] for f in found] == [
        "no decision date for",
        "nobody has reckoned what keeping these costs",
        "not asked at the gate into pivotal",
    ]


def test_claims_that_the_register_contradicts() -> None:
    claims = [f.text for f in told(level=3, trigger="") if f.kind == "option_claim"]
    assert len(claims) == 1
    assert claims[0].startswith("OPM-5: people claim level 3, and 1 of 1 open options")
    [gate] = told(level=4)
    assert gate.text == "OPM-5: people claim level 4, and no gate has stopped or reshaped a plan."
    # One that was held and let the plan through as it was is no such gate.
    assert told(level=4, gates=(GATE | {"reshaped": False},)) == [gate]
    assert not [f for f in told(level=2, trigger="") if f.kind == "option_claim"]
