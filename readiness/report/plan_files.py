"""The plan as a table of comma-separated values and as a calendar (formats, *readiness plan*)."""

import csv
import hashlib
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from io import StringIO

from readiness.domain.planned import PlannedAction, RoadmapPlan

HEADS = (
    "wave",
    "id",
    "action",
    "level now",
    "level then",
    "owner",
    "person-weeks",
    "start week",
    "end week",
    "start",
    "end",
    "needs",
    "status",
)
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
LINE = 75
"""Octets of a line of a calendar before it is folded (RFC 5545, 3.1)."""


def cells(action: PlannedAction) -> tuple[str, ...]:
    """An action as a row; weeks are counted from 1, the end week is its last."""
    return (
        str(action.wave),
        action.id,
        action.name,
        str(action.final or ""),
        str(action.target or ""),
        action.owner,
        f"{float(sum(action.effort.values())):g}",
        str(action.start_week + 1),
        str(action.end_week),
        action.start.isoformat(),
        action.end.isoformat(),
        " ".join(action.needs),
        action.status,
    )


def plan_csv(plan: RoadmapPlan) -> bytes:
    """One row an action, by wave and start; what falls outside stands last, without weeks.

    UTF-8 with its mark, so that a spreadsheet reads it right; text that looks like a formula is
    marked as text.
    """
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADS)
    for action in plan.actions:
        writer.writerow([_safe(cell) for cell in cells(action)])
    for left in plan.outside:
        blanks = [""] * (len(HEADS) - 4)
        writer.writerow(["", _safe(left.id), _safe(left.name), *blanks, "outside the horizon"])
    return out.getvalue().encode("utf-8-sig")


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell


def plan_calendar(plan: RoadmapPlan, title: str, as_of: date) -> bytes:
    """One all-day event an action, as iCalendar (RFC 5545); the same plan gives the same bytes."""
    stamp = datetime.combine(as_of, time(), UTC).strftime("%Y%m%dT%H%M%SZ")
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//readiness//roadmap//EN",
        f"X-WR-CALNAME:{_escaped(title)}",
    ]
    for action in plan.actions:
        lines += _event(action, title, stamp)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line)).encode()


def _event(action: PlannedAction, title: str, stamp: str) -> list[str]:
    known = hashlib.sha256(f"{title}\n{action.id}".encode()).hexdigest()[:20]
    levels = f"Level {action.final} to {action.target}. " if action.target else ""
    effort = f"{float(sum(action.effort.values())):g} person-weeks"
    said = f"{levels}Owner: {action.owner}. {effort}, wave {action.wave}."
    return [
        "BEGIN:VEVENT",
        f"UID:{known}@readiness",
        f"DTSTAMP:{stamp}",
        f"DTSTART;VALUE=DATE:{action.start:%Y%m%d}",
        # The day after the last, as the standard has it.
        f"DTEND;VALUE=DATE:{action.end + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_escaped(f'{action.id} {action.name}')}",
        f"DESCRIPTION:{_escaped(said)}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _escaped(text: str) -> str:
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return " ".join(text.split())


def _folded(line: str) -> Iterator[str]:
    """Lines of at most 75 octets; those that go on begin with a space."""
    room = LINE
    part = ""
    for sign in line:
        if len(f"{part}{sign}".encode()) > room:
            yield part
            part = " "
        part += sign
    yield part
