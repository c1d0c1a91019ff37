"""Bookings of a sheet that cannot both be kept: one resource, or one patient, booked twice.

As S5 counts them (domain 4.2.3), but in the workbook itself, before anybody says which sheet holds
the bookings; and each with its cell.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from readiness.domain.scan import CellFinding
from readiness.domain.scan_rules import ScanRules
from readiness.evidence.scan.cells import address
from readiness.evidence.scan.listing import list_each
from readiness.evidence.scan.looking import Looking, column_called
from readiness.evidence.scan.people import Headings
from readiness.evidence.scan.tables import Table, words
from readiness.evidence.scan.views import SheetView

Pairs = dict[int, list[int]]
"""Row of a booking -> rows of those that it clashes with."""
_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class BookingColumns:
    """Where a list of bookings keeps what decides."""

    start: int
    end: int | None
    resource: int | None
    subject: int | None
    booking: int | None
    status: int | None


@dataclass(frozen=True, slots=True)
class _Booking:
    row: int
    key: Hashable
    resource: str
    start: float
    end: float
    subject: str
    ended: bool


def booking_columns(table: Table, headings: Headings, rules: ScanRules) -> BookingColumns | None:
    """The columns of a table that lists bookings: a start, and a resource or a patient."""
    by = rules.headings
    start, resource = column_called(table, by.start), column_called(table, by.resource)
    subject = subject_column(table, headings)
    if start is None or (resource is None and subject is None):
        return None
    return BookingColumns(
        start=start,
        end=column_called(table, by.end),
        resource=resource,
        subject=subject,
        booking=column_called(table, by.booking),
        status=column_called(table, by.status),
    )


def subject_column(table: Table, headings: Headings) -> int | None:
    """The first column of patients or their codes."""
    for pattern in (headings.code, headings.patient):
        for column, heading in sorted(table.headings.items()):
            if pattern.search(heading) and not headings.staff.search(heading):
                return column
    return None


def double_bookings(
    view: SheetView, looking: Looking, headings: Headings, rules: ScanRules
) -> Iterator[CellFinding]:
    """The start cells of bookings that clash, each with the cells that it clashes with.

    On one resource two bookings clash where their times overlap; the end of one may be the start
    of the next, and a booking without a length takes its day. One patient is booked twice where
    two bookings are neither done nor cancelled. The same booking in two rows does not clash.
    """
    for table in view.tables:
        columns = booking_columns(table, headings, rules)
        if columns is None:
            continue
        bookings = list(_read(table, columns, looking, rules))
        yield from _told("double_booking", view, columns.start, _overlaps(bookings), rules)
        if columns.subject is not None:
            twice = _twice(bookings)
            yield from _told("patient_twice", view, columns.subject, twice, rules)


def _read(
    table: Table, columns: BookingColumns, looking: Looking, rules: ScanRules
) -> Iterator[_Booking]:
    cancelled, done = words(rules.cancelled_words), words(rules.done_words)

    def label(row: int, column: int | None) -> str:
        return looking.label(row, column).casefold() if column else ""

    for row in table.rows:
        start = looking.moment(row, columns.start)
        status = label(row, columns.status)
        if start is None or cancelled.search(status):
            continue
        end = looking.moment(row, columns.end) if columns.end else None
        resource, subject = label(row, columns.resource), label(row, columns.subject)
        yield _Booking(
            row=row,
            key=label(row, columns.booking) or (resource, start, subject),
            resource=resource,
            start=start,
            end=end if end is not None and end > start else float(int(start) + 1),
            subject=subject,
            ended=bool(done.search(status)),
        )


def _overlaps(bookings: Iterable[_Booking]) -> Pairs:
    """Each booking with the one before it on its resource that ends last, if that is too late."""
    found: Pairs = defaultdict(list)
    groups: dict[str, list[_Booking]] = defaultdict(list)
    for one in bookings:
        if one.resource:
            groups[one.resource].append(one)
    for group in groups.values():
        group.sort(key=lambda one: (one.start, one.end, one.row))
        last = group[0]
        for one in group[1:]:
            if one.start < last.end and one.key != last.key:
                found[last.row].append(one.row)
                found[one.row].append(last.row)
            if one.end > last.end:
                last = one
    return found


def _twice(bookings: Iterable[_Booking]) -> Pairs:
    groups: dict[str, dict[Hashable, int]] = defaultdict(dict)
    for one in bookings:
        if one.subject and not one.ended:
            groups[one.subject].setdefault(one.key, one.row)
    return {
        row: [other for other in group.values() if other != row][: _MOST_NAMED + 1]
        for group in groups.values()
        if len(group) > 1
        for row in group.values()
    }


def _told(
    kind: str, view: SheetView, column: int, pairs: Pairs, rules: ScanRules
) -> Iterator[CellFinding]:
    told = {
        (row, column): rules.why(kind, other=named([(o, column) for o in sorted(others)]))
        for row, others in pairs.items()
    }
    general = rules.why(kind, other="other rows")
    yield from list_each(kind, view.name, told, general, rules.each_address_up_to)


def named(places: Sequence[tuple[int, int]]) -> str:
    """A few addresses in words, and that there are more."""
    shown = ", ".join(address(*place) for place in places[:_MOST_NAMED])
    return f"{shown} and more" if len(places) > _MOST_NAMED else shown
