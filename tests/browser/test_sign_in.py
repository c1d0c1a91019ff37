"""People sign in at a provider and out again, in a real browser."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.provider import FILTER, expired, signed
from tests.browser.seeing import go, settled
from tests.browser.team import TITLE, Team

pytestmark = [pytest.mark.browser, pytest.mark.filterwarnings(FILTER)]


def sign_in(page: Page, person: str) -> None:
    """Press the button, and say at the provider who one is."""
    settled(page)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.get_by_role("button", name=person, exact=True).click()


def test_signed_in_one_works_here_and_signed_out_nothing_is_shown(team: Team, page: Page) -> None:
    address = team.server.url("questions", assessment=team.assessment)
    way_in = page.get_by_role("heading", name="Sign in", exact=True)
    title = page.get_by_text(TITLE)
    go(page, address, "Sign in")
    expect(title).to_have_count(0)
    expect(page.get_by_role("link", name="Assessments")).to_have_count(0)
    team.asked.spoil = expired
    sign_in(page, "ina")
    expect(way_in).to_be_visible()
    expect(page.get_by_text("Try once more")).to_be_visible()
    expect(title).to_have_count(0)
    team.asked.spoil = signed
    sign_in(page, "ina")
    expect(page.get_by_text("Signed in as Ina Adler")).to_be_visible()
    expect(title.first).to_be_visible()
    page.goto(address)
    expect(page.get_by_text("of 50").first).to_be_visible()
    settled(page)
    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("button", name="End session").click()
    expect(way_in).to_be_visible()
    expect(title).to_have_count(0)
