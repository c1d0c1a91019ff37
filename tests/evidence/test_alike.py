"""Descriptions that tell of the same thing: likeness by hand, groups, and what keeps them apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.evidence.alike import alike, telling

PUMP = "Wash pump alarm during harvest of P012, bag held 25 min"
AGAIN = "Alarm of wash pump at harvest (P031): held 40 minutes"
COUNT = "Cell count below limit on day 6"


def groups(texts: list[str], least: float = 0.7) -> list[tuple[int, ...]]:
    return alike(texts, [None] * len(texts), least)


def test_codes_numbers_and_short_words_tell_nothing() -> None:
    assert telling("Pump of wash: ALARM, P012, 25 min at 02:10, Wäsche") == (
        "alarm min pump waesche wash"
    )
    assert telling("P012 25 at 2") == ""


def test_the_same_in_other_words_is_one_group() -> None:
    assert groups([PUMP, COUNT, AGAIN]) == [(0, 2)]
    assert groups([PUMP, COUNT]) == []


def test_likeness_is_of_the_letters_of_both() -> None:
    # "abc def" and "abc xyz": 7 letters each; taking out def and putting in xyz are 6 steps of
    # 14 letters: 1 - 6/14 = 0.571
    texts = ["abc def", "xyz abc"]
    assert telling(texts[1]) == "abc xyz"
    assert groups(texts, 8 / 14) == [(0, 1)]
    assert groups(texts, 8 / 14 + 0.001) == []


def test_any_two_of_a_group_are_alike() -> None:
    """Complete linkage: a chain of likenesses makes no group of its ends."""
    # neighbours have 9 letters of 14 in common, "bbbb cccc": 18/28 = 0.643; the ends 4: 8/28
    chain = ["aaaa bbbb cccc", "bbbb cccc dddd", "cccc dddd eeee"]
    assert telling(chain[1]) == "bbbb cccc dddd"
    assert [len(group) for group in groups(chain, 0.6)] == [2]
    assert groups(chain, 0.28) == [(0, 1, 2)]


def test_known_steps_that_differ_are_never_one_group() -> None:
    texts = [PUMP, AGAIN, PUMP, PUMP]
    assert alike(texts, ["wash", "fill", "wash", None], 0.7) in ([(0, 2, 3)], [(0, 2), (1, 3)])
    assert alike(texts[:2], ["wash", "fill"], 0.1) == []


def test_equal_texts_need_no_comparison() -> None:
    assert groups(["pump alarm P1", "pump alarm P2"]) == [(0, 1)]
    assert groups([]) == []
    assert groups(["P1", "P2"]) == []


@given(st.lists(st.sampled_from([PUMP, AGAIN, COUNT, "", "P7", "Label smudged"]), max_size=12))
def test_no_text_is_in_two_groups_and_none_is_alone(texts: list[str]) -> None:
    found = groups(texts)
    members = [place for group in found for place in group]
    assert len(members) == len(set(members))
    assert all(len(group) > 1 for group in found)
    assert all(telling(texts[place]) for place in members)


@pytest.mark.parametrize("least", [0.5, 0.7, 0.9])
def test_a_higher_limit_joins_no_more(least: float) -> None:
    texts = [PUMP, AGAIN, COUNT, "Day 7 cell count under the limit", "Label of vial smudged"]
    joined = sum(len(group) - 1 for group in groups(texts, least))
    assert sum(len(group) - 1 for group in groups(texts, least - 0.1)) >= joined
