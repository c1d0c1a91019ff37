"""What is done with an assessment as a whole: frozen, gone on from, taken along, deleted."""

import re
import zipfile

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.prepared import answered, store_of
from tests.browser.seeing import Watch, drawn, go, settled
from tests.browser.serving import Server

pytestmark = pytest.mark.browser


def row(page: Page, title: str) -> Locator:
    name = page.get_by_text(title, exact=True)
    return page.locator('[class*="st-key-row_"]').filter(has=name)


def ask(page: Page, title: str, label: str) -> Locator:
    """Choose from the menu of an assessment; the dialog that follows."""
    row(page, title).get_by_role("button", name="More…").click()
    page.get_by_role("button", name=label).click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    settled(page)
    return dialog


def test_frozen_gone_on_from_exported_and_deleted(
    own_server: Server, page: Page, watch: Watch
) -> None:
    with store_of(own_server) as session:
        made = answered(session, "Quayside", 3)
    go(page, own_server.url(), "Your assessments")
    expect(row(page, "Quayside").get_by_role("button", name="Continue")).to_be_visible()
    ask(page, "Quayside", "Freeze…").get_by_role("button", name="Freeze it").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    frozen = row(page, "Quayside")
    expect(frozen.get_by_text(re.compile("Frozen .* · [0-9a-f]{12}"))).to_be_visible()
    # There is nothing to continue: it is opened to be read.
    expect(frozen.get_by_role("button", name="Open")).to_be_visible()
    settled(page)

    dialog = ask(page, "Quayside", "Copy as the next round…")
    dialog.get_by_role("button", name="Make the next round").click()
    expect(page.get_by_text("Quayside, round 2")).to_be_visible()
    expect(page.get_by_text("3 of 50", exact=True)).to_be_visible()
    settled(page)
    assert made not in page.url

    page.goto(own_server.url())
    drawn(page)
    dialog = ask(page, "Quayside", "Delete…")
    with page.expect_download() as coming:
        dialog.get_by_role("button", name="Export this assessment (.zip)").click()
    taken = zipfile.ZipFile(coming.value.path())
    assert b"OPM-1" in b"".join(taken.read(name) for name in taken.namelist())
    dialog.get_by_role("button", name="Delete it").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(row(page, "Quayside")).to_have_count(0)
    expect(row(page, "Quayside, round 2")).to_be_visible()
    settled(page)
    # A menu that closes while the dialog behind it opens: both are sent, and what came of it is
    # asserted above.
    watch.complaints[:] = [w for w in watch.complaints if "Multiple different fragmentIds" not in w]
