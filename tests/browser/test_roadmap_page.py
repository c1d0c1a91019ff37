"""A plan is asked for, watched, stopped, and told in pictures and files (screens 8, check 22)."""

import re
from fractions import Fraction

import pytest
from playwright.sync_api import Page, expect

from readiness.workspace.demo import open_example
from readiness.workspace.plan_edits import spare
from tests.browser.prepared import store_of
from tests.browser.seeing import go, pick, settled
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


def test_a_what_if_is_compared_and_an_own_action_changed(page: Page, server: Server) -> None:
    with store_of(server) as session:
        example = open_example(session)
        spare(session, example, "QA", Fraction(3, 5))
    go(page, server.url("roadmap", assessment=example), "What if")
    page.get_by_label("Name of the scenario").fill("Half a person in QA")
    pick(page, "Who is added", "QA")
    page.get_by_role("button", name="Save the scenario").click()
    expect(page.get_by_text("QA +2.5 days a week from")).to_be_visible()
    settled(page)
    page.get_by_role("button", name="Compare with the plan").click()
    # Each is planned in turn; what was planned by then stands there after a stop.
    page.get_by_role("button", name="Stop comparing").click()
    table = page.get_by_role("table", name="The plan and its scenarios side by side")
    expect(table.get_by_role("columnheader", name="As entered")).to_be_visible()
    expect(table.get_by_role("row", name="Gaps left open")).to_be_visible()
    settled(page)
    page.get_by_role("tab", name="Add your own").click()
    adding = page.get_by_role("tabpanel", name="Add your own")
    adding.get_by_label("Title").fill("Hire a courier lead")
    adding.get_by_role("spinbutton", name="SC, person-weeks").fill("2")
    adding.get_by_label("Reason").fill("Agreed with the board")
    adding.get_by_role("button", name="Add this action").click()
    expect(page.get_by_role("button", name="own-1: take away")).to_be_visible()
    # A plan that is another one now is not what was compared.
    expect(page.get_by_text("Changed since this was compared: compare again.")).to_be_visible()
    settled(page)
    page.get_by_role("tab", name="Change one").click()
    changing = page.get_by_role("tabpanel", name="Change one")
    changing.get_by_role("combobox", name="Action").fill("own-1")
    page.get_by_role("option", name="own-1 Hire a courier lead").click()
    title = changing.get_by_label("Title")
    expect(title).to_have_value("Hire a courier lead")
    settled(page)
    title.fill("Ask lead@courier.example")
    changing.get_by_label("Reason").fill("They know the routes")
    changing.get_by_role("button", name="Save this change").click()
    # It stays in its field and is asked about; saved it is once a person has said so.
    expect(changing.get_by_text("lead@courier.example: They know the routes")).to_be_visible()
    expect(title).to_have_value("Ask lead@courier.example")
    settled(page)
    changing.get_by_role("button", name="It identifies nobody: save it").click()
    changed = page.get_by_role("table", name="Changed actions")
    expect(changed.get_by_text("Ask lead@courier.example")).to_be_visible()
