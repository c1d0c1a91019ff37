"""Claims (method 2): what is claimed, what backs it, and what does not apply."""

from typing import Any

import pytest

from readiness.domain.assessment import Consensus, Respondent, Response
from readiness.scoring.claims import Claim, ceiling, hear, is_corroborated, lower_median
from tests.made import AS_OF, questionnaire

PEOPLE = {
    "r1": Respondent(id="r1", function="MFG"),
    "r2": Respondent(id="r2", function="QA"),
    "r3": Respondent(id="r3", function="QA", seniority="executive"),
    "r4": Respondent(id="r4", function="SC"),
}
GATE = "OPM-3"  # a gate that is no visibility capability
PLAIN = "OPM-1"  # neither
SEEN = "CTL-2"  # a gate marked as visibility
SEEN_PLAIN = "MAT-2"  # visibility, no gate


def heard(capability: str, *answers: tuple[Any, ...], consensus: Any = None) -> Claim:
    """The claim of answers (respondent, level, basis)."""
    responses = [
        Response(
            capability=capability,
            respondent=who,
            level=level,
            basis=basis[0] if basis else None,
            reason="a reason",
        )
        for who, level, *basis in answers
    ]
    content = questionnaire()
    return hear(content.capabilities[capability], responses, consensus, PEOPLE, content.claims)


def agreed(capability: str, level: Any, basis: Any = "statement") -> Consensus:
    """A consensus."""
    return Consensus(
        capability=capability, level=level, basis=basis, reason="agreed", by="a", on=AS_OF
    )


@pytest.mark.parametrize(
    ("levels", "median"),
    [([3], 3), ([2, 4], 2), ([1, 4, 5], 4), ([5, 1, 3, 2], 2), ([2, 2, 5, 5], 2)],
)
def test_claimed_is_the_lower_median(levels: list[Any], median: int) -> None:
    assert lower_median(levels) == median


def test_no_levels_have_no_median() -> None:
    with pytest.raises(ValueError, match="not defined"):
        lower_median([])


def test_ceilings_by_basis() -> None:
    rules = questionnaire().claims
    assert [ceiling(b, False, rules) for b in ("statement", "document", "record")] == [2, 4, 5]
    assert ceiling("statement", True, rules) == 3


def test_corroboration_needs_two_functions_at_three_or_more() -> None:
    rules = questionnaire().claims
    assert is_corroborated([("MFG", 3), ("QA", 4)], rules)
    assert not is_corroborated([("QA", 3), ("QA", 4)], rules)
    assert not is_corroborated([("MFG", 2), ("QA", 4)], rules)


def test_talk_backs_two_and_three_if_corroborated() -> None:
    alone = heard(PLAIN, ("r1", 4, "statement"))
    assert (alone.level, alone.backing, alone.proof) == (4, 2, None)
    same = heard(PLAIN, ("r2", 4, "statement"), ("r3", 4, "statement"))
    assert same.backing == 2
    both = heard(PLAIN, ("r1", 4, "statement"), ("r2", 3, "statement"))
    # Lower median of 3 and 4 is 3; backing min(4, 3) = 3.
    assert (both.level, both.backing) == (3, 3)


def test_paper_backs_the_capability_not_the_person() -> None:
    one = heard(PLAIN, ("r1", 4, "document"))
    two = heard(PLAIN, ("r1", 4, "document"), ("r2", 4, "statement"))
    assert one.backing == two.backing == 4
    assert two.proof == 4


def test_basis_missing_counts_as_a_statement() -> None:
    assert heard(PLAIN, ("r1", 5)).backing == 2


def test_unknown_leaves_a_capability_unscored() -> None:
    claim = heard(PLAIN, ("r1", "unknown"))
    assert (claim.applicable, claim.level, claim.backing) == (True, None, None)
    assert claim.reason == "answered: do not know"


