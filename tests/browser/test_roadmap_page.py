"""A plan is asked for, watched, stopped, and told in pictures and files (screens 8, check 22)."""

import re

import pytest
from playwright.sync_api import Page, expect

from readiness.workspace.demo import open_example
from tests.browser.prepared import store_of
from tests.browser.seeing import settled
from tests.browser.serving import Server

pytestmark = pytest.mark.browser
PEOPLE = {"MFG": "4", "QA": "6", "SC": "5", "MSAT": "4", "QC": "3", "IT": "2"}


def test_from_no_people_to_a_plan_that_was_stopped(page: Page, server: Server) -> None:
    with store_of(server) as session:
        example = open_example(session)
    page.goto(server.url("roadmap", assessment=example))
    expect(page.get_by_text("No people entered: the waves stand back to back.")).to_be_visible()
    expect(page.get_by_role("button", name="Plan again")).to_be_disabled()
    settled(page)
    for function, days in PEOPLE.items():
        field = page.get_by_role("spinbutton", name=f"{function}, days a week")
        field.fill(days)
        field.press("Enter")
        settled(page)
    page.get_by_role("button", name="Plan again").click()
    # The first plan is there at once, and the search goes on.
    expect(page.get_by_text(re.compile("of the best possible so far"))).to_be_visible()
    page.get_by_role("button", name="Stop and keep the best so far").click()
    heading = page.get_by_role("heading", name="stopped by hand")
    expect(heading).to_be_visible()
    expect(page.get_by_text("fall outside the horizon")).to_be_visible()
    expect(page.get_by_role("link", name="Roadmap", exact=True)).to_be_visible()
    with page.expect_download() as taken:
        page.get_by_role("button", name="Calendar (.ics)").click()
    text = taken.value.path().read_text(encoding="utf-8")
    assert text.count("BEGIN:VEVENT") > 20
    # What changes afterwards is said beside the plan, which stays.
    field = page.get_by_role("spinbutton", name="QC, days a week")
    field.fill("5")
    field.press("Enter")
    expect(page.get_by_text("Changed since this plan was made: plan again.")).to_be_visible()
    expect(heading).to_be_visible()
    # In a narrow window both days of a span are seen in full.
    page.set_viewport_size({"width": 1024, "height": 900})
    span = page.get_by_test_id("stDateInput").filter(has_text="Add days from and to")
    end = span.locator('[data-range-field="end"]').bounding_box()
    box = span.get_by_test_id("stDateInputFieldsScroller").bounding_box()
    assert end is not None
    assert box is not None
    assert end["x"] + end["width"] <= box["x"] + box["width"] + 1
