"""Older copies of a workbook dropped together: one confirmation, and what moved between them."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from readiness.workspace import evidence
from tests.browser.dropping import EXAMPLE, drop, ready
from tests.browser.prepared import begun, store_of
from tests.browser.seeing import go, page_source, settled
from tests.browser.serving import Server

pytestmark = pytest.mark.browser

PLANS = [
    EXAMPLE / f"Slot plan {name}.xlsx" for name in ("v28", "v31", "v29", "v30 (copy)")
]  # fmt: skip


def test_four_versions_dropped_together_are_scanned_with_one_click(
    server: Server, page: Page
) -> None:
    with store_of(server) as session:
        made = begun(session, "Four versions")
    go(page, server.url("evidence", assessment=made), "What do our own records show?")
    drop(page, PLANS[0])
    page.get_by_role("button", name="Scan it").click()
    expect(page.get_by_text("Drop older copies of this file to see what moves")).to_be_visible()
    settled(page)

    drop(page, *PLANS[1:])
    page.get_by_role("button", name="Scan all 3").click()
    for plan in PLANS:
        expect(ready(page, plan.name)).to_be_visible()
    expect(page.get_by_text("Four saved versions, over 94 days")).to_be_visible()
    settled(page)

    # The newest one is looked at, whatever came last; its copies are told by their age.
    expect(page.get_by_text("three older copies found beside it")).to_be_visible()
    rows = page.locator("table", has_text="Cells changed").locator("tbody tr")
    names = [row.locator("td").first.inner_text() for row in rows.all()]
    assert [re.findall(r"v\d+", name)[0] for name in names] == ["v31", "v30", "v29", "v28"]
    changes = page.locator("table", has_text="What happened")
    expect(changes.first).to_contain_text("formula typed over")
    # BK-023 stood on 4 November before, and stands on 11 November now
    expect(changes.first).to_contain_text("C (start)")
    source = page_source(page)
    assert "2026-11-04" not in source
    assert "P-056" not in source

    page.get_by_text("Slot plan v29.xlsx", exact=True).last.click()
    settled(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Every change with its address").click()
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    assert "rebooked: another date" in text
    with store_of(server) as session:
        assert len(evidence.kept(session, made)) == 4
