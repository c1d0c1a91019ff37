"""A contract maker's slot table: typed into the grid, a file in its place, and undone."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from readiness.workspace.partners import add_partner, set_partner, set_slots
from readiness.workspace.results import state
from tests.browser.prepared import begun, store_of
from tests.browser.seeing import TWO_FRAMES, go, settled
from tests.browser.serving import Server

pytestmark = pytest.mark.browser
ROWS = [
    {"month": f"2026-0{n}", "offered": 5, "booked": 4, "started": 4, "completed": 3}
    for n in range(1, 4)
]
SENT = "Period,Slots offered,Reserved,Batches started,Finished\nJan 2026,10,8,6,5\n"


def test_typed_sent_and_undone(server: Server, page: Page, tmp_path: Path) -> None:
    with store_of(server) as session:
        made = begun(session, "Slot table")
        maker = add_partner(session, made, "Maker")
        set_partner(session, made, maker, "claimed_utilisation", 0.9)
        set_slots(session, made, maker, ROWS)
    go(page, server.url("operating-model", assessment=made), "Operating model")
    page.get_by_role("radio", name="Contract makers").click()
    page.get_by_role("radio", name="Slots by month").click()
    expect(page.get_by_text("12 of 15 slots offered were started (80 %)")).to_be_visible()
    settled(page)
    grid = page.get_by_test_id("stDataFrame").first
    grid.scroll_into_view_if_needed()
    box = grid.bounding_box()
    assert box is not None
    # The column in the middle: what was completed in January and February, the second typed while
    # the first is being kept. No hand presses Enter in the frame of the digit; the grid asks that.
    cell = page.locator('[id^="gdg-overlay"]')
    for row, count in enumerate("12"):
        page.mouse.dblclick(box["x"] + box["width"] / 2, box["y"] + 52 + 35 * row)
        expect(cell).to_be_visible()
        page.keyboard.press("Control+a")
        page.keyboard.type(count)
        expect(cell.locator("input")).to_have_value(count)
        page.evaluate(TWO_FRAMES)
        page.keyboard.press("Enter")
        expect(cell).to_have_count(0)
    expect(page.get_by_text("12 booked, 6 completed")).to_be_visible()
    settled(page)

    sent = tmp_path / "slots.csv"
    sent.write_text(SENT, encoding="utf-8")
    ours = page.get_by_role("region", name="Or the table that they sent")
    ours.locator('input[type="file"]').set_input_files(sent)
    expect(page.get_by_text("the table supplied shows 60 % (6 started of 10")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("12 of 15 slots offered were started (80 %)")).to_be_visible()
    with store_of(server) as session:
        rows = state(session, made).assessment.operating.partner_slots
        assert [row.completed for row in sorted(rows, key=lambda row: row.month)] == [1, 2, 3]
