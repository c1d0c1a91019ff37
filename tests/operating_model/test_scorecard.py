"""Score, band, sub-scores and red flags, with a pocket calculator."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from readiness.domain.partners import PartnerAnswer
from readiness.operating_model.scorecard import score_partner, weighted
from tests.operating_model.partners import answers, maker, rules, said, table


def result(given=(), slots=(), **claims):
    partner = maker(**claims)
    return score_partner(rules(), partner, said(partner, slots, given))


def test_the_score_is_weighted_over_what_was_asked() -> None:
    # CD-1 weighs 5, CD-5 3, CD-17 2: 100 * (5*4 + 3*2 + 2*1) / (4 * (5 + 3 + 2)) = 2800 / 40.
    found = result(answers(CD_1=4, CD_5=2, CD_17=1, CD_20=None))
    assert found.score == 70
    assert (found.asked, found.of) == (3, 20)
    assert "CD-20" in found.not_asked
    assert found.band == "workable with conditions"
    parts = {part.id: (part.score, part.asked, part.of) for part in found.parts}
    assert parts == {
        "capacity": (50, 1, 4),
        "capability": (100, 1, 7),
        "openness": (None, 0, 7),
        "stability": (25, 1, 2),
    }


def test_the_weights_are_those_of_the_scorecard() -> None:
    assert len(rules().questions) == 20
    # 5+5+5+4+3+4+4+3+3+4 = 40 for CD-1 to CD-10, 4+4+3+3+3+3+2+3+3+2 = 30 for the rest.
    assert sum(q.weight for q in rules().questions) == 70


def test_nothing_asked_is_no_score() -> None:
    found = result()
    assert (found.score, found.band, found.supports, found.mirror) == (None, None, None, None)
    assert len(found.not_asked) == 20


def test_bands_begin_at_their_limit() -> None:
    # One question of weight 5 (CD-1) at 4, the rest of weight 5 (CD-2): 100 * 5 * n / 40.
    assert result(answers(CD_1=4, CD_2=2)).band == "transparent"  # 5*6 / 40 = 75
    assert result(answers(CD_17=2, CD_18=2)).band == "opaque"  # 50
    assert result(answers(CD_17=1)).band == "do not rely"  # 25


def test_two_red_flags_among_the_named_questions_lower_the_band_by_one() -> None:
    good = answers(CD_1=4, CD_7=4, CD_10=4, CD_18=4)
    one = tuple(a.model_copy(update={"red_flag": a.question in ("CD-7", "CD-18")}) for a in good)
    assert result(one).band == "transparent"  # CD-18 is not among them
    two = tuple(a.model_copy(update={"red_flag": a.question in ("CD-7", "CD-10")}) for a in good)
    found = result(two)
    assert (found.band_before_flags, found.band) == ("transparent", "workable with conditions")
    assert found.supports == 3
    worst = tuple(a.model_copy(update={"score": 0}) for a in two)
    assert result(worst).band == "do not rely"  # there is no band below the last


def test_an_answer_that_the_table_contradicts_counts_nothing() -> None:
    # Claimed 90 %, table 60 %. CD-3 (5) from 4 to 0: 100 * (5*0 + 3*4) / (4*8) = 37.5.
    found = result(answers(CD_3=4, CD_5=4), table(5, 4, 3, 3), claimed_utilisation="0.9")
    assert found.score == Fraction(75, 2)
    three = next(a for a in found.answers if a.question == "CD-3")
    assert (three.given, three.counted) == (4, 0)
    assert "60 %" in three.reason
    assert found.red_flags == ("CD-3",)


def test_what_was_not_asked_is_not_turned_into_a_nought() -> None:
    found = result((), table(5, 4, 3, 3), claimed_utilisation="0.9")
    three = next(a for a in found.answers if a.question == "CD-3")
    assert (three.given, three.counted, three.red_flag) == (None, None, True)
    assert found.score is None


def test_the_sponsor_is_seen_in_the_mirror_and_it_stays_out_of_the_score() -> None:
    # 100 * (1 + 3) / (4 * 2) = 50.
    found = result(answers(CD_1=4, SP_1=1, SP_2=3))
    assert (found.score, found.mirror) == (100, 50)


def test_reactions_are_kept_apart_from_scores() -> None:
    given = [PartnerAnswer(partner="p", question="CD-1", score=2, reaction="deflected")]
    found = result(given)
    assert found.reactions == {"CD-1": "deflected"}
    assert found.score == 50
    assert [check.id for check in found.checks] == ["evasive"]


@given(st.lists(st.sampled_from([None, 0, 1, 2, 3, 4]), min_size=20, max_size=20))
def test_a_better_answer_never_lowers_the_score(scores) -> None:
    ids = [question.id for question in rules().questions]
    before = dict(zip(ids, scores, strict=True))
    score = weighted(rules().questions, before)
    assert score is None or 0 <= score <= 100
    for id, given_score in before.items():
        if given_score is not None and given_score < 4:
            better = weighted(rules().questions, before | {id: given_score + 1})
            assert score is not None
            assert better is not None
            assert better > score
