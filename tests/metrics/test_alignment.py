"""Rows matched by content: what was inserted, deleted, changed in between."""

from hypothesis import given
from hypothesis import strategies as st

from readiness.metrics.alignment import Pairs, align


def lined(old: str, new: str, alike: float = 0.0) -> Pairs:
    return align(old, new, lambda _i, _j: alike, 0.5)


def test_an_inserted_element_is_alone() -> None:
    assert lined("abc", "abxc") == [(0, 0), (1, 1), (None, 2), (2, 3)]


def test_a_deleted_element_is_alone() -> None:
    assert lined("abc", "ac") == [(0, 0), (1, None), (2, 1)]


def test_as_many_others_between_two_anchors_are_the_same_places_changed() -> None:
    assert lined("abc", "axc") == [(0, 0), (1, 1), (2, 2)]


def test_repeated_elements_are_matched_from_both_ends() -> None:
    # nothing occurs once; one dash more: the last of them is new
    assert lined("--", "---") == [(0, 0), (1, 1), (None, 2)]


def test_likeness_decides_where_numbers_differ() -> None:
    # of two new rows the second is like the old one
    def alike(_: int, new: int) -> float:
        return 0.9 if new == 2 else 0.1

    assert align(["a", "old", "z"], ["a", "n1", "n2", "z"], alike, 0.5) == [
        (0, 0),
        (None, 1),
        (1, 2),
        (2, 3),
    ]


def test_too_unlike_is_removed_and_added() -> None:
    assert lined("aqz", "arsz", alike=0.4) == [(0, 0), (1, None), (None, 1), (None, 2), (2, 3)]


def test_how_unlike_is_too_unlike_is_said_by_the_caller() -> None:
    assert align("aqz", "arsz", lambda _i, _j: 0.4, 0.4) == [(0, 0), (1, 1), (None, 2), (2, 3)]


def test_of_two_that_changed_places_one_chain_stays() -> None:
    # a b c d and a c b d: the longest chain holds three; the fourth went and came
    pairs = lined("abcd", "acbd")
    assert sum(None not in pair for pair in pairs) == 3


def test_very_long_gaps_are_paired_by_order() -> None:
    old, new = [("o", n) for n in range(300)], [("n", n) for n in range(301)]
    pairs = align(old, new, lambda _i, _j: 1.0, 0.5)
    assert pairs[:2] == [(0, 0), (1, 1)]
    assert pairs[-1] == (None, 300)


@given(st.text("abcdef", max_size=30), st.text("abcdef", max_size=30))
def test_every_place_stands_once_and_in_order(old: str, new: str) -> None:
    pairs = lined(old, new, alike=0.6)
    left = [i for i, _ in pairs if i is not None]
    right = [j for _, j in pairs if j is not None]
    assert left == list(range(len(old)))
    assert right == list(range(len(new)))


@given(st.text("abcdef", max_size=30))
def test_the_same_is_the_same(text: str) -> None:
    assert lined(text, text) == [(n, n) for n in range(len(text))]
