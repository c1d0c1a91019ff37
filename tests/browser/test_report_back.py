"""The gap report out of the app, edited, and back: decided, seen among the gaps, and undone."""

import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from readiness.report.layout import ASSUMPTIONS, DRILLS, FINDINGS, REGISTER, ROADMAP
from readiness.workspace.answers import answer
from readiness.workspace.ratings import override
from readiness.workspace.results import state
from tests.browser.prepared import begun, store_of
from tests.browser.seeing import go, settled
from tests.browser.serving import Server
from tests.workspace.reporting import heads, typed

pytestmark = pytest.mark.browser


def picture(page: Page, name: str) -> None:
    """Kept where READINESS_PICTURES says, for somebody who wants to look."""
    if folder := os.environ.get("READINESS_PICTURES"):
        page.set_viewport_size({"width": 1440, "height": 3200})
        settled(page)
        page.screenshot(path=f"{folder}-{name}.png")
        page.set_viewport_size({"width": 1440, "height": 900})


def test_out_edited_back_decided_seen_and_undone(
    server: Server, page: Page, tmp_path: Path
) -> None:
    with store_of(server) as session:
        made = begun(session, "Round trip")
        answer(session, made, "OPM-1", "team", level=1, basis="document")
        answer(session, made, "CTL-1", "team", level=1, basis="document")
    go(page, server.url("report", assessment=made), "Bring an edited report back")
    with page.expect_download() as coming:
        page.get_by_role("button", name="Gap report (Excel)").click()
    report = coming.value.path().read_bytes()
    with store_of(server) as session:
        override(session, made, "CTL-1", "P", 2, "patients can wait there")

    field = page.locator('input[type="file"]').first
    wrong = tmp_path / "wrong.xlsx"
    wrong.write_bytes(
        typed(
            {(REGISTER, "OPM-1", "Due"): "next week", (REGISTER, "CTL-1", "P override"): 7},
            data=report,
        )
    )
    field.set_input_files(wrong)
    expect(page.get_by_text("2 places of this report cannot be read")).to_be_visible()
    expect(page.get_by_text("Write it as year-month-day")).to_be_visible()
    picture(page, "refused")

    back = tmp_path / "back.xlsx"
    edits = {
        (REGISTER, "OPM-1", "Owner"): "Head of Operations",
        (REGISTER, "OPM-1", "Status"): "in progress",
        (REGISTER, "OPM-1", "Due"): "31.12.2027",
        (REGISTER, "OPM-1", "Comment"): "=call +49 30 1234567",
        (REGISTER, "CTL-1", "P override"): 5,
        (REGISTER, "CTL-1", "Override reason"): "two slots were lost in May",
        (REGISTER, "CTL-1", "Priority"): 99,
        (ASSUMPTIONS, "P  patient impact", ""): "0,5",
        (ROADMAP, "CTL-1", "Status"): "done",
    }

    def as_text(book) -> None:
        for cell in (c for row in book[REGISTER].iter_rows() for c in row):
            if cell.value == edits[REGISTER, "OPM-1", "Comment"]:
                cell.data_type = "s"
        book[DRILLS]["D5"].value = 80
        severity = book[REGISTER].cell(6, heads(book[REGISTER])[1]["Severity"])
        severity.value = str(severity.value).replace("Weight_P*", "2*Weight_P*")
        book.remove(book[FINDINGS])

    back.write_bytes(typed(edits, as_text, data=report))
    settled(page)
    field.set_input_files(back)
    expect(page.get_by_role("heading", name="back.xlsx: 7 differences")).to_be_visible()
    expect(page.get_by_text("This looks like a phone number")).to_be_visible()
    expect(page.get_by_text('change it in the app on the page "Drill"')).to_be_visible()
    expect(page.get_by_text("its formula was changed for OPM-2")).to_be_visible()
    take = page.get_by_role("button", name=re.compile("^Import"))
    expect(take).to_be_disabled()
    picture(page, "list")
    settled(page)
    page.get_by_text("Take the report's", exact=True).click()
    expect(page.get_by_role("button", name="Import 6 changes")).to_be_enabled()
    settled(page)
    page.get_by_role("button", name="Import 6 changes").click()
    expect(page.get_by_text("6 changes imported from back.xlsx")).to_be_visible()
    picture(page, "taken")
    with store_of(server) as session:
        said = state(session, made).assessment
    [kept] = said.tracking
    assert (kept.item, kept.owner, kept.status, str(kept.due), kept.comment) == (
        *("OPM-1", "Head of Operations", "in progress", "2027-12-31", ""),
    )
    assert [(o.rating, o.value, o.reason) for o in said.overrides] == [
        ("P", 5, "two slots were lost in May")
    ]

    assert [(a.id, a.status) for a in said.plan.actions] == [("CTL-1", "done")]

    go(page, server.url("gaps", assessment=made), "What to do, in this order")
    expect(page.get_by_text("seen to by Head of Operations")).to_be_visible()
    picture(page, "gaps")
    go(page, server.url("report", assessment=made), "Bring an edited report back")
    page.locator('input[type="file"]').first.set_input_files(back)
    expect(page.get_by_role("heading", name="back.xlsx: 1 difference")).to_be_visible()
    settled(page)
    page.get_by_role("button", name="Leave it").click()
    expect(page.get_by_role("heading", name=re.compile("difference"))).to_have_count(0)
