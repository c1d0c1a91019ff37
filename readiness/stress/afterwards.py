"""After the hour: reasons for points, the slowest answers, who lacked what (domain 6.5)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from readiness.domain.drill_run import DrillStamp
from readiness.domain.drills import roles_of
from readiness.stress.hour import Row, minutes_seconds

Stamps = Mapping[str, DrillStamp]


def why(row: Row, stamp: DrillStamp | None) -> str:
    """The reason for the points of a row: *Right at 21:18, after 15:00*."""
    if stamp is None:
        return "not stamped"
    chosen = row.choice(stamp.answer)
    said = f"{chosen.name if chosen else stamp.answer} at {minutes_seconds(stamp.second)}"
    if chosen == row.choices[0] and row.due is not None:
        said += _timing(row, stamp)
    return said + (f"; corrected: {stamp.reason}" if stamp.reason else "")


def _timing(row: Row, stamp: DrillStamp) -> str:
    assert row.due is not None
    if stamp.second <= 60 * row.due:
        return f", in time (by {row.due}:00)"
    if row.until is not None and stamp.second > 60 * row.until:
        return f", after twice the time ({row.until}:00)"
    return f", late (by {row.due}:00)"


def slowest(rows: Sequence[Row], stamps: Stamps, block: str, count: int = 5) -> list[Row]:
    """Items of a block in the order of the time lost: unanswered first, then past their target."""

    def lost(row: Row) -> tuple[bool, int]:
        stamp = stamps.get(row.id)
        over = 0 if stamp is None else stamp.second - 60 * (row.due or 0)
        return stamp is None, over

    late = [r for r in rows if r.block == block and lost(r) > (False, 0)]
    return sorted(late, key=lost, reverse=True)[:count]


@dataclass(frozen=True)
class OwnerGap:
    """A role that lost points: of how many, on which rows, and whether it was in the room."""

    role: str
    lost: int
    of: int
    rows: tuple[str, ...]
    was_present: bool


def owner_gaps(rows: Sequence[Row], stamps: Stamps, present: Sequence[str]) -> list[OwnerGap]:
    """Roles that lost points on what they own, most first. A row of two roles counts for both."""
    lost: dict[str, int] = {}
    most: dict[str, int] = {}
    where: dict[str, list[str]] = {}
    for row in rows:
        best = row.choices[0].points
        missed = best - row.points(stamps.get(row.id))
        for role in roles_of(row.owner) if row.owner else ():
            most[role] = most.get(role, 0) + best
            lost[role] = lost.get(role, 0) + missed
            if missed:
                where.setdefault(role, []).append(f"{row.block}{row.number}")
    gaps = [
        OwnerGap(role, lost[role], most[role], tuple(where[role]), role in present)
        for role in where
    ]
    return sorted(gaps, key=lambda gap: -gap.lost)
