"""The rows that an erasure names, as spans and back."""

from hypothesis import given
from hypothesis import strategies as st

from readiness.store.erased import numbers_of, spans_of


def test_neighbours_are_one_span() -> None:
    assert spans_of([3, 1, 2, 7]) == [[1, 3], [7, 7]]
    assert spans_of([]) == []


@given(st.sets(st.integers(1, 60)))
def test_spans_name_exactly_these(numbers: set[int]) -> None:
    assert numbers_of({"rows": spans_of(numbers)}) == numbers
