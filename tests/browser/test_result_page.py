"""Result and Gaps as they are read and questioned (screens 8, checks 13 and 19 to 21)."""

import re
from datetime import date

import openpyxl
import pytest
from playwright.sync_api import Locator, Page, expect

from readiness.domain.assessment import Said, Window
from readiness.workspace.answers import answer
from readiness.workspace.demo import open_example
from readiness.workspace.people import set_profile
from readiness.workspace.results import result
from readiness.workspace.session import Session
from readiness.workspace.tallies import type_in
from tests.browser.dropping import EXAMPLE
from tests.browser.prepared import answered, begun, questions, store_of
from tests.browser.seeing import chosen_answer, go, settled
from tests.browser.serving import Server

pytestmark = pytest.mark.browser


@pytest.fixture
def example(server: Server) -> str:
    """The demonstration organisation in the store of the server."""
    with store_of(server) as session:
        return open_example(session)


def one_gate_short(session: Session, name: str) -> str:
    """Everything at level 3 with a document, but for one gate capability at level 1."""
    made = begun(session, name)
    set_profile(session, made, "sites", 1)
    set_profile(session, made, "parties", 1)
    for capability in questions(session, made):
        level: Said = 1 if capability == "CTL-1" else 3
        answer(session, made, capability, "team", level=level, basis="document")
    return made


def verdict(page: Page) -> Locator:
    return page.locator("h1.rd-verdict")


def reason(page: Page) -> Locator:
    return page.locator(".rd-reason")


def test_the_reason_names_what_failed_and_lifting_it_changes_the_verdict(
    server: Server, page: Page
) -> None:
    with store_of(server) as session:
        made = one_gate_short(session, "One gate short")
        before = result(session, made)
    assert before.level == 2
    go(page, server.url("result", assessment=made), re.compile("stabilised"))
    expect(reason(page)).to_contain_text("2 of 5, whatever the average says")
    expect(reason(page)).to_contain_text("CTL-1 stands below level 2")

    page.goto(server.url("questions", assessment=made, capability="CTL-1"))
    expect(chosen_answer(page)).to_contain_text("1")
    settled(page)
    page.keyboard.press("2")
    expect(chosen_answer(page)).to_contain_text("2")
    settled(page)
    page.get_by_role("link", name="Result", exact=True).click()
    expect(verdict(page)).to_contain_text("Transitional")
    expect(reason(page)).to_contain_text("3 of 5")
    expect(reason(page)).not_to_contain_text("below level 2")
    with store_of(server) as session:
        assert result(session, made).level == 3


def test_under_sixty_percent_there_is_no_verdict(server: Server, page: Page) -> None:
    with store_of(server) as session:
        made = answered(session, "A third", 17)
        window = Window.model_validate(
            {"from": date(2025, 11, 1), "to": date(2026, 11, 1), "batches": 12}
        )
        type_in(session, made, "H1", {"events": 9, "exposure": 12}, "tally of the rota", window)
        type_in(session, made, "H5", {"events": 7, "exposure": 12}, "tally of the rota", window)
    go(page, server.url("result", assessment=made), re.compile("Not enough known"))
    expect(verdict(page).get_by_text("provisional")).to_be_visible()
    expect(verdict(page).locator(".rd-unknown")).to_contain_text("?")
    telling = page.locator(".rd-box")
    expect(telling).to_contain_text(re.compile(r"1\d of 50 "))
    expect(telling.get_by_role("link").first).to_be_visible()
    heroics = page.locator(".rd-stream", has_text="2 of 8")
    expect(heroics).to_contain_text("not enough evidence")
    expect(heroics.locator(".rd-track > i")).to_have_count(0)


def test_each_contradiction_opens_to_rows_that_exist(
    server: Server, page: Page, example: str
) -> None:
    with store_of(server) as session:
        found = [f for f in result(session, example).findings if f.kind == "contradiction"]
    assert found
    go(page, server.url("result", assessment=example), re.compile("stabilised"))
    books: dict[str, openpyxl.Workbook] = {}
    for finding in found:
        line = page.locator("summary").filter(has_text=f"{finding.capability} ·")
        opened = page.locator("details").filter(has=line)
        line.click()
        table = opened.get_by_role("table").first
        expect(table).to_be_visible()
        settled(page)
        lines = table.locator("tbody tr").all()
        assert len(lines) == min(12, len(finding.evidence))
        for line in lines:
            file, sheet, row, record = line.locator("td").all_inner_texts()
            assert record_is_there(books, file, sheet, int(row), record), (file, sheet, row)


def record_is_there(
    books: dict[str, openpyxl.Workbook], file: str, sheet: str, row: int, record: str
) -> bool:
    """Whether this row of the file holds something, the record's own number where it has one."""
    place = EXAMPLE / file
    if place.suffix == ".csv":
        lines = place.read_bytes().decode("cp1252").splitlines()
        return record.split(" ", maxsplit=1)[0] in lines[row - 1]
    if file not in books:
        books[file] = openpyxl.load_workbook(place)
    page = books[file][sheet]
    if re.fullmatch(r"[A-Z]{1,2}\d+", record):
        return page[record].value is not None
    return record in [str(cell.value) for cell in page[row]]


def weight(page: Page, name: str) -> Locator:
    """The handle of a slider."""
    return page.get_by_role("slider", name=re.compile(name))


def ranked(page: Page) -> list[str]:
    """The ids of the ranking, from the top."""
    return page.locator(".rd-ranking tbody tr td:nth-child(2) a").all_inner_texts()


def test_a_slider_moved_by_keys_changes_the_ranking_and_leads_back(
    server: Server, page: Page, example: str
) -> None:
    go(page, server.url("gaps", assessment=example), re.compile("most urgent first"))
    begun = ranked(page)
    expect(page.locator(".rd-moved")).to_have_count(0)
    weight(page, "Patient impact").focus()
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_text("Used as 44.4 · 30.3 · 25.3 %")).to_be_visible()
    page.keyboard.press("Home")
    expect(page.get_by_text("Used as 0.0 · 54.5 · 45.5 %")).to_be_visible()
    expect(page.locator(".rd-moved").first).to_be_visible()
    settled(page)
    assert ranked(page) != begun
    page.get_by_role("button", name="Back to 45 · 30 · 25").click()
    expect(page.get_by_text("Used as 45 · 30 · 25 %")).to_be_visible()
    expect(page.locator(".rd-moved")).to_have_count(0)
    settled(page)
    assert ranked(page) == begun
    with store_of(server) as session:
        gaps = result(session, example).gaps.next_stage
    assert [g.capability for g in gaps[: len(begun)]] == begun


def test_every_number_of_the_result_has_its_rule_or_rows_one_click_away(
    server: Server, page: Page, example: str
) -> None:
    go(page, server.url("result", assessment=example), re.compile("stabilised"))
    page.get_by_text("How this index comes about").click()
    expect(page.get_by_role("columnheader", name="Mean of final levels")).to_be_visible()
    page.get_by_text("The metrics behind the four streams").click()
    expect(page.get_by_role("columnheader", name="80 % interval")).to_be_visible()
    settled(page)
    page.get_by_role("radio", name="D1", exact=True).click()
    expect(page.get_by_text("The 70 rows behind D1")).to_be_visible()
    page.get_by_role("link", name="How it is calculated: overall level and verdict").first.click()
    expect(page.get_by_role("heading", name="How it is calculated")).to_be_visible()
