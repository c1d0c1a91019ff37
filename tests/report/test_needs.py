"""What the next level still needs, and what would lift it."""

from readiness.domain.questionnaire import Questionnaire
from readiness.engine import assess
from readiness.report.needs import binds_later, needs
from tests.made import assessment, everywhere, people, said


def made(content: Questionnaire, low: int, **more: object):
    gates = [c.id for c in content.capabilities.values() if c.gate][:low]
    responses = [
        said(str(r["capability"]), 1 if r["capability"] in gates else 3, basis="record")
        for r in everywhere(3)
    ]
    return assess(
        assessment(respondents=people("QA"), responses=responses, **more),
        content,
        robustness=False,
    )


def test_the_number_to_lift_is_the_least_that_suffices(content: Questionnaire) -> None:
    # 80 % of 25 gates are 20; with seven below, 18 reach level 2: two are missing.
    rows = {need.condition: need for need in needs(made(content, 7), content)}
    gates = rows["80 % of the gate capabilities at level 2 or above"]
    assert not gates.met
    assert gates.lift == "Any two of"
    assert len(gates.ids) == 7
    assert gates.then == "to level 2"


def test_a_vacuous_condition_is_left_out(content: Questionnaire) -> None:
    conditions = [need.condition for need in needs(made(content, 7), content)]
    assert not any("below level 1" in condition for condition in conditions)


def test_what_binds_later_is_one_line(content: Questionnaire) -> None:
    line = binds_later(made(content, 7), content)
    assert line.startswith("Binds later: documents or records behind level 2 or more from level 3")
    assert "both mandatory drills from level 4" in line
    assert "fragmentation flags from level 4" in line


def test_parties_that_nobody_named_are_asked_for(content: Questionnaire) -> None:
    result = made(content, 0, profile={"parties": None})
    lifts = [need.lift for need in needs(result, content)]
    assert result.level == 3
    assert "Say how many parties make the product" in lifts


def test_an_open_question_lifts_the_index(content: Questionnaire) -> None:
    result = assess(assessment(), content, robustness=False)
    index = needs(result, content)[0]
    assert index.lift == "Answer 50 open questions, read as 1 until then"
