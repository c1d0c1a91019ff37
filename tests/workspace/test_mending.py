"""The x-ray: every rule of the content can speak, and each finding names where it is mended."""

import pytest

from readiness.domain.assessment import Assessment
from readiness.domain.result import Finding, Result
from readiness.engine import assess
from readiness.workspace.mending import SEVERITIES, Mend, mends
from tests.made import AS_OF, WINDOW, assessment, everywhere, questionnaire, said
from tests.stress.slots import kept

PEOPLE = [
    {"id": "r1", "function": "MFG", "seniority": "floor", "chain_owner": "Head of supply"},
    {"id": "r2", "function": "EXEC", "seniority": "executive", "chain_owner": "Chief operations"},
]


def untidy() -> Assessment:
    """An assessment in which every rule finds something."""
    return assessment(
        respondents=PEOPLE,
        responses=[
            said("OPM-1", 2, "r1"),  # no basis; two below the executive
            said("OPM-1", 4, "r2", basis="document", dated="2020-01-01"),  # old, no proof attached
            said("DIG-5", 4, "r1", basis="record"),
            said("DIG-2", 2, "r1", basis="record"),  # data two below the algorithms
            said("CTL-1", 3, "r1", basis="document"),  # the scheduling workbook was not brought
            said("MAT-5", "not_applicable", "r1", reason="no contractor"),  # the profile says one
        ],
        drills=[
            {"scenario": "site_down", "held_on": AS_OF, "points": 22, "critical_fail": True},
        ],
        window=WINDOW,
        measurements=[{"metric": "H3", "events": 2, "trials": 8}],
        simulation=kept(60),  # more than its one suite can do
    )


def seen(case: Assessment) -> tuple[Result, list[Mend]]:
    result = assess(case, questionnaire(), robustness=False)
    return result, mends(result, questionnaire(), case)


def test_one_assessment_makes_every_rule_speak() -> None:
    result, _ = seen(untidy())
    kinds = {f.kind for f in result.findings}
    assert {rule.id for rule in questionnaire().xray} <= kinds
    assert {"not_applicable_contradicted", "records_missing"} <= kinds


@pytest.mark.parametrize(
    ("text", "place", "capability"),
    [
        ("OPM-1: level 4 without evidence", "questions", "OPM-1"),
        ("DIG-5 stands at level 4", "questions", "DIG-5"),
        ("OPM-1: executives say 4", "questions", "OPM-1"),
        ("who owns the end-to-end chain", "profile", ""),
        ("OPM-1: a document that was seen dates", "questions", "OPM-1"),
        ("OPM-1: answers without a basis", "questions", "OPM-1"),
        ("MAT-5: answered as not applicable", "questions", "MAT-5"),
        ("CTL-1: no usable records", "evidence", "CTL-1"),
        ("PPL-4: the last drill", "drill", "PPL-4"),
        ("CTL-4: suites used 91 %", "stress", "CTL-4"),
        ("PRC-6: the simulation", "stress", "PRC-6"),
        ("PPL-1: 2 of 8 critical tasks", "evidence", "PPL-1"),
        ("6 of 50 questions are known", "questions", "COI-1"),
    ],
)
def test_each_finding_names_the_place_to_mend_it(text: str, place: str, capability: str) -> None:
    _, found = seen(untidy())
    mend = next(m for m in found if text in m.text)
    assert (mend.place, mend.capability) == (place, capability)


def test_the_gravest_stands_first_and_nothing_is_lost() -> None:
    result, found = seen(untidy())
    grave = [SEVERITIES.index(m.severity) for m in found]
    assert grave == sorted(grave)
    assert found[0].name == "Coverage"
    assert len(found) == len(result.findings) + 1


def test_parties_that_nobody_named_are_asked_for() -> None:
    case = assessment(profile={"parties": None})
    mend = next(m for m in seen(case)[1] if m.name == "Profile")
    assert "no level above 3" in mend.text
    assert mend.place == "profile"


def test_where_all_fits_nothing_is_said() -> None:
    """Level 2 everywhere, on records that are attached, of one whose chain has one owner.

    Records missing is all that is left: it is not mended by answers.
    """
    responses = [r | {"proof": "seen.pdf"} for r in everywhere(2)]
    case = assessment(respondents=PEOPLE[:1], responses=responses)
    assert {m.name for m in seen(case)[1]} == {"Records missing"}


def test_what_records_tell_beyond_the_metrics_is_mended_in_them() -> None:
    result, _ = seen(untidy())
    told = Finding(kind="copies_spread", severity="warning", text="3 copies", metric="S1")
    found = mends(result.model_copy(update={"findings": (told,)}), questionnaire(), assessment())
    assert next(m for m in found if m.text == "3 copies").place == "evidence"
