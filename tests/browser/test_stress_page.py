"""The page Stress test: shocks, a run that is stopped, a run, and what is asked of it further."""

from collections.abc import Mapping

import pytest
from playwright.sync_api import Page, expect

from readiness.workspace.results import result, state
from readiness.workspace.stress import set_figure
from tests.browser.prepared import begun, store_of
from tests.browser.seeing import go, settled
from tests.browser.serving import Server
from tests.browser.test_pages import CHARTS_FIT, CUT_OFF, LARGE, SMALL, WIDER_THAN_SHOWN, violations

pytestmark = pytest.mark.browser
SHOCKS = ("Demand doubles and stays", "A site down for 30 days")
LARGE_WORLD = {"demand_per_year": 2_000, "suites": 60}
SMALL_WORLD = {
    "demand_per_year": 18,
    "suites": 1,
    "clinic.slack_days": 9,
    "clinic.next_opening_days": 14,
}


def typed(server: Server, assessment: str, figures: Mapping[str, float]) -> None:
    """Type figures of the simulation in."""
    with store_of(server) as session:
        for id, value in figures.items():
            set_figure(session, assessment, id, value)


def ask(page: Page, button: str, then: str) -> None:
    """Press a button of the page, by key; what is there when its run is over."""
    page.get_by_role("button", name=button).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text(then).first).to_be_visible(timeout=30_000)
    settled(page)


def test_two_shocks_from_the_first_run_to_the_remedies(server: Server, page: Page) -> None:
    with store_of(server) as session:
        assessment = begun(session, "Under stress")
    typed(server, assessment, LARGE_WORLD)
    address = server.url("stress", assessment=assessment)
    go(page, address, "What would happen to the patients?")
    for shock in SHOCKS:
        page.get_by_test_id("stMain").get_by_text(shock).click()
        settled(page)
    page.get_by_role("button", name="Simulate two years").click()
    expect(page.get_by_role("progressbar").last).to_be_visible()
    page.get_by_role("button", name="Stop", exact=True).click()
    expect(page.get_by_text("Nothing was simulated yet")).to_be_visible()
    settled(page)
    with store_of(server) as session:
        assert state(session, assessment).assessment.simulation is None
    typed(server, assessment, SMALL_WORLD)
    go(page, address, "What would happen to the patients?")
    ask(page, "Simulate two years", "What helps most?")
    for seen in (
        "Nothing is full; used most: suites",
        "Weeks to recover",
        "Lost before collection",
    ):
        expect(page.get_by_text(seen).first).to_be_visible()
    for table in ("Patients waiting, mean", "Within how many days"):
        expect(page.get_by_role("table", name=table)).to_be_visible()
    expect(page.get_by_text("A delay of up to 9 days keeps the date at the clinic")).to_be_visible()
    ask(page, "Try small delays", "Twice in a week")
    ask(page, "Try every pair", "of each pair beyond the sum")
    expect(page.get_by_text("▲ worst:")).to_be_visible()
    expect(page.get_by_role("table", name="The same patient")).to_be_visible()
    ask(page, "Try half to three times", "Waiting for collection by demand")
    ask(page, "remedies", "Patients more for 10 person-weeks")
    assert not violations(page)
    page.set_viewport_size(SMALL)
    page.wait_for_function(CHARTS_FIT)
    settled(page)
    assert max(page.evaluate(WIDER_THAN_SHOWN)) <= 0
    assert not page.evaluate(CUT_OFF)
    page.set_viewport_size(LARGE)
    with store_of(server) as session:
        found = {f.kind for f in result(session, assessment).findings}
    assert "XR-SUITE" in found
