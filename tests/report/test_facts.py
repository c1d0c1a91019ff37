"""Facts: the result joined with content and answers."""

from fractions import Fraction

from readiness.domain.assessment import Settings
from readiness.domain.questionnaire import Questionnaire
from readiness.report.facts import Facts
from tests.report.organisations import judged, organisation


def test_rows_stand_in_content_order_with_their_gaps(facts: Facts) -> None:
    assert [r.capability.id for r in facts.rows] == list(facts.questionnaire.capabilities)
    assert {r.capability.id for r in facts.rows if r.gap} == {g.capability for g in facts.gaps}
    for row in facts.rows:
        if row.gap:
            assert row.severity == row.gap.severity
            assert {k: v.value for k, v in row.gap.ratings.items()} == {
                k: row.ratings.value(k) for k in ("P", "R", "L")
            }


def test_backing_from_answers_never_exceeds_that_of_the_result(facts: Facts) -> None:
    for row in facts.rows:
        if row.asked and row.claim.backing is not None:
            assert row.shown.backing is not None
            assert row.claim.backing <= row.shown.backing


def test_weights_as_set_and_as_used(content: Questionnaire) -> None:
    settings = Settings(weights={"P": Fraction(1), "R": Fraction(1), "L": Fraction(2)})
    facts = judged(content, organisation(content, 1, settings=settings))[1]
    # On another scale than 0 to 1 they are shown as shares of their sum: 1 + 1 + 2 = 4.
    shares = {"P": Fraction(1, 4), "R": Fraction(1, 4), "L": Fraction(1, 2)}
    assert facts.weights == facts.shares == shares


def test_weights_from_nought_to_one_are_shown_as_set(content: Questionnaire) -> None:
    settings = Settings(weights={"P": Fraction(1, 2), "R": Fraction(1, 2), "L": Fraction(1)})
    facts = judged(content, organisation(content, 1, settings=settings))[1]
    assert facts.weights == {"P": Fraction(1, 2), "R": Fraction(1, 2), "L": 1}
    assert facts.shares == {"P": Fraction(1, 4), "R": Fraction(1, 4), "L": Fraction(1, 2)}


def test_the_horizon_chooses_the_gaps(content: Questionnaire) -> None:
    assessment = organisation(content, 1, settings={"horizon": "launch"})
    facts = judged(content, assessment)[1]
    assert facts.horizon == "launch"
    assert facts.gaps == facts.result.gaps.launch


def test_what_lies_outside_the_form_is_neither_unknown_nor_a_gap(content: Questionnaire) -> None:
    facts = judged(content, organisation(content, 1, form="short"))[1]
    outside = [r for r in facts.rows if r.counts == "outside"]
    assert outside
    assert all(r.gap is None and r.final is None and not r.asked for r in outside)
