"""Cell by cell from one version to the next: what came, what went, what became something else."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from readiness.domain.addresses import column_letters
from readiness.domain.prints import CellPrint, SheetPrint, VersionPrint
from readiness.domain.rules import VersionRules
from readiness.domain.versions import CellChanges, ChangeKind
from readiness.metrics.version_rows import Matched, match

MOST_RUNS = 200
"""Runs of cells listed for one column and kind; beyond, one range from the first to the last."""
_NOTHING: Mapping[int, CellPrint] = {}


class Change(NamedTuple):
    """One cell that is not what it was; its place in the newer version unless it was removed."""

    column: int
    row: int
    kind: ChangeKind


@dataclass
class SheetChanges:
    """What changed on one sheet."""

    changes: list[Change] = field(default_factory=list)
    maybe_shifted: list[Change] = field(default_factory=list)
    """Formulas of the same shape over other rows or columns."""
    rows_added: int = 0
    rows_removed: int = 0
    booking_cells: int = 0
    """Cells, filled in either version, of bookings that stand in both."""
    booking_altered: set[Change] = field(default_factory=set)
    """Those of the changes that lie in such bookings."""
    cells: int = 0
    matched: Matched | None = None
    """None for a sheet that stands in one version only."""


def compare(old: VersionPrint, new: VersionPrint, rules: VersionRules) -> dict[str, SheetChanges]:
    """The changes of every sheet of either version, in the order of the newer one.

    A sheet that one version lacks counts as wholly added or removed: a renamed sheet as both.
    """
    names = dict.fromkeys([*new.sheets, *old.sheets])
    return {name: _sheet(old.sheets.get(name), new.sheets.get(name), rules) for name in names}


def _sheet(old: SheetPrint | None, new: SheetPrint | None, rules: VersionRules) -> SheetChanges:
    if old is None or new is None:
        kind: ChangeKind = "added" if old is None else "removed"
        sheet = new or old
        assert sheet is not None
        found = SheetChanges()
        found.changes = [Change(c, r, kind) for c, rows in sheet.cells.items() for r in rows]
        found.cells = len(found.changes)
        return found
    matched = match(old, new, rules)
    found = SheetChanges(matched=matched)
    _Columns(found, matched).run(old, new)
    return found


class _Columns:
    """The columns of one sheet laid over each other; every cell is looked at once."""

    def __init__(self, found: SheetChanges, matched: Matched) -> None:
        self._found = found
        self._columns = matched.columns
        self._to = {i: j for i, j in matched.rows if i is not None and j is not None}
        self._from = {j: i for i, j in self._to.items()}
        self._booked = {
            j
            for i, j in self._to.items()
            if any(one.holds(i) and other.holds(j) for one, other in matched.bookings)
        }
        found.rows_added = sum(row is None for row, _ in matched.rows)
        found.rows_removed = sum(row is None for _, row in matched.rows)

    def run(self, old: SheetPrint, new: SheetPrint) -> None:
        for column, other in self._columns:
            before = old.cells[column] if column is not None else _NOTHING
            after = new.cells[other] if other is not None else _NOTHING
            for row, cell in before.items():
                now = self._to.get(row)
                self._cell((column, row), (other, now), cell, after.get(now or 0))
            for now, cell in after.items():
                if self._from.get(now) not in before:
                    self._cell(None, (other, now), None, cell)

    def _cell(
        self,
        here: tuple[int | None, int] | None,
        there: tuple[int | None, int | None],
        before: CellPrint | None,
        after: CellPrint | None,
    ) -> None:
        """Count one pair of cells, of which one may be missing."""
        found, booked = self._found, there[1] in self._booked
        found.cells += 1
        found.booking_cells += booked
        kind, shifted = _kind(before, after)
        if kind is None:
            return
        column, row = here if after is None and here else there
        change = Change(column or 0, row or 0, kind)
        (found.maybe_shifted if shifted else found.changes).append(change)
        if booked:
            found.booking_altered.add(change)


def _kind(before: CellPrint | None, after: CellPrint | None) -> tuple[ChangeKind | None, bool]:
    """How a cell changed, and whether its formula may only have followed a moved row."""
    if before is None or after is None:
        return ("added" if before is None else "removed"), False
    if before.kind == after.kind == "f":
        if before.pattern == after.pattern:
            return None, False
        return "formula_changed", before.shape == after.shape
    if before.kind == "f":
        return "formula_to_constant", False
    if after.kind == "f":
        return "constant_to_formula", False
    return (None if before[:2] == after[:2] else "changed"), False


def by_column(
    name: str, sheet: SheetPrint | None, changes: Iterable[Change]
) -> Iterator[CellChanges]:
    """The changes of a sheet, column by column and kind by kind, with their addresses.

    ``sheet``: where the changes lie, for what its columns of bookings are for.
    """
    groups: dict[tuple[int, ChangeKind, str], list[int]] = defaultdict(list)
    for change in changes:
        holds = _holds(sheet, change.column, change.row) if sheet else ""
        groups[change.column, change.kind, holds].append(change.row)
    for (column, kind, holds), rows in sorted(groups.items()):
        letters = column_letters(column)
        yield CellChanges(
            sheet=name,
            column=letters,
            holds=holds,
            kind=kind,
            count=len(rows),
            addresses=_runs(letters, sorted(rows)),
        )


def _holds(sheet: SheetPrint, column: int, row: int) -> str:
    for table in sheet.bookings:
        if table.holds(row):
            return next((role for role, at in table.columns.items() if at == column), "")
    return ""


def _runs(letters: str, rows: Sequence[int]) -> tuple[str, ...]:
    runs: list[list[int]] = []
    for row in rows:
        if runs and row == runs[-1][1] + 1:
            runs[-1][1] = row
        else:
            runs.append([row, row])
    if len(runs) > MOST_RUNS:
        runs = [[rows[0], rows[-1]]]
    return tuple(
        f"{letters}{first}" if first == last else f"{letters}{first}:{letters}{last}"
        for first, last in runs
    )
