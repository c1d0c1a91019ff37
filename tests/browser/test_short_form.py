"""The short form from its start to its verdict, and on to the full form, by keyboard alone."""

import re

import pytest
from playwright.sync_api import Page, expect

from readiness.workspace.results import result, state
from tests.browser.prepared import questions, store_of
from tests.browser.seeing import drawn, progress, settled, turned_to
from tests.browser.serving import Server

pytestmark = pytest.mark.browser
# After the last stop nothing has the focus: the next Tab begins again at the top.
NAME = """() => { const e = document.activeElement; return e === document.body ? '' :
    e.getAttribute('aria-label') || (e.labels && e.labels[0]?.innerText) || e.innerText || '' }"""
FAR = 80
"""Stops of Tab within which everything on a page is reached."""


def tab_to(page: Page, name: str) -> None:
    """Press Tab until what has the focus is called so."""
    seen = []
    for _ in range(FAR):
        page.keyboard.press("Tab")
        seen.append(page.evaluate(NAME).strip())
        if re.match(name, seen[-1]):
            return
    raise AssertionError(f"Tab never came to {name!r}, only to {seen}")


def test_the_short_form_by_keyboard_alone(own_server: Server, page: Page) -> None:
    page.goto(own_server.url())
    drawn(page)
    tab_to(page, "Organisation")
    page.keyboard.type("Keys only")
    tab_to(page, "Full form of an afternoon")
    page.keyboard.press("Enter")
    settled(page)
    tab_to(page, "Full form:")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("radio", name=re.compile("^Short form:"))).to_be_checked()
    settled(page)
    tab_to(page, "Start with question 1")
    page.keyboard.press("Enter")

    expect(page.locator('[class*="st-key-card"] h2')).to_be_visible()
    with store_of(own_server) as session:
        [row] = session.store.assessments(session.actor)
        ids = questions(session, row.id)
    assert len(ids) < 50
    for n, capability in enumerate(ids, 1):
        expect(turned_to(page, capability)).to_be_visible()
        settled(page)
        page.keyboard.press("2")
        expect(progress(page, n, len(ids))).to_be_visible()
        page.keyboard.press("j")
    settled(page)

    tab_to(page, "Result")
    page.keyboard.press("Enter")
    expect(page.locator("h1.rd-verdict")).to_contain_text("Short form: ")
    with store_of(own_server) as session:
        assert result(session, row.id).verdict.startswith("short form: ")

    page.goto(own_server.url("profile", assessment=row.id))
    drawn(page)
    tab_to(page, "Full form")
    page.keyboard.press("Space")
    expect(page.get_by_role("radio", name="Full form", exact=True)).to_be_checked()
    settled(page)
    with store_of(own_server) as session:
        said = state(session, row.id).assessment
    assert said.form == "full"
    assert [r.capability for r in said.responses] == ids
    expect(page.get_by_text(f"{len(ids)} of 50 answered")).to_be_visible()
