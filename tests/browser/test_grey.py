"""Check 24 of screens 8: without its colours every statement can still be read."""

from collections.abc import Iterator
from itertools import combinations
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from readiness.workspace.demo import open_example
from tests.browser.prepared import store_of
from tests.browser.seeing import drawn, settled
from tests.browser.serving import Server

pytestmark = pytest.mark.browser
GREY = "html { filter: grayscale(1) !important; }"
SIGNS = "✓✗▲━❄"
# What tells two lines of a chart apart besides their colour.
TRACES = """() => [...document.querySelectorAll('.js-plotly-plot')].map(c => c.data.map(t => ({
  name: t.name, type: t.type, mode: t.mode || '', symbol: t.marker?.symbol ?? null,
  width: t.mode === 'lines' ? t.line.width : null, dash: t.line?.dash ?? null})))"""


def texts(page: Page, selector: str) -> list[str]:
    return [text.strip() for text in page.locator(selector).all_inner_texts()]


def alike(page: Page) -> Iterator[str]:
    """Pairs in a chart that nothing but colour and name tells apart."""
    charts: list[list[dict[str, Any]]] = page.evaluate(TRACES)
    for traces in charts:
        for one, other in combinations(traces, 2):
            if {k: one[k] for k in one if k != "name"} == {k: other[k] for k in one if k != "name"}:
                yield f"{one['name']} and {other['name']}"


def test_check_24_nothing_hangs_on_colour_alone(server: Server, page: Page) -> None:
    with store_of(server) as session:
        made = open_example(session)
    page.goto(server.url("result", assessment=made))
    page.add_style_tag(content=GREY)
    drawn(page)
    page.locator(".js-plotly-plot .main-svg").first.wait_for()
    assert all(text[0] in SIGNS for text in texts(page, ".rd-ok, .rd-no"))
    assert all(text[0] in "12345?" for text in texts(page, ".rd-badge"))
    fields = texts(page, ".rd-field")
    assert [text[0] for text in fields] == list("12345")
    assert not list(alike(page))
    for row in page.locator(".rd-stream").all():
        assert any(letter.isdigit() for letter in row.locator(".rd-stream-name").inner_text())

    page.goto(server.url("gaps", assessment=made))
    drawn(page)
    bars = page.locator(".rd-ranking tbody tr").evaluate_all(
        """rows => rows.map(row => [row.querySelector('.rd-bar i').className,
            row.querySelector('.rd-band-name').innerText])"""
    )
    said = {look: words.split("\n")[0] for look, words in bars}
    assert len(said) == len(set(said.values())) >= 2, said
    assert all(texts(page, ".rd-wave"))

    page.goto(server.url("evidence", assessment=made))
    drawn(page)
    page.get_by_test_id("stRadioOption").filter(has_text="Slot plan v31.xlsx").last.click()
    expect(page.get_by_text("signs on").first).to_be_visible()
    page.locator(".js-plotly-plot .main-svg").first.wait_for()
    settled(page)
    assert not list(alike(page))
