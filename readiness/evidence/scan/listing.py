"""Places to findings: each cell while they are few, one range a column when they are many."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter

from readiness.domain.scan import CellFinding
from readiness.evidence.scan.cells import Place, address


def list_places(
    kind: str, sheet: str, places: Iterable[Place], text: str, each_up_to: int
) -> Iterator[CellFinding]:
    """Findings of one kind on one sheet; their counts add up to the number of places.

    ``places`` are distinct. Beyond ``each_up_to`` of them every column gives one finding, with the
    range from its first to its last cell.
    """
    ordered = sorted(places, key=itemgetter(1, 0))
    if len(ordered) <= each_up_to:
        for row, column in ordered:
            yield CellFinding(kind=kind, sheet=sheet, address=address(row, column), text=text)
        return
    for column, cells in groupby(ordered, key=itemgetter(1)):
        rows = [row for row, _ in cells]
        where = address(rows[0], column, rows[-1])
        yield CellFinding(kind=kind, sheet=sheet, address=where, text=text, count=len(rows))


def list_runs(
    kind: str, sheet: str, places: Iterable[Place], text: str, each_up_to: int
) -> Iterator[CellFinding]:
    """Like ``list_places``, with neighbours in a column joined: for signs of whole columns."""
    ordered = sorted(places, key=itemgetter(1, 0))
    runs = list(_runs(ordered))
    if len(runs) > each_up_to:
        yield from list_places(kind, sheet, ordered, text, each_up_to)
        return
    for first, last, column in runs:
        where = address(first, column, last)
        yield CellFinding(kind=kind, sheet=sheet, address=where, text=text, count=last - first + 1)


def _runs(ordered: Sequence[Place]) -> Iterator[tuple[int, int, int]]:
    """First row, last row and column of each unbroken run."""
    index = 0
    while index < len(ordered):
        row, column = ordered[index]
        last = row
        while index + 1 < len(ordered) and ordered[index + 1] == (last + 1, column):
            last += 1
            index += 1
        yield row, last, column
        index += 1


def list_each(
    kind: str, sheet: str, told: Mapping[Place, str], general: str, each_up_to: int
) -> Iterator[CellFinding]:
    """Findings of which each has its own text; beyond ``each_up_to`` ranges with a general one."""
    if len(told) > each_up_to:
        yield from list_places(kind, sheet, told, general, each_up_to)
        return
    for (row, column), text in sorted(told.items(), key=lambda one: one[0][::-1]):
        yield CellFinding(kind=kind, sheet=sheet, address=address(row, column), text=text)
