"""Places to findings."""

from hypothesis import given
from hypothesis import strategies as st

from readiness.evidence.scan.listing import list_places, list_runs

PLACES = [(4, 13), (2, 13), (3, 13), (9, 1)]


def test_few_places_are_listed_one_by_one() -> None:
    found = list(list_places("k", "S", PLACES, "why", 4))
    assert [(f.address, f.count) for f in found] == [("A9", 1), ("M2", 1), ("M3", 1), ("M4", 1)]


def test_many_places_give_a_range_a_column() -> None:
    found = list(list_places("k", "S", PLACES, "why", 3))
    assert [(f.address, f.count) for f in found] == [("A9", 1), ("M2:M4", 3)]


def test_neighbours_are_joined() -> None:
    found = list(list_runs("k", "S", [*PLACES, (6, 13)], "why", 9))
    assert [(f.address, f.count) for f in found] == [("A9", 1), ("M2:M4", 3), ("M6", 1)]


@given(st.sets(st.tuples(st.integers(1, 30), st.integers(1, 4))), st.integers(1, 20))
def test_nothing_is_lost(places: set[tuple[int, int]], limit: int) -> None:
    for lister in (list_places, list_runs):
        found = list(lister("k", "S", places, "", limit))
        assert sum(f.count for f in found) == len(places)
        assert len(found) <= max(limit, 4)
