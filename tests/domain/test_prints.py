"""Which rows of a table of bookings are bookings."""

from readiness.domain.prints import BookingTable


def test_totals_and_rows_outside_are_no_bookings() -> None:
    table = BookingTable(first_row=4, last_row=9, columns={"booking": 1}, totals=frozenset({7}))
    assert [row for row in range(1, 12) if table.holds(row)] == [4, 5, 6, 8, 9]
