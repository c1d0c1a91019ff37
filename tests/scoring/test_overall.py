"""Level and dimensions in their three readings (method 1 and 5)."""

from fractions import Fraction
from typing import Any

from readiness.domain.evidence import Evidence
from readiness.domain.result import HybridResult
from readiness.scoring.measurements import judge_all
from readiness.scoring.overall import Climbed, climb_three, dimension_results
from readiness.scoring.weigh import Weighed, weigh
from tests.made import assessment, everywhere, people, questionnaire, said

HELD = {"demand_doubled": (100, False), "site_down": (100, False)}
ALONE = HybridResult(parties=1, text="one party")


def weighed(**given: Any) -> Weighed:
    """Answers alone, weighed."""
    case = assessment(**given)
    measured, _ = judge_all(case, questionnaire(), Evidence())
    return weigh(case, questionnaire(), measured)


def climbed(**given: Any) -> Climbed:
    """And climbed, with both drills at 100 and one party."""
    return climb_three(weighed(**given), questionnaire().verdict.steps, HELD, ALONE)


def test_nothing_known_stands_at_one_and_could_be_anything() -> None:
    """Low: all at 1. High: unknown at 5 with proof, drills as recorded: level 5."""
    found = climbed()
    assert (found.low, found.level, found.high) == (1, 1, 5)
    assert found.steps[0].conditions[0].now == "not known"


def test_two_answers_apart_make_the_width() -> None:
    """QA 2 and MFG 3 everywhere, both on a record.

    Claimed 2 (lower median): index 2.00, gates 25 of 25 at 2: level 2. Low reading 2: level 2. High
    reading 3 (with metrics named min(3, 3) = 3): index 3, gates at 3, proof 3: level 3, not 4.
    """
    both = everywhere(2, who="r1") + everywhere(3, who="r2")
    found = climbed(respondents=people("QA", "MFG"), responses=both)
    assert (found.low, found.level, found.high) == (2, 2, 3)


def test_a_consensus_stands_for_both_ends() -> None:
    both = everywhere(2, who="r1") + everywhere(5, who="r2")
    agreed = [
        {
            "capability": c,
            "level": 2,
            "basis": "record",
            "reason": "x",
            "by": "a",
            "on": "2026-11-20",
        }
        for c in questionnaire().capabilities
    ]
    found = climbed(respondents=people("QA", "MFG"), responses=both, consensus=agreed)
    assert (found.low, found.level, found.high) == (2, 2, 2)


def test_dimension_by_hand() -> None:
    """MAT has five. MAT-1 3 on a document, MAT-3 unknown (visibility: 1), MAT-4 2 told.

    MAT-2 and MAT-5 not answered. Known 3, 1, 2: mean 2. Low (3 + 1 + 1 + 2 + 1)/5 = 8/5;
    high (3 + 5 + 1 + 2 + 5)/5 = 16/5.
    """
    found = dimension_results(
        weighed(
            respondents=people("SC"),
            responses=[
                said("MAT-1", 3, basis="document"),
                said("MAT-3", "unknown"),
                said("MAT-4", 2, basis="statement"),
            ],
        ),
        questionnaire(),
    )
    material = next(d for d in found if d.id == "MAT")
    assert (material.score, material.known, material.applicable) == (2, 3, 5)
    assert (material.low, material.high) == (Fraction(8, 5), Fraction(16, 5))
    assert (material.claimed, material.records) == (2, None)


def test_a_dimension_with_none_known_stands_at_one_and_five() -> None:
    found = dimension_results(weighed(), questionnaire())
    assert len(found) == 10
    assert {(d.score, d.low, d.high) for d in found} == {(None, 1, 5)}
