"""From two assessments on: the portfolio under More, each of its parts, and the ways out of it."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.prepared import store_of
from tests.browser.seeing import drawn, settled
from tests.browser.serving import Server
from tests.browser.test_pages import WIDER_THAN_SHOWN, violations
from tests.workspace.portfolios import seeded

pytestmark = pytest.mark.browser
COUNT = 8


def test_the_portfolio_part_by_part_and_out_to_what_moved(own_server: Server, page: Page) -> None:
    """Eight assessments, two of them next rounds: six sites and products."""
    with store_of(own_server) as session:
        made = seeded(session, session.store.workspaces(session.actor)[0].id, COUNT)
    page.goto(own_server.url())
    drawn(page)
    page.get_by_role("button", name="More", exact=True).click()
    page.get_by_text("Portfolio", exact=True).click()
    expect(page.get_by_role("heading", name="Portfolio", exact=True)).to_be_visible()
    expect(page.get_by_text("Six sites and products")).to_be_visible()
    settled(page)
    expect(page.locator(".js-plotly-plot")).to_have_count(1)
    found: list[str] = []
    for part, heading in (
        ("Rounds", "From round to round"),
        ("Gaps in common", "Gaps that most have in common"),
        ("Overdue", re.compile("overdue on")),
        ("Benchmark", "Among your own clients"),
    ):
        page.get_by_role("radio", name=part, exact=True).click()
        expect(page.get_by_role("heading", name=heading)).to_be_visible()
        settled(page)
        found += violations(page)
        assert max(page.evaluate(WIDER_THAN_SHOWN)) <= 0, part
    assert not found
    page.get_by_role("button", name="Let this client take part").click()
    page.get_by_label("Why (optional)").fill("agreed in writing")
    page.get_by_test_id("stPopoverBody").get_by_role("button").click()
    expect(page.get_by_role("button", name="Take this client out")).to_have_count(1)
    expect(page.get_by_role("cell", name="agreed in writing")).to_be_visible()
    settled(page)
    page.get_by_role("radio", name="Rounds", exact=True).click()
    expect(page.get_by_role("heading", name="From round to round")).to_be_visible()
    settled(page)
    page.get_by_role("link", name="what moved, and why").first.click()
    expect(page.get_by_role("heading", name="Two rounds")).to_be_visible()
    expect(page.get_by_role("heading", name="Capability by capability")).to_be_visible()
    settled(page)
    assert any(id in page.url for id in (made[3], made[7])), "one of the two next rounds"
