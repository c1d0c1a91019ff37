"""Every level is told with its arithmetic, redone here by hand."""

from fractions import Fraction

from readiness.domain.measurement import Measurement
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.result import AnswerWorking, CapabilityResult
from readiness.engine import assess
from readiness.report.workings import (
    capability_workings,
    dimension_arithmetic,
    final_rule,
    index_arithmetic,
    priority_arithmetic,
    said,
    stream_arithmetic,
    who,
)
from tests.made import assessment, people
from tests.made import said as response


def capability(**changed: object) -> CapabilityResult:
    base: dict[str, object] = {
        "id": "CTL-1",
        "dimension": "CTL",
        "applicable": True,
        "rule": "",
        "claim_source": "answers",
        "claimed": 3,
        "backing": 4,
        "evidenced": 3,
        "records": 1,
        "final": 2,
        "low": 1,
        "high": 3,
        "metrics": ("S1", "S2", "S3", "S4", "S5"),
        "metrics_usable": ("S1", "S2"),
        "answers": (answer("r1", 2, 2), answer("r2", 3, 3), answer("r3", 4, 4)),
    }
    return CapabilityResult.model_validate(base | changed)


def answer(who: str, level: int, backs: int, function: str = "SC") -> AnswerWorking:
    return AnswerWorking.model_validate(
        {
            "respondent": who,
            "function": function,
            "seniority": "lead",
            "said": level,
            "basis": "document",
            "level": level,
            "backs": backs,
        }
    )


MEASURED = {
    "S1": Measurement(metric="S1", level=1),
    "S2": Measurement(metric="S2", level=2),
}


def test_each_step_carries_its_arithmetic(content: Questionnaire) -> None:
    steps = {w.name: w for w in capability_workings(capability(), MEASURED, content)}
    assert steps["People say"].how == "lower median of 2, 3, 4"
    assert steps["Backing"].how == "the highest of: answers back 2, 3, 4 and records show 1"
    assert steps["Evidenced"].how == "min(people say 3, backing 4)"
    # Two of five named metrics count: fewer than half, so at most 3.
    assert steps["Records show"].how == (
        "lower median of 1, 2 (S1, S2); 2 of 5 metrics count, so at most 3"
    )
    assert steps["Final level"].value == "2"
    assert "min(evidenced 3, records 1 + 1)" in steps["Final level"].how
    assert steps["Could lie"].value == "1 to 3"


def test_the_rule_that_decided_is_named(content: Questionnaire) -> None:
    alone = capability(records=None, metrics_usable=())
    assert final_rule(alone, content) == "records missing: min(evidenced 3, 3)"
    unmeasured = capability(records=None, metrics=(), metrics_usable=())
    assert final_rule(unmeasured, content).endswith("evidenced 3")
    assert final_rule(capability(evidenced=None), content) == "records alone: 1"
    unknown = capability(evidenced=None, records=None, final=None, reason="not answered")
    assert final_rule(unknown, content) == "not answered"


def test_one_voice_without_records_is_plus_or_minus_one(content: Questionnaire) -> None:
    lone = capability(single_source=True, records=None, metrics_usable=(), final=3)
    bounds = capability_workings(lone, {}, content)[-1]
    assert bounds.value == "3 ± 1"
    assert "single source, plus or minus one" in bounds.how


def test_a_consensus_keeps_the_answers_beside_it(content: Questionnaire) -> None:
    agreed = capability(claim_source="consensus")
    steps = capability_workings(agreed, MEASURED, content)
    assert steps[0].how == "a consensus; the answers (2, 3, 4) stay beside it"


def test_what_does_not_apply_is_not_scored(content: Questionnaire) -> None:
    off = capability(applicable=False, reason="the content does not ask this for the profile")
    (only,) = capability_workings(off, MEASURED, content)
    assert only.value == "not scored"


def test_a_respondent_is_a_function_never_a_name(content: Questionnaire) -> None:
    assert who(answer("r1", 2, 2), content) == "Supply chain, lead"
    assert who(answer("team", 2, 2, "TEAM"), content) == "The team"
    silent = answer("r1", 2, 2).model_copy(update={"said": "unknown"})
    assert said(silent) == "does not know"


def test_dimension_and_index_are_sums_of_levels(content: Questionnaire) -> None:
    # OPM-1 at 2 and OPM-2 at 1, records seen; nothing else: (2 + 1) / 2 = 1.50, position 12.5.
    made = assessment(
        respondents=people("QA"),
        responses=[
            response("OPM-1", 2, basis="record"),
            response("OPM-2", 1, basis="record"),
        ],
    )
    result = assess(made, content, robustness=False)
    first = next(d for d in result.dimensions if d.id == "OPM")
    assert dimension_arithmetic(first, result) == "(2 + 1) / 2 = 1.50"
    assert index_arithmetic(result).startswith("Index = (1.50) / 1 = 1.50. Position = 100 × (1.50")
    other = next(d for d in result.dimensions if d.id == "COI")
    assert dimension_arithmetic(other, result) == "nothing known; leaves the index"


def test_a_stream_without_enough_metrics_says_so(content: Questionnaire) -> None:
    result = assess(assessment(), content, robustness=False)
    said_so = stream_arithmetic(content.streams[0], result, content)
    assert said_so == "not enough evidence: 0 of 7, needs 4"


def test_a_priority_can_be_redone_with_a_calculator() -> None:
    # 100 × 2/4 × 4.75/5 = 47.5
    text = priority_arithmetic(2, Fraction(475, 100), Fraction(475, 10))
    assert text == "100 × gap 2/4 × severity 4.75/5 = 47.5"
