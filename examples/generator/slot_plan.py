"""`Slot plan v31.xlsx`, its three older copies and the log of rebookings."""

import csv
import io
import random
from collections.abc import Iterator
from datetime import date, timedelta

from examples.generator.book import Row, Styles, Workbook, Worksheet, put, table, workbook
from examples.generator.slot_story import (
    BOOKINGS,
    CHANGES,
    NEWEST,
    PLAN_HEAD,
    VERSIONS,
    Booking,
    Version,
    planned_days,
)
from examples.generator.story import stream

TOP = 5
"""The first row of the plan's data, 0-based."""
EPOCH = date(1899, 12, 30)
CAPACITY_WEEKS = 26
GIVEN = 5
"""The columns of the plan that are typed in; the formulas stand to their right."""


def slot_plan(number: int) -> bytes:
    """The workbook as it was saved under that number."""
    version = VERSIONS[number]

    def draw(book: Workbook, styles: Styles) -> None:
        _plan(book, styles, version)
        _bookings(book, styles, version)
        _capacity(book, styles, version)
        _summary(book, styles, version)
        _hidden(book, styles, version)

    return workbook(draw, version.saved, f"Slot plan v{number}", version.saved_by)


def _serial(day: date) -> int:
    """A date as a workbook counts it."""
    return (day - EPOCH).days


def _plan(book: Workbook, styles: Styles, version: Version) -> None:
    sheet = book.add_worksheet("Plan")
    sheet.write_string("A1", f"Northgate (invented) slot plan v{version.number}", styles.title)
    sheet.write_string("A2", "As of")
    put(sheet, styles, 1, 1, version.saved.date())
    sheet.write_string("J2", "Process days")
    sheet.write_number("K2", 10)
    table(sheet, styles, TOP, PLAN_HEAD, ())
    typed = _typed_over(version)
    for offset, booking in enumerate(version.bookings):
        _plan_row(sheet, styles, version, offset, booking, typed[offset])


def _typed_over(version: Version) -> list[dict[int, int]]:
    """For each row the formulas over which somebody typed, and by how many days that moved them."""
    rng = stream("typed over")
    found: list[dict[int, int]] = [{} for _ in version.bookings]
    for formula, count in enumerate(version.typed_over):
        rows = list(range(len(BOOKINGS)))
        rng.shuffle(rows)
        # What was typed over in an older version stays so in the newer ones.
        typed = rows[: VERSIONS[NEWEST].typed_over[formula]]
        here = [row for row in typed if row < len(version.bookings)]
        for row in here[:count]:
            if (TOP + row, GIVEN + formula) != version.broken_at:
                found[row][formula] = 1 + (row + formula) % 3
    return found


def _shown(version: Version) -> list[tuple[date | int, ...]]:
    """What the formula columns show, row by row."""
    today = version.saved.date()
    rows = zip(version.bookings, _typed_over(version), strict=True)
    return [planned_days(booking, today, typed) for booking, typed in rows]


def _plan_row(
    sheet: Worksheet,
    styles: Styles,
    version: Version,
    offset: int,
    booking: Booking,
    typed: dict[int, int],
) -> None:
    row = TOP + offset
    given: Row = (
        booking.number, booking.lot, booking.subject, booking.resource, booking.collected,
    )  # fmt: skip
    for column, value in enumerate(given):
        put(sheet, styles, row, column, value)
    planned = planned_days(booking, version.saved.date(), typed)
    for formula, (text, result) in enumerate(zip(_formulas(row + 1), planned, strict=True)):
        column = GIVEN + formula
        style = styles.day if isinstance(result, date) else None
        cached = _serial(result) if isinstance(result, date) else result
        if (row, column) == version.broken_at:
            sheet.write_formula(row, column, "=#REF!+5", style, "#REF!")
        elif formula in typed:
            sheet.write_number(row, column, cached, style)
        else:
            sheet.write_formula(row, column, text, style, cached)
    sheet.write_string(row, len(PLAN_HEAD) - 2, booking.status)
    if booking.note:
        sheet.write_string(row, len(PLAN_HEAD) - 1, booking.note)


def _formulas(row: int) -> tuple[str, ...]:
    return (
        f"=E{row}+2", f"=F{row}+$K$2", f"=G{row}+1", f"=F{row}+27", f"=G{row}+18",
        f"=MAX(I{row},J{row})+7", f"=K{row}+5", f"=F{row}-$B$2",
    )  # fmt: skip


