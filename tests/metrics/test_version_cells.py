"""Changes cell by cell, counted by hand."""

from typing import Any

from readiness.metrics.version_cells import MOST_RUNS, Change, by_column, compare
from tests.metrics.drawn import schedule, sheet, version
from tests.metrics.made import VERSIONS


def kinds(old: Any, new: Any) -> set[tuple[str, int, int]]:
    """Kind, column and row of every change of two rows of cells."""
    found = compare(version(sheet(*old)), version(sheet(*new)), VERSIONS)["Plan"]
    return {(c.kind, c.column, c.row) for c in found.changes}


def test_every_kind_of_change() -> None:
    old = [("same", 1, "gone", None, "=R[-1]+1|5", 7, "=R[-1]+1|5", "=A+1|1")]
    new = [("same", 2, None, "came", 5, "=R[-1]+7|7", "=R[-1]+1|6", "=B+1|1")]
    assert kinds(old, new) == {
        ("changed", 2, 1),
        ("removed", 3, 1),
        ("added", 4, 1),
        ("formula_to_constant", 5, 1),
        ("constant_to_formula", 6, 1),
        # a formula that shows something else is no change of column 7
        ("formula_changed", 8, 1),
    }


def test_a_number_typed_as_text_is_another_value() -> None:
    assert kinds([(1, "x")], [("1", "x")]) == {("changed", 1, 1)}


def test_formulas_of_one_shape_may_only_have_followed() -> None:
    old, new = sheet(("=R[-3]C|1",)), sheet(("=R[-4]C|1",))
    found = compare(version(old), version(new), VERSIONS)["Plan"]
    assert found.changes == []
    assert found.maybe_shifted == [Change(1, 1, "formula_changed")]


def test_an_inserted_row_adds_its_cells_alone() -> None:
    old = sheet(("a", 1), ("b", 2), ("c", 3))
    new = sheet(("a", 1), ("x", 9), ("b", 2), ("c", 3))
    found = compare(version(old), version(new), VERSIONS)["Plan"]
    assert found.changes == [Change(1, 2, "added"), Change(2, 2, "added")]
    assert (found.rows_added, found.rows_removed) == (1, 0)
    # a 2, x 2, b 2, c 2: eight pairs of cells
    assert found.cells == 8


def test_removed_cells_have_their_old_places() -> None:
    old = sheet(("a", 1), ("b", 2), ("c", 3))
    new = sheet(("b", 2), ("c", 3))
    found = compare(version(old), version(new), VERSIONS)["Plan"]
    assert found.changes == [Change(1, 1, "removed"), Change(2, 1, "removed")]


def test_booking_cells_are_those_of_bookings_in_both_versions() -> None:
    old = schedule(("B1", "A", 10, "confirmed"), ("B2", "B", 20, "confirmed"))
    new = schedule(("B1", "A", 11, "confirmed"), ("B3", "B", 30, "tentative"))
    found = compare(version(old), version(new), VERSIONS)["Plan"]
    # B1 stands in both: 4 cells, one changed. B2 went, B3 came: 4 cells each. Headings: 4.
    assert (found.booking_cells, len(found.booking_altered)) == (4, 1)
    assert found.cells == 4 + 4 + 4 + 4
    assert (found.rows_added, found.rows_removed) == (1, 1)
    assert {c.kind for c in found.booking_altered} == {"changed"}


def test_a_sheet_that_came_or_went_is_wholly_so() -> None:
    one, two = sheet(("a",)), sheet(("b", "c"))
    found = compare(version({"X": one, "Old": two}), version({"X": one, "New": two}), VERSIONS)
    assert [c.kind for c in found["New"].changes] == ["added", "added"]
    assert [c.kind for c in found["Old"].changes] == ["removed", "removed"]
    assert list(found) == ["X", "New", "Old"]


def test_addresses_are_joined_to_runs_and_say_what_they_hold() -> None:
    drawn = schedule(*[(f"B{n}", "A", n, "confirmed") for n in range(1, 8)])
    rows = [1, 2, 3, 4, 6]
    lines = list(by_column("Plan", drawn, [Change(3, row, "changed") for row in rows]))
    assert [(c.column, c.holds, c.count, c.addresses) for c in lines] == [
        ("C", "", 1, ("C1",)),  # the heading holds no booking
        ("C", "start", 4, ("C2:C4", "C6")),
    ]
    many = [Change(28, 2 * n, "changed") for n in range(1, MOST_RUNS + 2)]
    (line,) = by_column("Plan", None, many)
    assert (line.column, line.count) == ("AB", MOST_RUNS + 1)
    assert line.addresses == (f"AB2:AB{2 * MOST_RUNS + 2}",)
