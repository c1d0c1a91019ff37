"""Rows and columns of a sheet in two versions, matched by hand."""

from fractions import Fraction

from readiness.metrics.version_rows import common_role, key_role, match
from tests.metrics.drawn import schedule, sheet
from tests.metrics.made import VERSIONS


def test_bookings_are_matched_by_their_number_wherever_they_stand() -> None:
    old = schedule(("B1", "A", 10, "confirmed"), ("B2", "B", 20, "confirmed"))
    new = schedule(("B2", "B", 21, "done"), ("B3", "A", 30, "tentative"), ("B1", "A", 10, "done"))
    found = match(old, new, VERSIONS)
    assert sorted(found.rows, key=str) == sorted([(1, 1), (2, 4), (3, 2), (None, 3)], key=str)
    assert found.moved


def test_without_a_number_rows_are_matched_by_content() -> None:
    old = sheet(("a", 1), ("b", 2), ("c", 3))
    new = sheet(("a", 1), ("x", 9), ("b", 2), ("c", 4))
    # one row inserted; c changed in one of two cells and lies alone between b and the end
    assert match(old, new, VERSIONS).rows == [(1, 1), (None, 2), (2, 3), (3, 4)]


def test_a_number_that_repeats_is_none() -> None:
    # 3 different of 4: 75 % is under 90 %
    rows = [("B1", "A", 1), ("B1", "A", 2), ("B2", "A", 3), ("B3", "A", 4)]
    drawn = schedule(*rows)
    assert key_role(drawn, drawn.bookings[0], VERSIONS) is None
    assert match(drawn, drawn, VERSIONS).rows == [(n, n) for n in range(1, 6)]


def test_the_content_says_from_which_share_on_a_number_tells_rows_apart() -> None:
    drawn = schedule(("B1", "A", 1), ("B1", "A", 2), ("B2", "A", 3), ("B3", "A", 4))
    # 3 of 4 are enough where the content asks for 75 %
    rules = VERSIONS.model_copy(update={"key_share": Fraction(3, 4)})
    assert key_role(drawn, drawn.bookings[0], rules) == "booking"


def test_both_versions_must_have_the_number() -> None:
    old = schedule(("B1", "A", 1), ("B2", "A", 2))
    new = schedule(("B1", "A", 1), ("B1", "A", 2))
    assert common_role(old, new, old.bookings[0], new.bookings[0], VERSIONS) is None
    assert common_role(old, old, old.bookings[0], old.bookings[0], VERSIONS) == "booking"


def test_columns_are_matched_by_their_headings() -> None:
    old = sheet(("Slot", "Start", "End"), ("S1", 1, 2), heading=1)
    new = sheet(("Slot", "Site", "Start", "End"), ("S1", "x", 1, 2), heading=1)
    found = match(old, new, VERSIONS)
    assert found.columns == [(1, 1), (None, 2), (2, 3), (3, 4)]
    # and the row is found although its cells stand elsewhere
    assert (2, 2) in found.rows


def test_a_heading_that_was_renamed_keeps_its_column() -> None:
    old = sheet(("Slot", "Start", "End"), ("S1", 1, 2), heading=1)
    new = sheet(("Slot", "Begin", "End"), ("S1", 1, 2), heading=1)
    assert match(old, new, VERSIONS).columns == [(1, 1), (2, 2), (3, 3)]
    assert not match(old, new, VERSIONS).moved
