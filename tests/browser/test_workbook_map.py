"""Check 17: every mark on the map is in the list and the reverse, on every sheet; no patient."""

import re
import sqlite3
from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import xlsxwriter
from playwright.sync_api import Page, expect

from tests.browser.dropping import scan
from tests.browser.prepared import answered, store_of
from tests.browser.seeing import drawn, page_source, settled
from tests.browser.serving import Server
from tests.browser.test_evidence_page import addresses_in_the_list, addresses_on_the_map
from tests.browser.test_privacy import bytes_of

pytestmark = pytest.mark.browser
NAME, SURNAME = "Zofia", "Wrzesniewska"
SIGNS = (
    "formula overwritten by a value", "another formula than its column", "row below the formulas",
    "depends on its own result", "may identify somebody", "two bookings on one resource",
    "one patient, two open bookings", "code in another spelling", "still to be confirmed",
    "date kept as text", "colour as the only status", "comment that instructs",
    "date that moves by itself", "merged cells",
)  # fmt: skip

# The chart has taken the width of its column, and its legend lies below the last row.
LEGEND_IS_BELOW = """() => {
    const map = document.querySelector(".js-plotly-plot"), at = (one) =>
        map.querySelector(one).getBoundingClientRect();
    const room = map.parentElement.getBoundingClientRect().width;
    const [whole, legend] = [at(".main-svg"), at(".legend")];
    return Math.abs(whole.width - room) < 2 &&
        legend.top >= at(".nsewdrag").bottom && legend.bottom <= whole.bottom + 1;
}"""


def schedule(path: Path) -> Path:
    """A schedule as it grows in a clinic: thirty slots, and a little of everything."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Plan")
        day = book.add_format({"num_format": "dd.mm.yyyy"})
        green = book.add_format({"bg_color": "#92D050"})
        sheet.write_row("A1", ["Slot plan of the clinic"])
        sheet.write_row(
            "A3", ["Slot", "Suite", "Patient code", "Start", "End", "Release", "Remarks"]
        )
        for row in range(4, 34):
            sheet.write_row(row - 1, 0, [f"S{row}", f"Suite {'AB'[row % 2]}", f"P-{row:03}"])
            start = datetime(2026, 1, 1) + timedelta(days=7 * row)
            sheet.write_datetime(row - 1, 3, start, day)
            if row < 31:
                end = 46023 + 7 * row + 10  # 46023 is the first of January 2026
                sheet.write_formula(row - 1, 4, f"=D{row}+10", day, end)
                sheet.write_formula(row - 1, 5, f"=E{row}+14", day, end + 14)
        for row in (7, 12):
            typed = datetime(2026, 1, 1) + timedelta(days=7 * row + 9)
            sheet.write_datetime(row - 1, 4, typed, day)
        sheet.write_formula("F9", "=E9+21", day, 46130)
        sheet.write_formula("F15", "=TODAY()+30", day, 46130)
        sheet.write("D20", "12.03.2026")
        sheet.write("C10", "P-008")
        sheet.write("C25", "P024")
        sheet.write("B22", "Suite B")
        sheet.write("A18", "S18", green)
        sheet.write("A19", "S19", green)
        sheet.write("G6", "courier TBC")
        sheet.write("G11", f"call {NAME} {SURNAME}")
        sheet.write_comment("F4", "do not overwrite, ask the planner first")
        sheet.merge_range("A28:B28", "reserved for maintenance")
        sheet.write_formula("I4", "=J4", None, 0)
        sheet.write_formula("J4", "=I4", None, 0)
        people = book.add_worksheet("Contacts")
        people.hide()
        people.write_row("A1", ["Patient name", "Ward"])
        people.write_row("A2", [f"{NAME} {SURNAME}", "7 west"])
        book.add_worksheet("Empty")
    return path


def test_marks_and_addresses_agree_on_every_sheet(
    own_server: Server, page: Page, tmp_path: Path
) -> None:
    with store_of(own_server) as session:
        made = answered(session, "Map", 3)
    page.goto(own_server.url("evidence", assessment=made))
    drawn(page)
    scan(page, schedule(tmp_path / "Slot plan.xlsx"))
    seen: Counter[str] = Counter()
    for sheet in ("Plan", "Contacts", "Empty"):
        page.get_by_test_id("stMain").get_by_role("radio", name=re.compile(rf"^{sheet} \(")).click()
        expect(page.get_by_role("heading", name=re.compile(f"signs on {sheet}"))).to_be_visible()
        settled(page)
        marks = addresses_on_the_map(page)
        assert marks == addresses_in_the_list(page)
        seen += marks
        assert SURNAME not in page_source(page)
        if sheet == "Plan":
            listed = page.locator(".rd-table", has_text="Why it matters").first.inner_text()
            legend = page.locator(".js-plotly-plot .legend").text_content() or ""
            for words in SIGNS:
                assert words in listed, words
                assert words in legend, words
            for width in (1024, 1440):
                page.set_viewport_size({"width": width, "height": 900})
                page.wait_for_function(LEGEND_IS_BELOW)
    assert seen["A2"] == 1  # the patient in the hidden sheet
    assert not [part for part in bytes_of(own_server.data_dir) if SURNAME.encode() in part]
    assert SURNAME not in own_server.log.read_text(encoding="utf-8")
    with sqlite3.connect(own_server.data_dir / "readiness.sqlite") as store:
        (kept,) = store.execute("select count(*) from evidence_file").fetchone()
    assert kept == 1
