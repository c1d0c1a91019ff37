"""From an empty store to a downloaded workbook by clicks, keys and uploads (screens 8, 1 to 3)."""

import re
import time
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from readiness.domain.result import Result
from readiness.workspace.assessments import listed
from readiness.workspace.evidence import kept
from readiness.workspace.results import result, state
from tests.browser.dropping import EXAMPLE, ready, scan, take
from tests.browser.prepared import questions, store_of
from tests.browser.seeing import chosen_answer, drawn, progress, settled, turned_to
from tests.browser.serving import Server

pytestmark = pytest.mark.browser
LOGS = (
    "Batch register.xlsx",
    "Deviation log 2026.xlsx",
    "MBR revisions.csv",
    "Intervention log.xlsx",
)
PLAN = "Slot plan v31.xlsx"
ANSWERS = "2312212332"


def begin(page: Page, server: Server) -> None:
    page.goto(server.url())
    drawn(page)
    page.get_by_label("Organisation", exact=True).fill("Harbour Cells")
    page.get_by_test_id("stMain").get_by_text("Autologous", exact=True).click()
    page.get_by_role("button", name="Start with question 1").click()
    expect(turned_to(page, "OPM-1")).to_be_visible()
    settled(page)


def answer_all(page: Page, count: int) -> None:
    for n in range(count):
        page.keyboard.press(ANSWERS[n % len(ANSWERS)])
        expect(progress(page, n + 1, count)).to_be_visible()
        settled(page)
        page.get_by_text("Document", exact=True).click()
        expect(page.get_by_role("radio", name="Document", exact=True)).to_be_checked()
        settled(page)
        page.keyboard.press("j")
        if n + 1 < count:
            expect(chosen_answer(page)).to_have_count(0)
            settled(page)


def tell_of_itself(page: Page) -> None:
    """Sites, parties and incidents, on *Profile and people*."""
    page.get_by_role("button", name="More").click()
    page.get_by_text("Profile and people", exact=True).click()
    expect(page.get_by_role("heading", name="Profile and people")).to_be_visible()
    settled(page)
    for field, value, band in (
        ("Own sites", "1", "1 site"),
        ("Parties that make the product", "2", "2 parties"),
    ):
        page.get_by_role("spinbutton", name=field).fill(value)
        page.keyboard.press("Enter")
        expect(page.locator(".rd-band")).to_contain_text(band)
        settled(page)
    page.get_by_role("radio", name="Incidents", exact=True).click()
    counts = page.get_by_test_id("stMain").get_by_role("radio", name="None", exact=True)
    expect(counts).to_have_count(3)
    settled(page)
    for one in counts.all():
        one.click()
        expect(one).to_be_checked()
        settled(page)


def download_report(page: Page, folder: Path) -> openpyxl.Workbook:
    page.get_by_role("link", name="Report", exact=True).click()
    expect(page.get_by_role("heading", name="Gap report")).to_be_visible()
    settled(page)
    with page.expect_download() as told:
        page.get_by_role("button", name="Gap report (Excel)").click()
    file = folder / told.value.suggested_filename
    told.value.save_as(file)
    assert re.fullmatch(r"harbour-cells-\d{4}-\d\d-\d\d-gap-report\.xlsx", file.name)
    return openpyxl.load_workbook(file, data_only=True)


def table(book: openpyxl.Workbook, sheet: str, first: str) -> list[dict[str, Any]]:
    """The rows below the heading that begins with this word."""
    rows = list(book[sheet].iter_rows(values_only=True))
    at = next(n for n, row in enumerate(rows) if row[0] == first)
    heads = [str(head) for head in rows[at]]
    return [dict(zip(heads, row, strict=True)) for row in rows[at + 1 :] if row[0]]


