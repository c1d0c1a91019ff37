"""How far answers lie apart, and which questions are offered to compare."""

from readiness.domain.result import Result
from readiness.engine import assess
from readiness.workspace.comparing import Spread, compare, heard_once, low_to_high
from tests.made import assessment, people, questionnaire, said


def judged(**more: object) -> Result:
    responses = [
        said("OPM-1", 4, "r1"),
        said("OPM-1", 2, "r2"),
        said("OPM-2", 1, "r1"),
        said("OPM-2", 5, "r2"),
        said("OPM-3", 3, "r1"),
        said("OPM-3", 4, "r2"),
        said("PRC-1", "unknown", "r1"),
        said("PRC-1", 2, "r2"),
    ]
    known = {"respondents": people("SC", "QA"), "responses": responses} | more
    return assess(assessment(**known), questionnaire(), robustness=False)


def test_the_widest_difference_stands_first() -> None:
    compared = compare(judged(), questionnaire())
    assert compared.shown("apart") == (Spread("OPM-2", 1, 5, 2), Spread("OPM-1", 2, 4, 2))
    assert [q.id for q in compared.shown("several")] == ["OPM-1", "OPM-2", "OPM-3"]
    assert len(compared.shown("all")) == 50
    assert (compared.people, compared.answers) == (2, 8)


def test_what_is_outside_the_form_is_not_compared() -> None:
    asked = {q.id for q in compare(judged(form="short"), questionnaire()).shown("all")}
    assert asked <= questionnaire().short_capabilities


def test_answers_stand_from_low_to_high_and_no_level_last() -> None:
    found = {c.id: c for c in judged().capabilities}
    assert [a.respondent for a in low_to_high(found["OPM-1"].answers)] == ["r2", "r1"]
    assert [a.respondent for a in low_to_high(found["PRC-1"].answers)] == ["r2", "r1"]


def test_gates_that_one_function_alone_has_answered() -> None:
    content = questionnaire()
    first, second = [c.id for c in content.capabilities.values() if c.gate][:2]
    once = [said(first, 2, "r1"), said(second, 2, "r1"), said(second, 2, "r2")]
    assert heard_once(judged(responses=once), content) == [first]
    same = people("SC", "SC")
    assert heard_once(judged(responses=once, respondents=same), content) == [first, second]


def test_what_all_call_not_applicable_can_still_be_compared() -> None:
    said_so = [said("OPM-2", "not_applicable", who, reason="one site") for who in ("r1", "r2")]
    result = judged(responses=said_so)
    assert not next(c for c in result.capabilities if c.id == "OPM-2").applicable
    compared = compare(result, questionnaire())
    assert (compared.people, compared.answers) == (2, 2)
    assert Spread("OPM-2", None, None, 0) in compared.shown("all")