def test_unknown_on_visibility_is_level_one_on_a_statement() -> None:
    claim = heard(SEEN, ("r1", "unknown", "record"))
    assert (claim.level, claim.backing, claim.proof) == (1, 1, None)
    mixed = heard(SEEN, ("r1", "unknown"), ("r2", 4, "document"))
    # 1 and 4: the lower median is 1; the range makes a disagreement elsewhere.
    assert mixed.level == 1
    assert {v.level for v in mixed.voices} == {1, 4}


def test_no_answer_is_not_unknown() -> None:
    claim = heard(SEEN)
    assert claim.level is None
    assert claim.reason == "not answered"


def test_not_applicable_needs_everybody_who_answered() -> None:
    assert not heard(PLAIN, ("r1", "not_applicable"), ("r2", "not_applicable")).applicable
    mixed = heard(PLAIN, ("r1", "not_applicable"), ("r2", "unknown"))
    assert mixed.applicable
    assert mixed.level is None


def test_a_level_outweighs_not_applicable_and_is_a_finding() -> None:
    claim = heard(PLAIN, ("r1", "not_applicable"), ("r2", 3, "document"))
    assert (claim.applicable, claim.level) == (True, 3)
    assert [f.kind for f in claim.findings] == ["not_applicable_contradicted"]


def test_a_gate_needs_a_consensus_to_fall_away() -> None:
    alone = heard(GATE, ("r1", "not_applicable"))
    assert alone.applicable
    assert alone.level is None
    with_reason = heard(GATE, ("r1", "not_applicable"), consensus=agreed(GATE, "not_applicable"))
    assert not with_reason.applicable


def test_not_applicable_on_a_visibility_gate_is_level_one_on_purpose() -> None:
    claim = heard(SEEN, ("r1", "not_applicable"))
    assert (claim.applicable, claim.level, claim.backing) == (True, 1, 1)
    plain = heard(SEEN_PLAIN, ("r1", "not_applicable"))
    assert not plain.applicable


@pytest.mark.parametrize("said", [3, "unknown"])
def test_consensus_not_applicable_is_refused_against_a_level_or_unknown(said: Any) -> None:
    claim = heard(PLAIN, ("r1", said), consensus=agreed(PLAIN, "not_applicable"))
    assert claim.applicable
    assert claim.source != "consensus"
    assert [f.kind for f in claim.findings] == ["not_applicable_contradicted"]


def test_consensus_takes_the_place_of_answers_and_their_basis() -> None:
    answers = (("r1", 5, "record"), ("r2", 1, "statement"))
    claim = heard(PLAIN, *answers, consensus=agreed(PLAIN, 4, "document"))
    assert (claim.level, claim.backing, claim.proof, claim.source) == (4, 4, 4, "consensus")
    assert len(claim.answers) == 2
    talked = heard(PLAIN, *answers, consensus=agreed(PLAIN, 4, "statement"))
    # Only one function gave 3 or more: a spoken consensus backs 2, and nothing on paper.
    assert (talked.backing, talked.proof, talked.on_paper) == (2, None, False)


def test_spoken_consensus_backs_three_if_answers_corroborate() -> None:
    answers = (("r1", 3, "statement"), ("r2", 4, "statement"))
    assert heard(PLAIN, *answers, consensus=agreed(PLAIN, 5)).backing == 3


def test_low_reading_is_the_lowest_level_with_its_least_backing() -> None:
    claim = heard(PLAIN, ("r1", 2, "record"), ("r2", 2, "statement"), ("r4", 5, "document"))
    # Lowest level 2; its answers back 2 and 2; the spoken one proves nothing.
    assert claim.low == (2, 2, None)
    assert claim.high == 5


def test_not_applicable_without_its_reason_is_no_answer_yet() -> None:
    content = questionnaire()
    bare = Response(capability=PLAIN, respondent="r1", level="not_applicable")
    claim = hear(content.capabilities[PLAIN], [bare], None, PEOPLE, content.claims)
    assert (claim.applicable, claim.level) == (True, None)
    assert claim.reason == "not applicable without a reason: open"
    level = Response(capability=PLAIN, respondent="r2", level=3, basis="document")
    both = hear(content.capabilities[PLAIN], [bare, level], None, PEOPLE, content.claims)
    assert (both.level, both.findings) == (3, ())
