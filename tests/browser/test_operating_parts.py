"""Oversight, limits, options, data before AI: a row typed into each, its finding, an undo."""

import pytest
from playwright.sync_api import Page, expect

from readiness.workspace.people import set_profile
from tests.browser.prepared import begun, store_of
from tests.browser.seeing import go, pick, settled
from tests.browser.serving import Server

pytestmark = pytest.mark.browser


def turn(page: Page, part: str) -> None:
    """Look at a part of the page."""
    page.get_by_role("radio", name=part, exact=True).click()
    settled(page)


def test_a_row_in_each_its_finding_and_an_undo(server: Server, page: Page) -> None:
    with store_of(server) as session:
        made = begun(session, "Four parts")
        set_profile(session, made, "parties", 3)
        set_profile(session, made, "demand_per_year", 100)
    go(page, server.url("operating-model", assessment=made), "Operating model")

    turn(page, "QA oversight")
    page.get_by_text("? Reporting in hours: not said").click()
    settled(page)
    page.get_by_role("radio", name="Missing").click()
    expect(page.get_by_text("Of 8: 0 in place, 0 partly, 1 missing, 7 not said.")).to_be_visible()
    settled(page)
    expect(page.get_by_label("What was shown")).to_be_visible()

    turn(page, "Scaling limits")
    page.get_by_text("? Scheduling, capacity and control tower: not said").click()
    settled(page)
    volume = page.get_by_label("Breaks at, a year")
    volume.fill("26")
    volume.press("Tab")
    expect(page.get_by_text("26 ▼ lowest")).to_be_visible()
    settled(page)
    expect(page.get_by_label("What breaks")).to_be_visible()

    turn(page, "Options kept open")
    page.get_by_label("Option", exact=True).fill("Second vector maker")
    settled(page)
    page.get_by_role("button", name="Add").click()
    expect(page.get_by_role("button", name="Remove Second vector maker")).to_be_visible()
    settled(page)

    turn(page, "Data before AI")
    page.get_by_label("Use of AI", exact=True).fill("Next slot")
    settled(page)
    page.get_by_role("button", name="Add").last.click()
    expect(page.get_by_role("cell", name="no data set is named")).to_be_visible()
    settled(page)
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("cell", name="no data set is named")).to_have_count(0)
    settled(page)

    go(page, server.url("result", assessment=made), "No contradictions")
    page.get_by_text("All findings (").click()
    settled(page)
    pick(page, "Kind", "Breaks below the demand")
    expect(page.get_by_text("Scheduling, capacity and control tower: ").first).to_be_visible()
    pick(page, "Kind", "QA oversight: missing where")
    expect(page.get_by_text("reporting in hours: not in place")).to_be_visible()
