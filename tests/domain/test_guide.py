"""The order for talking: dimensions, and questions that come before the rest of theirs."""

from readiness.domain.guide import InterviewGuide
from tests.made import questionnaire

CONTENT = questionnaire()


def guide(*order: str) -> InterviewGuide:
    """One guide, for supply chain."""
    only = {"function": "SC", "opening": "How are you?", "order": order}
    whole: dict[str, object] = CONTENT.interview.model_dump()
    return InterviewGuide.model_validate(whole | {"guides": [only]})


def test_single_questions_come_first_and_the_rest_keeps_its_order() -> None:
    asked = [CONTENT.capabilities[c] for c in ("OPM-1", "COI-1", "CTL-1", "CTL-2", "MAT-1")]
    found = [q.id for q in guide("CTL-2", "MAT", "CTL").for_talking("SC", asked)]
    assert found == ["CTL-2", "MAT-1", "CTL-1", "OPM-1", "COI-1"]


def test_a_function_without_a_guide_keeps_the_order_of_the_content() -> None:
    asked = list(CONTENT.capabilities.values())
    assert guide("CTL").for_talking("QA", asked) == asked
    assert guide("CTL").guide("QA") is None


def test_every_function_of_the_content_has_a_guide_with_an_opening() -> None:
    codes = [f.code for f in CONTENT.functions]
    assert [g.function for g in CONTENT.interview.guides] == codes
    assert all(g.opening.endswith("?") for g in CONTENT.interview.guides)


def test_a_guide_reaches_every_dimension_of_its_function() -> None:
    for one in CONTENT.interview.guides:
        mine = {c.id for c in CONTENT.capabilities.values() if one.function in c.functions}
        reached = {c for c in mine if c in one.order or c.partition("-")[0] in one.order}
        assert reached == mine, one.function
