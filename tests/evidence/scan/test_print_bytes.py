"""Prints out and in again; what is not one is refused."""

import json
import zlib
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readiness.domain.prints import BookingTable, CellPrint, SheetPrint, VersionPrint
from readiness.evidence.scan.print_bytes import print_from_bytes, print_to_bytes

MARKS = st.integers(0, 2**48 - 1)
CELLS = st.one_of(
    st.tuples(st.sampled_from("ntbe"), MARKS),
    st.tuples(st.just("f"), MARKS, MARKS, MARKS),
).map(lambda parts: CellPrint(*parts))
COLUMN = st.dictionaries(st.integers(1, 1_048_576), CELLS, min_size=1, max_size=6).map(
    lambda rows: dict(sorted(rows.items()))
)
BOOKINGS = st.builds(
    BookingTable,
    first_row=st.integers(1, 9),
    last_row=st.integers(10, 99),
    columns=st.dictionaries(st.sampled_from(["booking", "start"]), st.integers(1, 16_384)),
    totals=st.frozensets(st.integers(10, 20)),
    states=st.dictionaries(MARKS, st.sampled_from(["done", "tentative"]), max_size=2),
)
SHEETS = st.builds(
    SheetPrint,
    cells=st.dictionaries(st.integers(1, 16_384), COLUMN, max_size=3),
    heading_row=st.integers(0, 9),
    bookings=st.lists(BOOKINGS, max_size=2).map(tuple),
)
PRINTS = st.builds(
    VersionPrint,
    check=MARKS,
    sheets=st.dictionaries(st.text(max_size=5), SHEETS, max_size=3),
    saved=st.none() | st.datetimes(timezones=st.just(UTC)),
    size=st.integers(0, 10**9),
)

SMALL = VersionPrint(
    check=1,
    sheets={
        "Plan": SheetPrint(
            cells={2: {1: CellPrint("t", 5), 4: CellPrint("f", 6, 7, 8)}},
            bookings=(BookingTable(1, 4, {"booking": 2}),),
        )
    },
    saved=datetime(2026, 1, 5, tzinfo=UTC),
)


@settings(max_examples=50)
@given(PRINTS)
def test_what_goes_out_comes_in(taken: VersionPrint) -> None:
    data = print_to_bytes(taken)
    assert print_from_bytes(data) == taken
    assert print_to_bytes(print_from_bytes(data)) == data


def change(*path: Any, to: Any) -> bytes:
    whole = json.loads(zlib.decompress(print_to_bytes(SMALL)))
    at = whole
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = to
    return zlib.compress(json.dumps(whole).encode())


COLUMN_AT = ("sheets", 0, "columns", 0)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"nothing", "no print"),
        (change("format", to=2), "format 2"),
        (change("check", to="12"), "cut off"),
        (change("formulas", 0, to="000000000001"), "two marks"),
        (change(*COLUMN_AT, "column", to=16_385), "outside the sheet"),
        (change(*COLUMN_AT, "steps", to=[1]), "not whole"),
        (change(*COLUMN_AT, "steps", to=[1, 0]), "out of order"),
        (change(*COLUMN_AT, "steps", to=[1, 2_000_000]), "outside the sheet"),
        (change(*COLUMN_AT, "kinds", to="tx"), "not whole"),
        (change(*COLUMN_AT, "shown", to="zz" * 12), "non-hexadecimal"),
        (change(*COLUMN_AT, "formulas", to=[1]), "without its marks"),
        (change(*COLUMN_AT, "formulas", to=[]), "without its marks"),
        (change("sheets", 0, "bookings", 0, "columns", to={"name": 1}), "not known"),
        (change("sheets", 0, "bookings", 0, "rows", to=[0, 4]), "outside the sheet"),
    ],
)
def test_anything_else_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        print_from_bytes(data)
