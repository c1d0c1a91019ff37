"""The middle half of five or more, in whole steps: by hand, and what it can never give away."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.domain.anonymity import LEAST, LEVELS, SHARES, Scale, Spread, middle_half

SCALES = st.sampled_from([LEVELS, SHARES])


@st.composite
def clients(draw: st.DrawFn) -> tuple[Scale, list[Fraction]]:
    """Values of up to twelve clients anywhere on a scale, its ends included."""
    scale = draw(SCALES)
    inside = st.fractions(scale.least, scale.most, max_denominator=60)
    return scale, draw(st.lists(inside, min_size=0, max_size=12))


@pytest.mark.parametrize(
    ("values", "low", "high"),
    [
        # five: the second and the fourth, 1.6 and 3.2, in steps of a half
        (["1", "1.6", "2", "3.2", "5"], "1.5", "3.5"),
        # eight: the second (ceil 8/4) and the sixth (ceil 24/4), 2 and 3.5
        (["1", "2", "2", "2.5", "3", "3.5", "4", "5"], "2", "4"),
        # all alike is a whole step too, and the highest value lies in the last one
        (["2", "2", "2", "2", "2"], "2", "2.5"),
        (["5", "5", "5", "5", "5"], "4.5", "5"),
    ],
)
def test_by_hand(values: list[str], low: str, high: str) -> None:
    found = middle_half([Fraction(v) for v in values], LEVELS)
    assert found == Spread(Fraction(low), Fraction(high))


@given(clients())
def test_fewer_than_five_give_nothing_and_more_give_a_range(
    drawn: tuple[Scale, list[Fraction]],
) -> None:
    scale, values = drawn
    found = middle_half(values, scale)
    assert (found is None) == (len(values) < LEAST)
    if found is not None:
        assert scale.least <= found.low < found.high <= scale.most
        assert found.high - found.low >= scale.step, "never a single value"
        assert (found.low - scale.least) % scale.step == 0, "never finer than the steps"


@given(clients(), st.data())
def test_coming_or_going_of_a_client_never_reveals_its_value(
    drawn: tuple[Scale, list[Fraction]], data: st.DataObject
) -> None:
    """Seen with a client and without, any other value of its step would have shown the same.

    So the two outputs together tell at most the step, half a level wide, and with five clients the
    second output does not exist.
    """
    scale, values = drawn
    if not values:
        return
    gone, *rest = values
    begin = scale.least + scale.place(gone) * scale.step
    inside = st.fractions(begin, begin + scale.step, max_denominator=600)
    other = data.draw(inside.filter(lambda v: scale.place(v) == scale.place(gone)))
    assert middle_half(values, scale) == middle_half([other, *rest], scale)
    if len(values) <= LEAST:
        assert middle_half(rest, scale) is None


@given(clients())
def test_the_lowest_and_the_highest_client_move_nothing(
    drawn: tuple[Scale, list[Fraction]],
) -> None:
    """Whoever stands out is not in the range: put further out, it shows the same."""
    scale, values = drawn
    if len(values) < LEAST:
        return
    low, *middle, high = sorted(values)
    assert low <= high
    further = [scale.least, *middle, scale.most]
    assert middle_half(values, scale) == middle_half(further, scale)
