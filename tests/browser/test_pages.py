"""Every page in every state: accessible, without horizontal scrolling, with its style in place."""

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from readiness.ui.style import css
from readiness.workspace.demo import open_example
from readiness.workspace.drilling import start
from readiness.workspace.rounds import next_round
from tests.browser.dropping import EXAMPLE, drop
from tests.browser.prepared import answered, store_of
from tests.browser.seeing import drawn, pick, settled
from tests.browser.serving import Server

pytestmark = pytest.mark.browser
PAGES = (
    *("", "questions", "evidence", "drill", "result", "gaps", "roadmap", "report"),
    *(
        "profile",
        "operating-model",
        "stress",
        "guide",
        "requests",
        "portfolio",
        "rounds",
        "history",
        "calculation",
    ),
)
VOICES = ("Compare", "Calibration", "First rater")
PARTS = ("People", "Incidents", "Drills held", "Parties")
MAKERS = ("Claims", "Slots by month", "Last failures", "What they say of us")
OPERATING = (
    *("What stays with us", "QA oversight", "Where flows meet", "Visibility stopwatch"),
    *("Lock-in ledger", "Change ripple", "Options kept open", "Scaling limits"),
    *("Scale enablers", "Data before AI", "Contract makers"),
)
"""The parts behind the first, looked at where the first shows a map; the last leads to MAKERS."""
SMALL: ViewportSize = {"width": 1024, "height": 768}
LARGE: ViewportSize = {"width": 1440, "height": 900}
ZOOMED: ViewportSize = {"width": 720, "height": 450}
"""What is left of the large window at 200 %."""
WIDER_THAN_SHOWN = """() => [document.documentElement, document.querySelector(
    '[data-testid="stMain"]')].map(box => box.scrollWidth - box.clientWidth)"""

# A chart draws itself anew some moments after the window has changed.
CHARTS_FIT = """() => [...document.querySelectorAll('.js-plotly-plot')].every(chart => {
  const box = chart.getBoundingClientRect(), drawn = chart.querySelector('.main-svg');
  return box.right <= innerWidth + 1
    && (!drawn || Math.abs(drawn.getBoundingClientRect().width - box.width) < 2); })"""
CUT_OFF = """() => { const found = [];
  const parts = '[data-testid="stMain"] *, [data-testid="stBottom"] *';
  for (const one of document.querySelectorAll(parts)) {
    const box = one.getBoundingClientRect(), style = getComputedStyle(one);
    const speaks = [...one.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
    if (!speaks || !box.width || !box.height || style.visibility === 'hidden') continue;
    const beyond = box.right > innerWidth + 1 || box.left < -1;
    const hidden = style.overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1;
    if (beyond || hidden) found.push(one.textContent.trim().slice(0, 60));
  } return found.slice(0, 5); }"""


# Columns that were squeezed until their words stand letter below letter.
SQUEEZED = """() => [...document.querySelectorAll('.rd-table td, .rd-table th')].filter(cell => {
    const style = getComputedStyle(cell), text = cell.innerText.trim();
    const inner = cell.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    return cell.clientWidth && text.length > 6 && inner < 28;
  }).map(cell => cell.innerText.slice(0, 40)).slice(0, 5)"""


def resize(page: Page, size: ViewportSize) -> None:
    """Another window; tables and drawings follow it some moments later, or never."""
    page.set_viewport_size(size)
    page.wait_for_function(CHARTS_FIT)
    with suppress(PlaywrightTimeout):
        fits = f"() => Math.max(...({WIDER_THAN_SHOWN})()) <= 0"
        page.wait_for_function(fits, timeout=5_000)


def violations(page: Page) -> list[str]:
    """What axe finds serious or critical, with the places."""
    found: list[dict[str, Any]] = Axe().run(page).response["violations"]
    return [
        f"{page.url.split('?', maxsplit=1)[0]}: {one['id']}: {one['nodes'][0]['html'][:160]}"
        for one in found
        if one["impact"] in {"serious", "critical"}
    ]


def views(page: Page, server: Server, assessment: str) -> Iterator[str]:
    """Every page of an assessment, one after the other; without one, what the pages say then."""
    ids = {"assessment": assessment} if assessment else {}
    if assessment:  # Another test may have talked to somebody: begin where nobody has been.
        with store_of(server) as session:
            session.store.keep_place(session.actor, assessment, {})
    for name in PAGES:
        page.goto(server.url(name, **ids))
        drawn(page)
        yield name or "assessments"
        if name == "questions" and assessment:
            yield from interview(page)
        operating = (*OPERATING, *MAKERS) if page.get_by_text("The map shows").count() else ()
        parts = {"profile": PARTS, "operating-model": operating, "questions": VOICES}
        inside = parts.get(name, ()) if assessment else ()
        for part in inside:
            page.get_by_role("radio", name=part, exact=True).click()
            expect(page.get_by_role("radio", name=part, exact=True)).to_be_checked()
            # A switch shows the choice before the page is drawn: what asked for it goes then.
            expect(page.get_by_role("combobox", name="Whom you talk to")).to_have_count(0)
            if part == VOICES[-1]:
                expect(page.get_by_text("Say first who rates")).to_have_count(0)
            settled(page)
            yield part


