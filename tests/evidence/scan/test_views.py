"""A sheet together with what was made out in it."""

from readiness.evidence.scan.cells import SheetCells
from readiness.evidence.scan.views import SheetView


def test_two_views_of_the_same_are_equal_and_none_can_be_changed() -> None:
    cells = SheetCells()
    one, other = (SheetView("Plan", "hidden", cells, [], []) for _ in range(2))
    assert one == other
    assert one.state == "hidden"
