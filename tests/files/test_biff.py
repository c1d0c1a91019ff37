"""Records of the old workbook stream: sheets, counts by hand, empty texts, what is claimed."""

from struct import pack

import pytest

from readiness.files.biff import count_cells, list_sheets, records, with_true_dimensions
from readiness.files.elements import Unreadable
from readiness.files.opened import StoredCells
from tests.files.making_old import record, xls_stream


def count(cells: bytes, head: bytes = b"") -> StoredCells:
    stream = xls_stream({"Log": cells}, head=head)
    listing = list_sheets(stream)
    return count_cells(stream, listing.sheets[0][1], listing.blanks)


def formula(column: int, result: bytes) -> bytes:
    return record(0x06, pack("<HHH", 0, column, 0) + result + bytes(8))


def special(kind: int, value: int = 0) -> bytes:
    return bytes([kind, 0, value, 0, 0, 0, 0xFF, 0xFF])


def test_sheets_their_states_and_places() -> None:
    stream = xls_stream({"Log": [["x"]], "Größe": [], "Deep": []}, states=[0, 1, 2])
    found = list_sheets(stream)
    assert [(info.name, info.state) for info, _ in found.sheets] == [
        ("Log", "visible"),
        ("Größe", "hidden"),
        ("Deep", "very_hidden"),
    ]
    assert all(next(records(stream, place))[0] == 0x809 for _, place in found.sheets)
    assert not found.date_1904
    assert list_sheets(xls_stream({"Log": []}, head=record(0x22, b"\1\0"))).date_1904


def test_the_count_by_hand() -> None:
    cells = (
        record(0x203, pack("<HHHd", 4, 1, 0, 1.0))  # B5
        + record(0x27E, pack("<HHHI", 0, 0, 0, 6))  # A1
        + record(0xBD, pack("<HHHIHIH", 1, 2, 0, 6, 0, 6, 3))  # C2 and D2
        + record(0x201, pack("<HHH", 9, 9, 0))  # J10 is blank
        + record(0x205, pack("<HHHBB", 0, 5, 0, 1, 0))  # F1 is true
        + record(0x205, pack("<HHHBB", 0, 6, 0, 7, 1))  # G1 is an error
    )
    assert count(cells) == StoredCells(5, 1, (), 5, 7)


def test_results_of_formulas() -> None:
    text = record(0x207, pack("<HB", 1, 0) + b"t")
    assert count(formula(0, pack("<d", 1.0))).filled == 1
    assert count(formula(0, special(1, 1))).filled == 1
    assert count(formula(0, special(2, 42))) == StoredCells(0, 1, (), 1, 1)
    assert count(formula(0, special(3))).filled == 0
    assert count(formula(0, special(0)) + text).filled == 1
    assert count(formula(0, special(0)) + record(0x4BC) + text).filled == 1
    assert count(formula(0, special(0)) + record(0x207, pack("<HB", 0, 0))).filled == 0


def test_empty_shared_texts_are_no_cells() -> None:
    # The second of three is empty; the third goes on in the next record, in two bytes a letter.
    head = record(
        0xFC,
        pack("<II", 3, 3)
        + pack("<HBH", 1, 8, 1) + b"a" + bytes(4)
        + pack("<HB", 0, 0)
        + pack("<HB", 3, 0) + b"x",
    ) + record(0x3C, b"\1" + "yz".encode("utf-16-le"))  # fmt: skip
    cells = b"".join(record(0xFD, pack("<HHHI", 0, i, 0, i)) for i in range(3))
    assert list_sheets(xls_stream({"Log": cells}, head=head)).blanks == {1}
    assert count(cells, head).filled == 2


def test_room_claimed_for_texts_that_are_not_there() -> None:
    with pytest.raises(Unreadable):
        list_sheets(xls_stream({"Log": []}, head=record(0xFC, pack("<II", 9, 1 << 30))))
    with pytest.raises(Unreadable):
        list_sheets(xls_stream({"Log": []}, head=record(0xFC, pack("<II", 2, 2) + bytes(5))))


def test_claimed_dimensions_become_the_counted_ones() -> None:
    claim = record(0x200, pack("<IIHHH", 0, 0xFFFFFFFF, 0, 0xFFFF, 0))
    stream = xls_stream({"Log": claim})
    place = list_sheets(stream).sheets[0][1]
    changed = with_true_dimensions(stream, [(place, StoredCells(1, rows=3, columns=2))])
    [start] = [start for number, start, _ in records(changed, place) if number == 0x200]
    assert changed[start : start + 14] == pack("<IIHHH", 0, 3, 0, 2, 0)


def test_damage_is_named() -> None:
    stream = xls_stream({"Log": [["x"]]})
    for data in (b"", stream[:-4], stream[4:], record(0x809), bytes(4096)):
        with pytest.raises(Unreadable):
            [count_cells(data, place, frozenset()) for _, place in list_sheets(data).sheets]