def assert_workbook_is(found: Result, book: openpyxl.Workbook) -> None:
    values = [cell for row in book["Summary"].iter_rows(values_only=True) for cell in row]
    assert found.verdict in values
    assert values[values.index("Overall level") :].count(found.level) >= 1
    register = table(book, "Gap register", "ID")
    assert {r["ID"]: r["Final"] for r in register if r["Final"]} == {
        c.id: c.final for c in found.capabilities if c.final is not None
    }
    ranks = {r["ID"]: r["Rank"] for r in register if isinstance(r["Rank"], int | float)}
    assert ranks == {g.capability: g.rank for g in found.gaps.next_stage}
    for gap in found.gaps.next_stage:
        shown = next(r["Priority"] for r in register if r["ID"] == gap.capability)
        assert shown == pytest.approx(float(gap.priority), abs=1e-9)


@pytest.mark.timeout(420)
def test_from_an_empty_store_to_a_workbook(own_server: Server, page: Page, tmp_path: Path) -> None:
    begin(page, own_server)
    with store_of(own_server) as session:
        [made] = [one.id for one in listed(session)]
        count = len(questions(session, made))
    answer_all(page, count)
    page.reload()
    expect(progress(page, 50, 50)).to_be_visible()
    tell_of_itself(page)

    page.get_by_role("link", name="Evidence", exact=True).click()
    expect(page.get_by_role("heading", name="What do our own records show?")).to_be_visible()
    settled(page)
    for log in LOGS:
        take(page, EXAMPLE / log)
    scan(page, EXAMPLE / PLAN)
    for file in (*LOGS, PLAN):
        expect(ready(page, file)).to_be_visible()

    page.get_by_role("link", name="Result", exact=True).click()
    with store_of(own_server) as session:
        found = result(session, made)
        said = state(session, made).assessment
        assert [f.name for f in kept(session, made)] == [*LOGS, PLAN]
    assert said.incidents.model_dump() == dict.fromkeys(said.incidents.model_dump(), 0)
    assert {str(r.basis) for r in said.responses} == {"document"}
    title = page.locator("h1.rd-verdict")
    expect(title).to_contain_text(found.verdict[0].upper() + found.verdict[1:])
    expect(title.locator(".rd-badge")).to_have_text(str(found.level))
    page.get_by_role("link", name="Gaps", exact=True).click()
    expect(
        page.get_by_role("heading", name=f"{len(found.gaps.next_stage)} gaps to Phase 2")
    ).to_be_visible()
    settled(page)
    assert_workbook_is(found, download_report(page, tmp_path))


def test_the_first_question_is_four_fields_and_a_minute_away(
    own_server: Server, page: Page
) -> None:
    page.set_viewport_size({"width": 1024, "height": 768})
    page.goto(own_server.url())
    drawn(page)
    expect(page.get_by_text("No assessment on this computer yet.")).to_be_visible()
    expect(page.get_by_text("four fields, about a minute")).to_be_visible()
    expect(page.get_by_role("columnheader", name="Where it usually is")).to_be_visible()
    expect(page.get_by_text("Deviation log and list of batches started")).to_be_visible()
    labels = page.get_by_test_id("stMain").get_by_test_id("stWidgetLabel")
    assert [label for label in labels.all_inner_texts() if label.strip()][:5] == [
        "Organisation",
        "What do you make?",
        "Where are you today?",
        "How will you fill it in?",
    ]
    began = time.monotonic()
    page.get_by_label("Organisation", exact=True).fill("Small Laptop Cells")
    page.get_by_role("button", name="Start with question 1").click()
    question = page.get_by_role("heading", level=2).first
    expect(question).to_be_in_viewport(ratio=1)
    assert time.monotonic() - began < 60


def test_the_example_opens_in_one_click(own_server: Server, page: Page) -> None:
    page.goto(own_server.url())
    drawn(page)
    page.get_by_role("button", name="Open the example").click()
    expect(page.locator("h1.rd-verdict")).to_be_visible()
    expect(page.locator(".rd-band")).to_contain_text("invented demonstration organisation")
    settled(page)
