"""The print of a version: equal for equal cells, unreadable, another in another assessment."""

import json
import random
import re
import zlib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from readiness.content.columns import load_columns
from readiness.domain.prints import VersionPrint
from readiness.domain.scan_rules import ScanRules
from readiness.evidence.privacy import Coder
from readiness.evidence.scan.print_bytes import print_to_bytes
from readiness.evidence.scan.prints import PrintTaker
from readiness.evidence.scan.roles import BookingWords
from readiness.evidence.scan.workbook_scan import scan_workbook
from readiness.files.opening import open_upload

CONTENT = Path(__file__).parents[3] / "questionnaires" / "cgt-operational-readiness"
NAME, EMAIL, MOMENT = "Zebulon Quartz", "z.quartz@clinic.example", datetime(2026, 1, 5)
Take = Callable[..., VersionPrint]


@pytest.fixture
def take(made: Callable[..., bytes], rules: ScanRules) -> Take:
    """The print of a workbook that a function filled, under a key."""
    words = BookingWords(load_columns(CONTENT))

    def taken(fill: Callable[[Any], None], key: bytes = b"k" * 32) -> VersionPrint:
        prints = PrintTaker(Coder(key), words)
        scan_workbook(open_upload("plan.xlsx", made(fill)), rules, prints=prints)
        assert prints.taken is not None
        return prints.taken

    return taken


def plan(book: Any) -> None:
    """Two bookings in rows 3 and 4; column D is the end, a formula; row 5 is a total."""
    book.set_properties({"created": datetime(2026, 3, 1, 14, 30), "author": NAME})
    sheet = book.add_worksheet("Plan")
    day = book.add_format({"num_format": "dd.mm.yyyy"})
    sheet.write_row("A2", ["Slot", "Suite", "Start", "End", "Status", "Contact"])
    for row, state in ((3, "Confirmed"), (4, "Tentative")):
        sheet.write_row(row - 1, 0, [f"S{row}", "Suite A"])
        sheet.write_datetime(row - 1, 2, MOMENT, day)
        sheet.write_formula(row - 1, 3, f"=C{row}+14", day, 46041)
        sheet.write_row(row - 1, 4, [state, f"{NAME}, {EMAIL}"])
    sheet.write("A5", "Total")
    sheet.write_formula("D5", "=COUNT(D3:D4)", None, 2)


def test_equal_cells_have_equal_marks_and_others_do_not(take: Take) -> None:
    sheet = take(plan).sheets["Plan"]
    suite, start, end = sheet.cells[2], sheet.cells[3], sheet.cells[4]
    assert suite[3] == suite[4]
    assert start[3] == start[4]
    assert sheet.cells[1][3] != sheet.cells[1][4]
    # one formula in R1C1 terms; of another shape than the total
    assert end[3] == end[4]
    assert end[3].kind == "f"
    assert end[3].shape != end[5].shape


def test_bookings_with_their_columns_and_states(take: Take) -> None:
    found = take(plan)
    (table,) = found.sheets["Plan"].bookings
    assert (table.first_row, table.last_row) == (3, 4)
    assert table.columns == {"booking": 1, "resource": 2, "start": 3, "end": 4, "status": 5}
    states = found.sheets["Plan"].cells[5]
    assert [table.states[states[row].shown] for row in (3, 4)] == ["confirmed", "tentative"]
    assert found.sheets["Plan"].heading_row == 2


def test_when_it_was_saved_and_how_large_it_is(take: Take) -> None:
    found = take(plan)
    assert found.saved == datetime(2026, 3, 1, 14, 30, tzinfo=UTC)
    assert found.size > 4000


def test_spaces_and_ways_of_writing_a_number_make_no_difference(take: Take) -> None:
    def fill(book: Any) -> None:
        sheet = book.add_worksheet("S")
        sheet.write_row("A1", ["a  b", " a b "])
        sheet.write_row("A2", [46000, 46000.0])
        sheet.write_row("A3", [1, "1"])

    cells = take(fill).sheets["S"].cells
    assert cells[1][1] == cells[2][1]
    assert cells[1][2] == cells[2][2]
    assert cells[1][3] != cells[2][3]


def test_the_same_text_in_two_assessments_gives_two_marks(take: Take) -> None:
    one, other = take(plan, b"1" * 32), take(plan, b"2" * 32)
    marks = [
        {cell.shown for rows in p.sheets["Plan"].cells.values() for cell in rows.values()}
        for p in (one, other)
    ]
    assert marks[0]
    assert not marks[0] & marks[1]
    assert one.check != other.check
    assert take(plan, b"1" * 32) == one


def test_no_text_can_be_read_from_what_is_stored(take: Take) -> None:
    stored = zlib.decompress(print_to_bytes(take(plan))).decode()
    words = set(re.findall(r"[A-Za-z]{3,}", stored))
    # the words of the format, of the sheet's name, of roles and states; nothing of a cell
    known = {
        *("format", "check", "saved", "size", "formulas", "sheets", "name", "heading"),
        *("bookings", "columns", "rows", "totals", "states", "column", "steps", "kinds", "shown"),
        *("Plan", "booking", "resource", "start", "end", "status", "confirmed", "tentative"),
        *("null",),
    }
    left = {w for w in words - known if not re.fullmatch(r"[0-9a-f]+|[ntbef]+", w)}
    assert left == set()
    for secret in (NAME, EMAIL, "Suite", "46027", "Contact", "COUNT", b"k".hex() * 32):
        assert secret not in stored


def test_without_the_key_a_short_list_of_candidates_finds_nothing(take: Take) -> None:
    # Whoever holds the table and tries every suite and every day of ten years, without the key or
    # with one of their own, meets no mark.
    stored = json.loads(zlib.decompress(print_to_bytes(take(plan))))
    text = json.dumps(stored)
    for coder in (Coder(b"x" * 32), Coder(b"\0" * 32)):
        tried = [f"tSuite {letter}" for letter in "ABCDEFGH"]
        tried += [f"n{float(day)!r}" for day in range(44000, 48000)]
        assert not any(f"{coder.mark(guess):012x}" in text for guess in tried)
    # With the key they would: it must never lie beside the table.
    assert f"{Coder(b'k' * 32).mark('tSuite A'):012x}" in text


def test_a_hundred_thousand_cells_stay_below_a_megabyte_and_a_half(take: Take) -> None:
    drawn = random.Random(1)

    def fill(book: Any) -> None:
        for number in range(2):
            sheet = book.add_worksheet(f"S{number}")
            for row in range(5000):
                sheet.write_row(row, 0, [drawn.random() for _ in range(8)])
                sheet.write_formula(row, 8, f"=A{row + 1}+B{row + 1}", None, drawn.random())
                sheet.write_string(row, 9, f"{drawn.random()}")

    taken = take(fill)
    cells = sum(len(rows) for s in taken.sheets.values() for rows in s.cells.values())
    assert cells == 100_000
    assert len(print_to_bytes(taken)) < 1_500_000
