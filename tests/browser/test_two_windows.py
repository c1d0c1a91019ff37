"""Windows side by side at one assessment, and a server that dies in mid word: nothing is lost."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from readiness.workspace.people import add_respondent
from readiness.workspace.results import state
from tests.browser.prepared import begun, store_of
from tests.browser.seeing import Watch, chosen_answer, go, pick, progress, settled, turned_to, until
from tests.browser.serving import Server

pytestmark = pytest.mark.browser
QUESTION = re.compile(r"[.?]$")


def said(server: Server, assessment: str) -> dict[str, tuple[object, str]]:
    with store_of(server) as session:
        responses = state(session, assessment).assessment.responses
    return {r.capability: (r.level, r.note) for r in responses}


def test_both_are_kept_and_a_clash_shows_both_values(
    server: Server, page: Page, browser: Browser, watch: Watch
) -> None:
    with store_of(server) as session:
        made = begun(session, "Two windows")
    other = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    watch.attach(other)
    for one in (page, other):
        go(one, server.url("questions", assessment=made, capability="OPM-1"), QUESTION)
    page.keyboard.press("4")
    expect(progress(page, 1, 50)).to_be_visible()
    other.keyboard.press("2")
    expect(other.get_by_text("in another window, while you had it open")).to_be_visible()
    box = other.locator(".st-key-clash")
    expect(box).to_contain_text("level 4")
    expect(box).to_contain_text("level 2")
    settled(other)
    assert said(server, made) == {"OPM-1": (4, "")}, "the first one stands until the choice"
    other.get_by_role("button", name="Put mine in its place").click()
    expect(chosen_answer(other)).to_contain_text("2")
    expect(box).to_have_count(0)
    settled(other)

    for one, key in ((page, "3"), (other, "5")):
        one.keyboard.press("j")
        expect(turned_to(one, "OPM-2")).to_be_visible()
        settled(one)
        if one is other:
            one.keyboard.press("j")
            expect(turned_to(one, "OPM-3")).to_be_visible()
            settled(one)
        one.keyboard.press(key)
        expect(chosen_answer(one)).to_contain_text(key)
        settled(one)
    assert said(server, made) == {"OPM-1": (2, ""), "OPM-2": (3, ""), "OPM-3": (5, "")}
    other.context.close()


def test_each_window_keeps_its_own_mode_and_person(
    server: Server, page: Page, watch: Watch
) -> None:
    """A reload in front of a witness never shows what another window of that person compares."""
    with store_of(server) as session:
        made = begun(session, "One person, two windows")
        for function in ("QA", "SC"):
            add_respondent(session, made, function, "lead")
    other = page.context.new_page()
    watch.attach(other)
    whom = {one: one.get_by_role("combobox", name="Whom you talk to") for one in (page, other)}
    for one, code in ((page, "r1"), (other, "r2")):
        one.bring_to_front()
        go(one, server.url("questions", assessment=made, capability="CTL-1"), QUESTION)
        one.get_by_role("radio", name="Interview").click()
        settled(one)
        pick(one, "Whom you talk to", re.compile(code))
        expect(whom[one]).to_have_value(re.compile(code))
        settled(one)
    other.get_by_role("radio", name="Compare").click()
    expect(whom[other]).to_have_count(0)
    settled(other)

    page.bring_to_front()
    page.reload()
    expect(whom[page]).to_have_value(re.compile("r1"))
    settled(page)
    other.bring_to_front()
    other.reload()
    expect(other.get_by_role("radio", name="Compare")).to_be_checked()
    expect(whom[other]).to_have_count(0)
    settled(other)
    # A window that was just opened goes on where one was last.
    third = page.context.new_page()
    watch.attach(third)
    go(third, server.url("questions", assessment=made), re.compile(""))
    expect(third.get_by_role("radio", name="Compare")).to_be_checked()


def test_a_server_killed_in_mid_word_loses_nothing_that_was_shown_as_saved(
    own_server: Server, page: Page, watch: Watch
) -> None:
    with store_of(own_server) as session:
        made = begun(session, "Killed while typing")
    go(page, own_server.url("questions", assessment=made, capability="OPM-1"), QUESTION)
    for n, key in enumerate("431", 1):
        page.keyboard.press(key)
        expect(progress(page, n, 50)).to_be_visible()
        settled(page)
        page.keyboard.press("j")
        expect(turned_to(page, f"OPM-{n + 1}")).to_be_visible()
        settled(page)
    page.keyboard.press("k")
    expect(turned_to(page, "OPM-3")).to_be_visible()
    settled(page)
    page.get_by_label("Note", exact=True).click()
    page.keyboard.type("board minutes of May")
    until(lambda: said(own_server, made)["OPM-3"][1] == "board minutes of May")
    settled(page)
    shown = page.get_by_text(re.compile(r"last saved \d\d:\d\d:\d\d")).inner_text()
    page.keyboard.type(", and the ", delay=30)
    own_server.kill()
    page.goto("about:blank")
    watch.complaints[:] = [said for said in watch.complaints if "WebSocket onclose" not in said]
    own_server.start()
    kept = said(own_server, made)
    assert [kept[f"OPM-{n}"][0] for n in (1, 2, 3)] == [4, 3, 1]
    assert kept["OPM-3"][1].startswith("board minutes of May")
    assert "saved" in shown
    go(page, own_server.url("questions", assessment=made, capability="OPM-3"), QUESTION)
    expect(page.get_by_label("Note", exact=True)).to_have_value(re.compile("^board minutes of May"))
