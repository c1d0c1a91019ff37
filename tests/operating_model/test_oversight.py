"""The extra questions on QA oversight: the profile decides, findings speak, no level moves."""

import pytest

from readiness.domain.assessment import Assessment
from readiness.domain.result import Finding, Result
from readiness.engine import assess
from readiness.operating_model.oversight import questions_for
from tests.made import assessment, everywhere, people, questionnaire

CONTENT = questionnaire()
RULES = CONTENT.oversight
EVERYBODY = [q.id for q in RULES.questions if not q.only_if]
UK = [q.id for q in RULES.questions if q.only_if]


def asked(**profile: object) -> list[str]:
    made: Assessment = assessment(profile=profile)
    return [question.id for question in questions_for(RULES, made.profile)]


def judged(answers: dict[str, str], level: int = 2, **profile: object) -> Result:
    rows = [{"id": id, "answer": answer} for id, answer in answers.items()]
    made = assessment(
        profile={"parties": 3} | profile,
        respondents=people("QA"),
        responses=everywhere(level),
        operating={"oversight": rows},
    )
    return assess(made, CONTENT, robustness=False)


def spoken(found: Result) -> list[Finding]:
    return [f for f in found.findings if f.kind.startswith("oversight_")]


@pytest.mark.parametrize(
    ("profile", "wanted"),
    [
        ({"parties": 2}, []),
        ({"parties": None, "sites": None}, []),
        ({"parties": 3, "regions": ["US"]}, EVERYBODY),
        ({"parties": 1, "point_of_care": True, "regions": ["EU"]}, EVERYBODY),
        ({"parties": 1, "point_of_care": True, "regions": ["EU", "UK"]}, EVERYBODY + UK),
        ({"parties": 1, "point_of_care": True}, EVERYBODY + UK),  # regions not said: keep them in
        ({"parties": 4, "regions": ["UK"]}, EVERYBODY),  # the UK rules are about points of care
    ],
)
def test_the_profile_decides(profile: dict[str, object], wanted: list[str]) -> None:
    """More than two places, or a point of care (domain 1.22)."""
    assert asked(**profile) == wanted


def test_two_places_are_asked_nothing_whatever_was_said_before() -> None:
    found = judged({"hours": "missing"}, parties=2)
    assert found.operating_model.oversight is None
    assert not spoken(found)


def test_every_answer_speaks_to_qms_5() -> None:
    """Eight questions: one missing, one partly, one in place, five not said."""
    found = spoken(judged({"hours": "missing", "live": "partly", "same": "in_place"}))
    assert [(f.kind, f.severity, f.capability) for f in found] == [
        ("oversight_missing", "warning", "QMS-5"),
        ("oversight_open", "hint", "QMS-5"),
        ("oversight_open", "hint", "QMS-5"),
    ]
    assert found[0].text.startswith("QA oversight, reporting in hours: not in place")
    assert found[1].text == "QA oversight: in place only partly: View of the running batch."
    assert found[2].text.count(",") == 4, "five are not said"


def test_a_claim_above_what_is_missing_is_said_and_moves_no_level() -> None:
    loud = judged({"hours": "missing", "live": "missing"}, level=3)
    [claim] = [f for f in spoken(loud) if f.kind == "oversight_claim"]
    assert claim.text == (
        "QMS-5: people claim level 3, and 2 of 8 extra questions are answered with missing."
    )
    quiet = judged(dict.fromkeys(EVERYBODY, "in_place"), level=3)
    assert not spoken(quiet)
    assert loud.capabilities == quiet.capabilities
    assert (loud.level, loud.index) == (quiet.level, quiet.index)
