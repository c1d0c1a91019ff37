"""Bookings that cannot both be kept, seen in the workbook itself. Days are of January 2026."""

from datetime import datetime

from readiness.domain.scan_rules import ScanRules
from readiness.evidence.scan.bookings import booking_columns, named
from readiness.evidence.scan.people import Headings
from readiness.evidence.scan.tables import Table
from tests.evidence.scan.sheets import findings

HEADINGS = ["Slot", "Suite (GMP)", "Start", "End", "Patient", "Status"]


def bookings(*rows: tuple[object, ...]):
    """A sheet of bookings; numbers in the third and fourth column are days."""

    def fill(book) -> None:
        sheet = book.add_worksheet("Plan")
        day = book.add_format({"num_format": "dd.mm.yyyy"})
        sheet.write_row(0, 0, HEADINGS)
        for number, row in enumerate(rows, start=1):
            for column, value in enumerate(row):
                if column in (2, 3) and isinstance(value, int):
                    sheet.write_datetime(number, column, datetime(2026, 1, value), day)
                elif value is not None:
                    sheet.write(number, column, value)

    return fill


def test_overlaps_on_one_resource_name_each_other(scan) -> None:
    found = scan(
        bookings(
            ("S1", "Suite A", 1, 8, "P-1", "Booked"),
            ("S2", "suite a ", 7, 12, "P-2", "Booked"),  # begins a day before S1 ends
            ("S3", "Suite A", 12, 15, "P-3", "Booked"),  # begins when S2 ends: no clash
            ("S4", "Suite B", 1, 8, "P-4", "Booked"),  # another suite
            ("S5", "Suite A", 2, 3, "P-5", "Cancelled"),  # binds nothing
        )
    )
    assert findings(found, "double_booking") == [("Plan", "C2", 1), ("Plan", "C3", 1)]
    first = next(f.text for f in found.findings if f.kind == "double_booking")
    assert "Overlaps with C3 on" in first


def test_a_booking_without_a_length_takes_its_day(scan) -> None:
    found = scan(
        bookings(
            ("S1", "A", 5, None, "P-1", ""),
            ("S2", "A", 5, None, "P-2", ""),
            ("S3", "A", 6, None, "P-3", ""),
        )
    )
    assert [address for _, address, _ in findings(found, "double_booking")] == ["C2", "C3"]


def test_a_long_booking_clashes_with_all_that_lie_inside(scan) -> None:
    found = scan(
        bookings(
            ("S1", "A", 1, 30, "P-1", ""),
            ("S2", "A", 3, 4, "P-2", ""),
            ("S3", "A", 10, 11, "P-3", ""),
        )
    )
    assert len(findings(found, "double_booking")) == 3
    long = next(f.text for f in found.findings if (f.kind, f.address) == ("double_booking", "C2"))
    assert "Overlaps with C3, C4 on" in long


def test_one_patient_with_two_open_bookings(scan) -> None:
    found = scan(
        bookings(
            ("S1", "A", 1, 2, "P-1", "Done"),  # over: the patient may come again
            ("S2", "A", 10, 11, "P-1", "Booked"),
            ("S3", "B", 20, 21, "P-1", "Tentative"),
            ("S3", "B", 20, 21, "P-1", "Tentative"),  # the same booking once more
            ("S4", "B", 25, 26, "P-2", "Booked"),
        )
    )
    assert [address for _, address, _ in findings(found, "patient_twice")] == ["E3", "E4"]
    assert not findings(found, "double_booking")
    # The number of the booking must be unique: 4 of 5 are, so the second S3 is told.
    assert findings(found, "duplicate_code") == [("Plan", "A5", 1)]


def test_a_table_without_a_start_is_no_list_of_bookings(rules: ScanRules) -> None:
    headings = Headings(rules)
    table = Table(headings={1: "Suite", 2: "Days to start", 3: "Patient code"})
    assert booking_columns(table, headings, rules) is None
    table.headings[2] = "Start [UTC]"
    found = booking_columns(table, headings, rules)
    assert found is not None
    assert (found.start, found.resource, found.subject, found.end) == (2, 1, 3, None)


def test_many_places_are_named_by_the_first_three() -> None:
    assert named([(1, 1), (2, 1)]) == "A1, A2"
    assert named([(n, 2) for n in range(1, 6)]) == "B1, B2, B3 and more"
