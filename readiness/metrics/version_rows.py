"""Rows and columns of one sheet in two versions, matched: by booking where there is one."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import zip_longest

from readiness.domain.prints import BookingTable, CellPrint, Role, SheetPrint
from readiness.domain.rules import VersionRules
from readiness.metrics.alignment import Pairs, align

Cells = Mapping[int, CellPrint]


@dataclass(frozen=True)
class Matched:
    """One sheet laid over itself: rows and columns as pairs, None where one side has none."""

    rows: Pairs
    columns: Pairs
    bookings: list[tuple[BookingTable, BookingTable]] = field(default_factory=list)

    @property
    def moved(self) -> bool:
        """Whether rows or columns were inserted or deleted: formulas then follow by themselves."""
        return any(None in pair for pair in (*self.rows, *self.columns))


def match(old: SheetPrint, new: SheetPrint, rules: VersionRules) -> Matched:
    """Rows by the number or the patient code of their booking, the others by content and order.

    Columns by their heading; where headings were changed, by order.
    """
    columns = _columns(old, new, rules)
    before, after = by_row(old), by_row(new)
    tables = list(zip(old.bookings, new.bookings, strict=False))
    keyed: Pairs = [pair for one, other in tables for pair in _by_key(old, new, one, other, rules)]
    taken = {i for i, _ in keyed}, {j for _, j in keyed}
    rest_old = [row for row in sorted(before) if row not in taken[0]]
    rest_new = [row for row in sorted(after) if row not in taken[1]]
    names = {j: i for i, j in columns if i is not None and j is not None}
    signs = [
        [_sign(before[row], None) for row in rest_old],
        [_sign(after[row], names) for row in rest_new],
    ]

    def alike(i: int, j: int) -> float:
        one, other = set(signs[0][i]), set(signs[1][j])
        return len(one & other) / max(len(one), len(other), 1)

    rest = align(signs[0], signs[1], alike, float(rules.row_alike))
    rows: Pairs = [*keyed]
    rows += [
        (None if i is None else rest_old[i], None if j is None else rest_new[j]) for i, j in rest
    ]
    return Matched(rows, columns, tables)


def by_row(sheet: SheetPrint) -> dict[int, dict[int, CellPrint]]:
    """Row -> column -> cell."""
    rows: dict[int, dict[int, CellPrint]] = defaultdict(dict)
    for column, cells in sheet.cells.items():
        for row, cell in cells.items():
            rows[row][column] = cell
    return dict(rows)


def _sign(row: Cells, names: Mapping[int, int] | None) -> tuple[Hashable, ...]:
    """What a row holds, by the columns of the older version; formulas by their shape."""
    return tuple(
        (column if names is None else names.get(column, -column), cell.shape or cell.shown)
        for column, cell in sorted(row.items())
    )


def _columns(old: SheetPrint, new: SheetPrint, rules: VersionRules) -> Pairs:
    before, after = sorted(old.cells), sorted(new.cells)
    pairs = align(
        [_heading(old, column) for column in before],
        [_heading(new, column) for column in after],
        lambda _i, _j: 0.0,
        float(rules.row_alike),
    )
    found: Pairs = []
    for i, j in pairs:
        place = None if i is None else before[i], None if j is None else after[j]
        nameless = i is not None and j is not None and _nameless(old, new, before[i], after[j])
        found += [(place[0], None), (None, place[1])] if nameless else [place]
    return found


def _nameless(old: SheetPrint, new: SheetPrint, column: int, other: int) -> bool:
    """Whether two columns at different places have no heading that could have been renamed."""
    bare = isinstance(_heading(old, column), tuple) or isinstance(_heading(new, other), tuple)
    return bare and column != other


def _heading(sheet: SheetPrint, column: int) -> Hashable:
    """The mark of a column's heading; without one its place."""
    cell = sheet.cells[column].get(sheet.heading_row)
    return (0, column) if cell is None else cell.shown


def key_role(sheet: SheetPrint, table: BookingTable, rules: VersionRules) -> Role | None:
    """What tells the rows of a table of bookings apart: their number, else the patient's code."""
    roles: tuple[Role, ...] = ("booking", "subject")
    for role in roles:
        marks = list(keys(sheet, table, role).values())
        if marks and Fraction(len(set(marks)), len(marks)) >= rules.key_share:
            return role
    return None


def keys(sheet: SheetPrint, table: BookingTable, role: Role) -> dict[int, int]:
    """Row -> mark of the cell of that role, of the data rows that have one."""
    cells = sheet.cells.get(table.columns.get(role, 0), {})
    return {row: cell.shown for row, cell in cells.items() if table.holds(row) and cell.shown}


def common_role(
    old: SheetPrint,
    new: SheetPrint,
    one: BookingTable,
    other: BookingTable,
    rules: VersionRules,
) -> Role | None:
    """What tells the rows of a table apart in both versions."""
    role = key_role(old, one, rules)
    return role if role is not None and role == key_role(new, other, rules) else None


def _by_key(
    old: SheetPrint,
    new: SheetPrint,
    one: BookingTable,
    other: BookingTable,
    rules: VersionRules,
) -> Iterator[tuple[int | None, int | None]]:
    """Pairs of rows with the same key; of a key that occurs again, the first with the first.

    A row whose key the other version lacks is alone: another booking is no changed one.
    """
    role = common_role(old, new, one, other, rules)
    if role is None:
        return
    before, after = _places(keys(old, one, role)), _places(keys(new, other, role))
    for mark in before | after:
        yield from zip_longest(before.get(mark, ()), after.get(mark, ()))


def _places(marks: Mapping[int, int]) -> dict[int, Sequence[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for row, mark in marks.items():
        found[mark].append(row)
    return dict(found)
