"""Rebookings as two saved versions show them: the same booking, another date, slot or resource."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import get_args

from readiness.domain.prints import BookingTable, CellPrint, Role, SheetPrint, VersionPrint
from readiness.domain.rules import VersionRules
from readiness.domain.versions import MoveField
from readiness.metrics.bookings import CANCELLED, ENDED
from readiness.metrics.version_rows import common_role, keys

TENTATIVE = "tentative"
_FIELDS: dict[MoveField, Role] = {"date": "start", "slot": "slot", "resource": "resource"}
FIELDS: tuple[MoveField, ...] = get_args(MoveField)


Place = tuple[str, int, int]
"""Sheet, row in the older and row in the newer version."""


@dataclass
class Moves:
    """What moved from one version to the next.

    ``exposed``: marks of the confirmed bookings that stand in both versions; ``moved``: one entry
    a booking and field, on whichever sheets it stands.
    """

    exposed: set[int] = field(default_factory=set)
    moved: dict[tuple[int, MoveField], Place] = field(default_factory=dict)
    tentative: set[tuple[int, MoveField]] = field(default_factory=set)


def find_moves(old: VersionPrint, new: VersionPrint, rules: VersionRules) -> Moves:
    """Rebookings between two versions, over all tables of bookings that both hold.

    A booking counts as confirmed if its state in the older version is neither tentative, nor done,
    nor cancelled; without a column of states every booking counts. One that is cancelled in the
    newer version is not rebooked but given up. Bookings without a number are told
    apart by the patient's code, and then their slot may change as well. A key that stands twice on
    a sheet is left out there: which of them moved cannot be told.
    """
    found = Moves()
    for name, sheet in old.sheets.items():
        other = new.sheets.get(name)
        for one, two in zip(sheet.bookings, other.bookings if other else (), strict=False):
            assert other is not None
            _table(found, name, _Side(sheet, one), _Side(other, two), rules)
    found.tentative -= set(found.moved)
    return found


@dataclass(frozen=True)
class _Side:
    """A table of bookings in one version."""

    sheet: SheetPrint
    table: BookingTable

    def once(self, role: Role) -> dict[int, int]:
        """Key -> row, of the keys that stand once."""
        rows = keys(self.sheet, self.table, role)
        often = Counter(rows.values())
        return {mark: row for row, mark in rows.items() if often[mark] == 1}

    def shows(self, role: Role, row: int) -> CellPrint | None:
        """The cell of that role in a row."""
        return self.sheet.cells.get(self.table.columns.get(role, 0), {}).get(row)

    def state(self, row: int) -> str:
        """What the row says of its booking; '' for nothing that is known."""
        cell = self.shows("status", row)
        return self.table.states.get(cell.shown, "") if cell else ""


def _table(found: Moves, name: str, old: _Side, new: _Side, rules: VersionRules) -> None:
    role = common_role(old.sheet, new.sheet, old.table, new.table, rules)
    if role is None:
        return
    after = new.once(role)
    for mark, row in old.once(role).items():
        now = after.get(mark)
        if now is None or old.state(row) in ENDED | CANCELLED:
            continue
        if new.state(now) in CANCELLED:
            continue
        tentative = old.state(row) == TENTATIVE
        if not tentative:
            found.exposed.add(mark)
        for moved in _moved(role, old, new, row, now):
            if tentative:
                found.tentative.add((mark, moved))
            else:
                found.moved.setdefault((mark, moved), (name, row, now))


def _moved(role: Role, old: _Side, new: _Side, row: int, now: int) -> Iterator[MoveField]:
    """The fields that differ; an empty cell is no other date, and a retyped one may be the same."""
    for name in FIELDS:
        # Of bookings known by their patient, the number of the booking is the slot.
        source: Role = "booking" if name == "slot" and role == "subject" else _FIELDS[name]
        before, after = old.shows(source, row), new.shows(source, now)
        if before is None or after is None or {before.kind, after.kind} == {"n", "t"}:
            continue
        if before.shown and after.shown and before.shown != after.shown:
            yield name
