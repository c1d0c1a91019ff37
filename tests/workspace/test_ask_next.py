"""Whom to ask what next: who owes what, whom to talk to, what to settle."""

from datetime import date

from readiness.workspace.ask_next import ask_next
from tests.made import assessment, people, questionnaire, said

CONTENT = questionnaire()
TODAY = date(2026, 11, 22)
GATES = [c for c in CONTENT.capabilities.values() if c.gate]


def texts(**given: object) -> list[str]:
    return [s.text for s in ask_next(assessment(**given), CONTENT, TODAY)]


def test_at_first_one_talks_to_whom_most_gates_are_put() -> None:
    # Of the gates quality assurance can answer 19, more than any other function.
    count = sum("QA" in c.functions for c in GATES)
    assert count == max(sum(f.code in c.functions for c in GATES) for f in CONTENT.functions)
    assert texts() == [
        f"Talk to Quality assurance: {count} gate questions that nobody has answered"
    ]


def test_what_is_late_and_marked_comes_first() -> None:
    asked = {"what": "Change log", "asked_on": TODAY}
    found = texts(
        respondents=people("SC"),
        requests=[
            {"id": "e1", "due": "2026-11-20", "respondent": "r1"} | asked,
            {"id": "e2", "due": "2026-11-30"} | asked,
            {"id": "e3", "due": "2026-11-01", "status": "received"} | asked,
        ],
        follow_ups=[{"capability": "CTL-2", "respondent": "r1"}],
        notes=[{"id": "n1", "text": "heard"}],
    )
    assert found[:2] == ["Late, due 20 Nov from r1: Change log", "Come back to CTL-2 with r1"]
    assert found[-1] == "Make answers of one note"


def test_a_gate_wants_a_second_function_and_far_answers_a_talk() -> None:
    # Scheduling asks MFG, SC and IT about CTL-1; only SC has spoken.
    every = [said(c.id, 2, "r2") for c in GATES if c.id != "CTL-1"]
    every += [said(c.id, 2, "r3") for c in GATES if c.id != "CTL-1"]
    spoken = [said("CTL-1", 2), *every]
    found = texts(respondents=people("SC", "QA", "MFG"), responses=spoken)
    assert "Ask Manufacturing too: one gate heard from one function only" in found
    apart = [*spoken, said("CTL-1", 4, "r3", basis="document")]
    found = texts(respondents=people("SC", "QA", "MFG"), responses=apart)
    assert found[0] == "Answers lie far apart: CTL-1. Settle it in Compare"
    assert not any("one function only" in text for text in found)


def test_two_levels_of_seniority_in_manufacturing_and_quality() -> None:
    assert "Talk to a second level of seniority in Manufacturing" in texts(
        respondents=people("MFG", "SC")
    )
    both = [*people("MFG"), {"id": "r2", "function": "MFG", "seniority": "floor"}]
    assert not any("seniority" in text for text in texts(respondents=both))


def test_no_step_says_a_level() -> None:
    answers = [said("CTL-1", 1), said("CTL-1", 4, "r2"), said("OPM-1", 5)]
    steps = ask_next(assessment(respondents=people("SC", "QA"), responses=answers), CONTENT, TODAY)
    assert [s.capability for s in steps if "proof" in s.text] == ["OPM-1"]
    assert not any("level 1" in s.text or "level 4" in s.text for s in steps)