def _bookings(book: Workbook, styles: Styles, version: Version) -> None:
    """The list that the sites get: its end dates are formulas, some typed over."""
    sheet = book.add_worksheet("Bookings")
    sheet.write_string("A1", "Confirmed and tentative bookings", styles.title)
    head = ("Booking ID", "Suite / Resource", "From", "Days", "To", "Patient Code", "State")
    table(sheet, styles, 2, head, ())
    for row, booking in enumerate(version.bookings, start=2):
        given: Row = (booking.number, booking.resource, booking.started, booking.days)
        for column, value in enumerate(given):
            put(sheet, styles, row, column, value)
        if booking.number in version.ends_typed_over:
            put(sheet, styles, row, 4, booking.ends)
        else:
            formula = f"=C{row + 1}+D{row + 1}-1"
            sheet.write_formula(row, 4, formula, styles.day, _serial(booking.ends))
        put(sheet, styles, row, 5, booking.subject)
        put(sheet, styles, row, 6, booking.status)


def _capacity(book: Workbook, styles: Styles, version: Version) -> None:
    """The one sheet that is protected."""
    sheet = book.add_worksheet("Capacity")
    table(sheet, styles, 1, ("Week From", "Suites", "Starts Booked", "Free", "Load"), ())
    monday = date(2026, 8, 31)
    last = TOP + len(version.bookings)
    starts = [_serial(row[0]) for row in _shown(version) if isinstance(row[0], date)]
    for row in range(1, CAPACITY_WEEKS + 1):
        end = monday + timedelta(days=7)
        booked = sum(1 for start in starts if _serial(monday) <= start < _serial(end))
        put(sheet, styles, row, 0, monday)
        sheet.write_number(row, 1, 2)
        days = f"Plan!$F${TOP + 1}:$F${last}"
        count = f'=COUNTIFS({days},">="&A{row + 1},{days},"<"&A{row + 1}+7)'
        sheet.write_formula(row, 2, count, None, booked)
        sheet.write_formula(row, 3, f"=B{row + 1}-C{row + 1}", None, 2 - booked)
        sheet.write_formula(row, 4, f"=C{row + 1}/B{row + 1}", None, booked / 2)
        monday = end
    sheet.protect()


def _summary(book: Workbook, styles: Styles, version: Version) -> None:
    sheet = book.add_worksheet("Summary")
    sheet.write_string("A1", "Printed on", styles.head)
    today = _serial(version.saved.date())
    sheet.write_formula("B1", "=TODAY()", styles.day, today)
    sheet.write_string("A2", "Bookings in the plan", styles.head)
    last = TOP + len(version.bookings)
    sheet.write_formula("B2", f"=COUNTA(Plan!A{TOP + 1}:A{last})", None, len(version.bookings))
    sheet.write_string("A3", "Suite of patient", styles.head)
    sheet.write_string("C3", "P-043")
    lookup = f"=VLOOKUP(C3,Plan!C{TOP + 1}:D{last},2,FALSE)"
    sheet.write_formula("B3", lookup, None, "#N/A")
    sheet.set_column(0, 2, 22)


def _hidden(book: Workbook, styles: Styles, version: Version) -> None:
    """Leftovers: a scratch list, and the key that should never have been in this file."""
    scratch = book.add_worksheet("Scratch")
    scratch.write_column("A1", ("move P-057 to Suite B?", "ask clinic 2", "TBC since June"))
    scratch.hide()
    if not version.key:
        return
    key = book.add_worksheet("Key")
    table(key, styles, 1, ("Patient Code", "Initials", "Contact"), version.key)
    key.write_comment("B2", "Invented: J.K., born 14.03.1961, prefers mornings")
    key.very_hidden()


def rebooking_log() -> bytes:
    """Changes after a booking was confirmed, as the planner notes them."""
    rng = stream("rebookings")
    text = io.StringIO()
    writer = csv.writer(text, delimiter=",", lineterminator="\r\n")
    head = ("Booking ID", "Changed On", "What Changed", "Old Value", "New Value", "Reason")
    writer.writerow(head)
    rows: list[tuple[str, ...]] = sorted(_changes(rng), key=_by_day)
    writer.writerows(rows)
    return text.getvalue().encode("utf-8")


def _changes(rng: random.Random) -> Iterator[tuple[str, ...]]:
    patients = [b for b in BOOKINGS if b.lot and b.started < date(2026, 12, 31)]
    for field, reason, count in CHANGES:
        for _ in range(count):
            booking = rng.choice(patients)
            when = min(
                booking.started - timedelta(days=rng.randrange(2, 20)),
                date(2026, 11, 20) - timedelta(days=rng.randrange(0, 9)),
            )
            yield booking.number, when.isoformat(), field, *_values(rng, booking, field), reason


def _by_day(row: tuple[str, ...]) -> tuple[str, ...]:
    return row[1], row[0], *row[2:]


def _values(rng: random.Random, booking: Booking, field: str) -> tuple[str, str]:
    if field == "Suite":
        other = "Suite B" if booking.resource == "Suite A" else "Suite A"
        return other, booking.resource
    if field == "Slot":
        return f"S{rng.randrange(10, 40)}", f"S{rng.randrange(40, 70)}"
    before = booking.started - timedelta(days=rng.choice((-7, -3, 2, 5, 7)))
    return before.isoformat(), booking.started.isoformat()
