"""The stopwatch: drawn, reloaded while it runs, told, stopped, and a record on the page."""

import re

import pytest
from playwright.sync_api import Page, expect

from readiness.workspace import evidence
from readiness.workspace.results import result, state
from tests.browser.prepared import begun, store_of
from tests.browser.seeing import go, settled
from tests.browser.serving import Server

pytestmark = pytest.mark.browser
BATCHES = "Lot,Process Start\n" + "".join(f"B{n},2026-0{n}-15\n" for n in range(1, 8))


def test_drawn_reloaded_told_and_stopped(server: Server, page: Page) -> None:
    with store_of(server) as session:
        made = begun(session, "Stopwatch")
        opened = evidence.open_file(session, made, "Batches.csv", BATCHES.encode())
        mapping = evidence.look(session, made, opened).mapping()
        evidence.confirm(session, made, opened, mapping)
    address = server.url("operating-model", assessment=made)
    go(page, address, "Operating model")
    page.get_by_role("radio", name="Visibility stopwatch").click()
    page.get_by_role("button", name="Draw and start the clock").click()
    clock = page.get_by_role("timer")
    expect(clock).to_contain_text("0 of 15 answered")
    # The clock goes on by itself, and a window opened anew comes to it where it is.
    expect(clock.locator("b")).to_have_text(re.compile(r"00:0[2-9]|00:[1-9]\d|0[1-9]:"))
    settled(page)
    page.reload()
    expect(clock).to_contain_text("0 of 15 answered")
    expect(clock.locator("b")).not_to_have_text(re.compile("00:0[01]"))
    settled(page)
    first = page.get_by_role("radiogroup", name=re.compile("^Where, "))
    first.nth(0).get_by_role("radio", name="Right").click()
    expect(clock).to_contain_text("1 of 15 answered")
    settled(page)
    page.get_by_role("button", name="Stop the clock").click()
    expect(page.get_by_text(re.compile(r"1 of 15 right in .*: level 1"))).to_be_visible()
    with store_of(server) as session:
        [run] = state(session, made).assessment.operating.stopwatch
        [told] = state(session, made).assessment.operating.stopwatch_answers
        assert run.ended is not None
        assert told.second >= 2
        assert result(session, made).operating_model.stopwatch is not None