def interview(page: Page) -> Iterator[str]:
    """Interview mode: nobody chosen yet, then the first one of the list."""
    page.get_by_role("radio", name="Interview", exact=True).click()
    expect(page.get_by_text("Say first whom you talk to")).to_be_visible()
    settled(page)
    yield "interview"
    pick(page, "Whom you talk to", re.compile(""))
    expect(page.get_by_text("Say first whom you talk to")).to_have_count(0)
    settled(page)
    yield "interview with somebody"


@pytest.mark.parametrize("state", ["empty", "half", "full"])
def test_no_page_has_a_serious_violation_or_scrolls_sideways(
    server: Server, page: Page, state: str
) -> None:
    with store_of(server) as session:
        made = {"empty": lambda: "", "half": lambda: answered(session, "Half", 25)}.get(
            state, lambda: open_example(session)
        )()
        if state == "full":  # with another round, so that there is something to compare
            next_round(session, made)
    found, wide = [], []
    for view in views(page, server, made):
        found += violations(page)
        for size in (SMALL, ZOOMED):
            resize(page, size)
            too_wide, cut = page.evaluate(WIDER_THAN_SHOWN), page.evaluate(CUT_OFF)
            wide += [f"{view} at {size['width']}: {too_wide}"] if max(too_wide) > 0 else []
            cut += page.evaluate(SQUEEZED)
            wide += [f"{view} at {size['width']}: {text}" for text in cut]
        page.set_viewport_size(LARGE)
    assert not found
    assert not wide


def test_an_error_is_accessible_and_fits_on_every_page(server: Server, page: Page) -> None:
    found, wide = [], []
    for name in sorted({*PAGES[1:]} - {"portfolio"}):  # which shows many, and asks for none
        page.goto(server.url(name, assessment="0" * 32))
        expect(page.get_by_text("There is no such assessment.")).to_be_visible()
        settled(page)
        found += violations(page)
        resize(page, ZOOMED)
        wide += [name] if max(page.evaluate(WIDER_THAN_SHOWN)) > 0 else []
        page.set_viewport_size(LARGE)
    assert not found
    assert not wide


def test_what_is_opened_is_accessible_too(server: Server, page: Page) -> None:
    with store_of(server) as session:
        made = open_example(session)
    found = []
    for name in ("questions", "result", "gaps"):
        page.goto(server.url(name, assessment=made))
        drawn(page)
        closed = page.locator('[data-testid="stExpander"] details:not([open]) > summary')
        for label in closed.locator("p").all_inner_texts():
            closed.filter(has_text=label).first.click()
            expect(closed.filter(has_text=label)).to_have_count(0)
            settled(page)
        found += violations(page)
    assert not found


def test_a_file_on_its_way_is_accessible_and_fits(server: Server, page: Page) -> None:
    with store_of(server) as session:
        made = answered(session, "On its way", 1)
    page.goto(server.url("evidence", assessment=made))
    drawn(page)
    drop(page, EXAMPLE / "Deviation log 2026.xlsx")
    found = []
    for step in ("1 What it is", "2 Columns"):
        page.get_by_role("radio", name=re.compile(step)).click()
        expect(page.get_by_role("radio", name=re.compile(step))).to_be_checked()
        settled(page)
        found += violations(page)
        page.set_viewport_size(SMALL)
        assert max(page.evaluate(WIDER_THAN_SHOWN)) == 0
        page.set_viewport_size(LARGE)
    assert not found


def held_by(key: str) -> str:
    """The selector of what has a key that begins so."""
    return f'[class*="st-key-{key}"]'


def test_every_hook_of_the_style_is_there(server: Server, page: Page) -> None:
    """An update of the front end that renames what the style holds on to fails here."""
    with store_of(server) as session:
        made = open_example(session)
        half = answered(session, "Hooks", 3)
    ids, keys = set[str](), set[str]()
    for assessment in (half, made):
        for _ in views(page, server, assessment):
            ids |= set(
                page.locator("[data-testid]").evaluate_all("all => all.map(e => e.dataset.testid)")
            )
            classes = page.locator('[class*="st-key-"]').evaluate_all(
                "all => all.map(e => e.className)"
            )
            keys |= {key for one in classes for key in re.findall(r"st-key-(\S+)", one)}
    with store_of(server) as session:
        start(session, half, "site_down", ("QA",), "lead")
    page.goto(server.url("drill", assessment=half))
    drawn(page)
    keys |= {key for key in ("drillrow", "drill_fails") if page.locator(held_by(key)).count()}
    page.goto(server.url("evidence", assessment=half))
    drawn(page)
    drop(page, EXAMPLE / "MBR revisions.csv")
    keys |= {"wide_preview"} if page.locator(".st-key-wide_preview").count() else set()
    hooks = re.findall(r'data-testid="(\w+)"', css())
    assert [hook for hook in dict.fromkeys(hooks) if hook not in ids] == []
    prefixes = re.findall(r'class\*="st-key-(\w+)"', css())
    assert [p for p in dict.fromkeys(prefixes) if not any(key.startswith(p) for key in keys)] == []
    assert "st-emotion" not in css()
