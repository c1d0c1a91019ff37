"""The model map: drawn without asking anybody outside, typed into, decided, and undone."""

import pytest
from playwright.sync_api import Page, expect

from readiness.workspace.model_map import keep_links, keep_nodes
from readiness.workspace.results import state
from tests.browser.prepared import begun, store_of
from tests.browser.seeing import TWO_FRAMES, go, settled
from tests.browser.serving import Server

pytestmark = pytest.mark.browser
NODES = [
    {"kind": "site", "name": "Own suite"},
    {"kind": "contractor", "name": "Maker"},
    {"kind": "step", "name": "Expansion"},
]
LINKS = [
    {"source": "own-suite", "kind": "runs", "target": "expansion", "process_version": "P1"},
    {"source": "maker", "kind": "runs", "target": "expansion", "process_version": "P2"},
]


def test_drawn_typed_decided_and_undone(server: Server, page: Page) -> None:
    with store_of(server) as session:
        made = begun(session, "Model map")
        keep_nodes(session, made, NODES)
        keep_links(session, made, LINKS)
    go(page, server.url("operating-model", assessment=made), "Operating model")
    expect(page.get_by_role("radio", name="Model map", exact=True)).to_be_checked()
    picture = page.get_by_test_id("stGraphVizChart")
    expect(picture.locator("svg text", has_text="Own suite")).to_be_visible()
    expect(
        page.get_by_text("process versions differ at Expansion (Own suite, Maker)")
    ).to_be_visible()
    settled(page)

    grid = page.get_by_test_id("stDataFrame").first
    grid.scroll_into_view_if_needed()
    box = grid.bounding_box()
    assert box is not None
    cell = page.locator('[id^="gdg-overlay"]')
    page.mouse.dblclick(box["x"] + box["width"] / 2, box["y"] + 52)
    expect(cell).to_be_visible()
    page.keyboard.press("Control+a")
    page.keyboard.type("North")
    expect(cell.locator("textarea, input").first).to_have_value("North")
    page.evaluate(TWO_FRAMES)
    page.keyboard.press("Enter")
    expect(picture.locator("svg text", has_text="North")).to_be_visible()
    settled(page)

    page.get_by_label("Reason: network hybrid").fill("Two regions")
    page.get_by_label("Reason: network hybrid").press("Tab")
    settled(page)
    page.get_by_role("button", name="Confirm").click()
    expect(page.get_by_text("✓ confirmed")).to_be_visible()
    settled(page)
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("button", name="Confirm")).to_be_visible()
    settled(page)
    with store_of(server) as session:
        said = state(session, made).assessment.operating
        assert [node.name for node in said.map_nodes] == ["North", "Maker", "Expansion"]
        assert said.map_archetypes == ()
