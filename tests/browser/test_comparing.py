"""Compare as two people's answers meet: side by side, then agreed (screens 8, check 11)."""

import re
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from readiness.workspace.answers import answer
from readiness.workspace.people import add_respondent
from readiness.workspace.results import state
from readiness.workspace.session import Session
from tests.browser.prepared import answered, begun, store_of
from tests.browser.seeing import go, settled
from tests.browser.serving import Server

pytestmark = pytest.mark.browser
SAID = (("MFG", "floor", 1, "record"), ("QA", "lead", 2, "document"), ("SC", "lead", 3, "document"))
TOLD = (("IT", "lead", 3), ("MFG", "lead", 3), ("EXEC", "executive", 4))


def six_voices(session: Session) -> str:
    """CTL-1 as picture 2b tells it: 1, 2, 3, 3, 3, 4."""
    made = begun(session, "Six voices")
    heard: list[Any] = [*SAID, *((*told, "statement") for told in TOLD)]
    for function, seniority, level, basis in reversed(heard):
        who = add_respondent(session, made, function, seniority)
        answer(session, made, "CTL-1", who, level=level, basis=basis)
    return made


def compare(page: Page, server: Server, assessment: str) -> None:
    """Open the questions and turn to Compare."""
    go(page, server.url("questions", assessment=assessment, capability="CTL-1"), re.compile("[.?]"))
    page.get_by_role("radio", name="Compare", exact=True).click()
    expect(page.get_by_role("radio", name="Compare", exact=True)).to_be_checked()
    settled(page)


def rows(page: Page) -> Locator:
    return page.locator(".rd-voices tbody tr")


def serious(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [one["id"] for one in found if one["impact"] in {"serious", "critical"}]


def test_six_answers_side_by_side_become_a_consensus(server: Server, page: Page) -> None:
    with store_of(server) as session:
        made = six_voices(session)
    compare(page, server, made)
    expect(rows(page)).to_have_count(6)
    cells = [row.locator("td").all_inner_texts() for row in rows(page).all()]
    assert [re.findall(r"\d", said)[0] for _, said, *_ in cells] == list("123334")
    # Told 3 and 4 are corroborated by several functions: they back up to 3.
    assert [backs for _, _, _, backs, _ in cells] == list("123333")
    expect(page.get_by_text("Claimed 3 (lower median of 6)")).to_be_visible()
    expect(page.get_by_text("answers three levels apart")).to_be_visible()
    expect(page.get_by_text("executives say 4, the floor says 1")).to_be_visible()
    assert not serious(page)

    record = page.get_by_role("button", name="Record", exact=True)
    form = page.locator(".st-key-consensus")
    expect(record).to_be_disabled()
    form.get_by_role("radio", name="2", exact=True).click()
    expect(record).to_be_disabled()
    form.get_by_role("radio", name="Document").click()
    expect(record).to_be_disabled()
    page.get_by_label("Reason (needed)").click()
    page.keyboard.type("the change sheet was read together")
    expect(record).to_be_enabled()
    record.click()
    expect(page.get_by_text("Claimed 2 (a consensus, in place of six answers)")).to_be_visible()
    expect(rows(page)).to_have_count(6)
    settled(page)
    assert not serious(page)
    with store_of(server) as session:
        said = state(session, made).assessment
    assert [c.level for c in said.consensus] == [2]
    assert len(said.responses_of["CTL-1"]) == 6


@pytest.mark.parametrize(("count", "who"), [(0, "Nobody has"), (25, "One person has")])
def test_one_voice_needs_a_second(server: Server, page: Page, count: int, who: str) -> None:
    with store_of(server) as session:
        made = answered(session, f"One voice {count}", count)
    compare(page, server, made)
    expect(page.get_by_text(f"{who} answered so far. Compare needs two.")).to_be_visible()
    assert not serious(page)
