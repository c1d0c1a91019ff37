"""Rebookings between two versions, by hand."""

from readiness.domain.prints import SheetPrint
from readiness.metrics.version_moves import Moves, find_moves
from tests.metrics.drawn import mark, schedule, version
from tests.metrics.made import VERSIONS


def moves(old: SheetPrint, new: SheetPrint) -> Moves:
    return find_moves(version(old), version(new), VERSIONS)


OLD = schedule(
    ("B1", "A", 10, "confirmed"),
    ("B2", "A", 20, "confirmed"),
    ("B3", "B", 30, "tentative"),
    ("B4", "B", 40, "cancelled"),
    ("B5", "B", 50, "done"),
    ("B6", "B", 60, "confirmed"),
    ("B7", "B", 70, "confirmed"),
)
NEW = schedule(
    ("B2", "B", 21, "confirmed"),  # another suite and another date: two moves
    ("B1", "A", 10, "confirmed"),
    ("B3", "A", 31, "confirmed"),  # was tentative before
    ("B4", "A", 41, "confirmed"),  # was cancelled before
    ("B5", "A", 51, "done"),  # was over before
    ("B6", "B", 61, "cancelled"),  # given up
    ("B8", "B", 80, "confirmed"),  # new; B7 is gone
)


def test_confirmed_bookings_that_moved() -> None:
    found = moves(OLD, NEW)
    # confirmed before and still there: B1 and B2
    assert found.exposed == {mark("B1"), mark("B2")}
    assert found.moved == {
        (mark("B2"), "date"): ("Plan", 3, 2),
        (mark("B2"), "resource"): ("Plan", 3, 2),
    }
    assert found.tentative == {(mark("B3"), "date"), (mark("B3"), "resource")}


def test_one_move_on_two_sheets_is_one() -> None:
    old = {"Plan": OLD, "For sites": OLD}
    new = {"Plan": NEW, "For sites": NEW}
    assert len(find_moves(version(old), version(new), VERSIONS).moved) == 2


def test_without_states_every_booking_counts() -> None:
    head = ("Booking", "Suite", "Start")
    old = schedule(("B1", "A", 10), ("B2", "A", 20), head=head)
    new = schedule(("B1", "A", 12), ("B2", "A", 20), head=head)
    found = moves(old, new)
    assert (len(found.exposed), list(found.moved)) == (2, [(mark("B1"), "date")])


def test_a_date_that_was_retyped_as_text_or_left_out_is_no_other_date() -> None:
    old = schedule(("B1", "A", 10, "confirmed"), ("B2", "A", 20, "confirmed"))
    new = schedule(("B1", "A", "10 Jan", "confirmed"), ("B2", "A", None, "confirmed"))
    assert moves(old, new).moved == {}


def test_a_number_that_stands_twice_is_left_out() -> None:
    rows = [(f"B{n}", "A", n, "confirmed") for n in range(20)]
    old = schedule(*rows, ("B1", "A", 99, "confirmed"))
    new = schedule(*[(b, s, n + 1, c) for b, s, n, c in rows], ("B1", "A", 99, "confirmed"))
    # 20 different numbers of 21 lines tell the rows apart; B1 cannot be told from its twin
    assert len(moves(old, new).moved) == 19


def test_formulas_move_by_what_they_show() -> None:
    old = schedule(("B1", "A", "=C+1|10", "confirmed"), ("B2", "A", "=C+1|20", "confirmed"))
    new = schedule(("B1", "A", "=C+1|10", "confirmed"), ("B2", "A", 21, "confirmed"))
    assert list(moves(old, new).moved) == [(mark("B2"), "date")]
