"""A log through the Evidence page without a mouse: order of dates, the same again, rows behind."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from readiness.workspace import evidence, intake
from tests.browser.dropping import confirm_button, deviation, drop, ready, written
from tests.browser.prepared import begun, store_of
from tests.browser.seeing import go, settled
from tests.browser.serving import Server

pytestmark = pytest.mark.browser
ALARM, LABEL = "Wash pump alarm at harvest", "Vial label smudged after printing"
FAR = 60


def tab_to(page: Page, wanted: Locator) -> None:
    """Press Tab until this has the focus: it can be reached, and the focus is never caught."""
    for _ in range(FAR):
        if wanted.evaluate("one => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{wanted} was not reached with {FAR} tabs")


def press_on(page: Page, wanted: Locator, key: str = "Enter") -> None:
    """Go there by Tab, press a key, and wait for what comes of it."""
    expect(wanted).to_be_enabled()
    tab_to(page, wanted)
    page.keyboard.press(key)
    settled(page)


def radios(page: Page, question: str) -> Locator:
    return page.get_by_role("radiogroup", name=re.compile(question)).get_by_role("radio")


def test_a_log_is_understood_compared_and_opened_by_keyboard(
    server: Server, page: Page, tmp_path: Path
) -> None:
    """Twelve records without a cause, eight alarms and four labels, dates that fit both orders.

    The alarms are the same event again, the labels are not: 7 of 12 come again, and the other five
    are what it is counted over.
    """
    with store_of(server) as session:
        made = begun(session, "Keyboard")
    go(page, server.url("evidence", assessment=made), "What do our own records show?")
    rows = [
        deviation(n, f"{day}/2026", f"{day}/2026", cause="", text=ALARM if n < 8 else LABEL)
        for n, day in enumerate(f"{1 + n:02}/{1 + n % 10:02}" for n in range(12))
    ]
    drop(page, written(tmp_path / "no mouse.csv", rows))
    press_on(page, page.get_by_role("button", name="Looks right, go on to columns"))
    # One question for both columns of dates; Space chooses the first way.
    asked = radios(page, "day first or month first.*One answer for all of them").first
    expect(confirm_button(page)).to_be_disabled()
    press_on(page, asked, "Space")
    expect(asked).to_be_checked()
    press_on(page, confirm_button(page))
    expect(page.get_by_text("2 groups of records without a cause read alike.")).to_be_visible()
    for group, (downs, said) in enumerate([(0, "The same again"), (2, "Not the same")], start=1):
        answers = radios(page, f"of group {group} the same event")
        press_on(page, answers.first, "Space")
        for _ in range(downs):
            page.keyboard.press("ArrowRight")
            settled(page)
        expect(answers.nth(downs)).to_be_checked()
        assert said in answers.nth(downs).evaluate("one => one.closest('label').textContent")
    press_on(page, page.get_by_role("button", name="Keep the file with 1 confirmed group"))
    expect(ready(page, "no mouse.csv")).to_be_visible()
    settled(page)
    with store_of(server) as session:
        [file] = evidence.kept(session, made)
    mapping = intake.mapping_of(file)
    ways = {mapping.date_format_of(field) for field in ("discovered", "closed")}
    assert ways == {"DD/MM/YYYY"}
    assert [len(group) for group in mapping.similar or ()] == [8]
    assert [len(group) for group in mapping.not_similar] == [4]

    press_on(page, page.get_by_role("combobox", name="Show the rows behind"), "ArrowDown")
    page.keyboard.type("D3")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="7 rows counted in D3, 5 counted over")).to_be_visible()
    settled(page)
    lists = page.get_by_role("radiogroup", name="Rows", exact=True).get_by_role("radio")
    tab_to(page, lists.first)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    settled(page)
    shown = page.locator(".rd-table", has_text="Counted over").last
    expect(shown.locator("tbody tr")).to_have_count(5)
    expect(shown).to_contain_text("DEV-000")
