"""The question page as a team meets it: keys, notes, saving, filters (screens 8, 3 to 10)."""

import re
from collections.abc import Callable
from math import ceil

import pytest
from playwright.sync_api import Locator, Page, expect

from readiness.domain.assessment import Assessment, Response
from readiness.workspace.answers import answer
from readiness.workspace.people import add_respondent
from readiness.workspace.results import state
from tests.browser.prepared import answered, begun, questions, store_of
from tests.browser.seeing import Watch, chosen_answer, go, pick, progress, settled, turned_to, until
from tests.browser.serving import Server

pytestmark = pytest.mark.browser
QUESTION = re.compile(r"[.?]$")


def stored(server: Server, assessment: str) -> Assessment:
    with store_of(server) as session:
        return state(session, assessment).assessment


def said(server: Server, assessment: str, capability: str, who: str = "team") -> Response | None:
    given = stored(server, assessment).responses_of.get(capability, ())
    return next((r for r in given if r.respondent == who), None)


@pytest.fixture
def fresh(server: Server, page: Page) -> Callable[..., str]:
    """Opens the questions of a new assessment, at one of them where it is named."""

    def opened(name: str, count: int = 0, capability: str = "") -> str:
        with store_of(server) as session:
            made = answered(session, name, count)
        ids = {"assessment": made} | ({"capability": capability} if capability else {})
        go(page, server.url("questions", **ids), QUESTION)
        return made

    return opened


def note(page: Page) -> Locator:
    return page.get_by_label("Note", exact=True)


def test_fifty_answers_by_keys_outlive_a_reload(
    server: Server, page: Page, fresh: Callable[..., str]
) -> None:
    made = fresh("By keys")
    with store_of(server) as session:
        ids = questions(session, made)
    for n, capability in enumerate(ids, 1):
        expect(turned_to(page, capability)).to_be_visible()
        settled(page)
        page.keyboard.press("2")
        expect(progress(page, n, len(ids))).to_be_visible()
        page.keyboard.press("j")
    settled(page)
    page.reload()
    expect(progress(page, 50, 50)).to_be_visible()
    with store_of(server) as session:
        answers = state(session, made).assessment.responses
    assert [(r.capability, r.level) for r in answers] == [(capability, 2) for capability in ids]


def test_a_note_being_typed_outlives_a_reload(
    server: Server, page: Page, fresh: Callable[..., str]
) -> None:
    made = fresh("Note", 1, "OPM-1")
    note(page).click()
    page.keyboard.type("board minutes of 12 May")
    until(lambda: bool((r := said(server, made, "OPM-1")) and r.note.endswith("May")), within=1.5)
    page.reload()
    expect(note(page)).to_have_value("board minutes of 12 May")


def test_keys_in_a_note_answer_nothing(
    server: Server, page: Page, fresh: Callable[..., str]
) -> None:
    made = fresh("Typing", 1, "OPM-1")
    note(page).click()
    page.keyboard.type("just 1 unknown jok")
    until(lambda: bool((r := said(server, made, "OPM-1")) and r.note == "just 1 unknown jok"))
    settled(page)
    expect(turned_to(page, "OPM-1")).to_be_visible()
    expect(chosen_answer(page)).to_contain_text("2")
    assert [r.level for r in stored(server, made).responses] == [2]


def test_an_answer_outlives_a_killed_server(own_server: Server, page: Page, watch: Watch) -> None:
    with store_of(own_server) as session:
        made = begun(session, "Killed")
    address = own_server.url("questions", assessment=made, capability="OPM-1")
    go(page, address, QUESTION)
    page.keyboard.press("4")
    expect(progress(page, 1, 50)).to_be_visible()
    own_server.kill()
    page.goto("about:blank")
    # That the line to the killed server broke is the point here, no complaint.
    watch.complaints[:] = [said for said in watch.complaints if "WebSocket onclose" not in said]
    own_server.start()
    go(page, address, QUESTION)
    expect(chosen_answer(page)).to_contain_text("4")
    expect(page.get_by_text(re.compile(r"last saved \d\d:\d\d:\d\d"))).to_be_visible()


def test_two_people_each_see_their_own_answer(server: Server, page: Page) -> None:
    with store_of(server) as session:
        made = begun(session, "Two people")
        second = add_respondent(session, made, "SC", "lead")
        answer(session, made, "CTL-1", "team", level=2)
    go(page, server.url("questions", assessment=made, capability="CTL-1"), QUESTION)
    expect(chosen_answer(page)).to_contain_text("2")

    pick(page, "Who answers", re.compile("Supply chain"))
    expect(chosen_answer(page)).to_have_count(0)
    settled(page)
    page.locator('[class*="st-key-ans"] [data-testid="stRadioOption"]').nth(4).click()
    expect(chosen_answer(page)).to_contain_text("5")

    pick(page, "Who answers", re.compile("team", re.IGNORECASE))
    expect(chosen_answer(page)).to_contain_text("2")
    found = {r.respondent: r.level for r in stored(server, made).responses_of["CTL-1"]}
    assert found == {"team": 2, second: 5}


def test_not_applicable_stays_open_until_its_reason(
    server: Server, page: Page, fresh: Callable[..., str]
) -> None:
    made = fresh("Not applicable", 0, "CTL-1")
    page.get_by_text("Does not apply", exact=True).click()
    expect(page.get_by_text("Open until the reason is there")).to_be_visible()
    expect(page.get_by_text("Read as unknown until a consensus says so")).to_be_visible()
    expect(progress(page, 0, 50)).to_be_visible()
    page.get_by_label("Why does it not apply? (needed)").click()
    page.keyboard.type("no slots: one patient a year")
    expect(progress(page, 1, 50)).to_be_visible()
    expect(page.get_by_text("Open until the reason is there")).to_have_count(0)
    expect(page.get_by_role("radio", name="– CTL-1")).to_be_visible()
    response = said(server, made, "CTL-1")
    assert response is not None
    assert response.reason.startswith("no slots")


def test_a_filter_shrinks_the_round_and_next_stays_inside(
    server: Server, page: Page, fresh: Callable[..., str]
) -> None:
    made = fresh("Filter")
    with store_of(server) as session:
        here = state(session, made)
    mine = [c.id for c in here.questionnaire.capabilities.values() if "SC" in c.functions]
    pick(page, "Show", "For Supply chain only")
    expect(progress(page, 0, len(mine))).to_be_visible()
    expect(page.get_by_text(f"{ceil(1.2 * len(mine))} min left")).to_be_visible()
    assert len(mine) < 50
    for capability in mine:
        expect(turned_to(page, capability)).to_be_visible()
        settled(page)
        page.get_by_role("button", name=re.compile("^Next Shortcut")).click()


def test_the_next_key_does_not_bring_back_the_answer_before(
    server: Server, page: Page, fresh: Callable[..., str]
) -> None:
    """A browser sends its old state along with a key that comes before the page is drawn again."""
    made = fresh("Quick fingers", 2, "OPM-1")
    for capability in ("OPM-1", "OPM-2"):
        expect(turned_to(page, capability)).to_be_visible()
        settled(page)
        page.keyboard.press("5")
        page.keyboard.press("j")
    expect(turned_to(page, "OPM-3")).to_be_visible()
    page.keyboard.press("k")
    expect(turned_to(page, "OPM-2")).to_be_visible()
    expect(chosen_answer(page)).to_contain_text("5")
    settled(page)
    assert [r.level for r in stored(server, made).responses] == [5, 5]


def test_after_a_click_keys_go_on_and_arrows_stay_in_the_rows(
    page: Page, fresh: Callable[..., str]
) -> None:
    fresh("Mouse and keys", capability="OPM-1")
    rows = page.locator('[class*="st-key-ans"] [data-testid="stRadioOption"]').filter(visible=True)
    rows.nth(1).click()
    expect(chosen_answer(page)).to_contain_text("2")
    settled(page)
    page.keyboard.press("j")
    expect(turned_to(page, "OPM-2")).to_be_visible()
    settled(page)
    rows.nth(2).locator("input").focus()
    page.keyboard.press("Space")
    expect(chosen_answer(page)).to_contain_text("3")
    settled(page)
    page.keyboard.press("ArrowDown")
    expect(rows.nth(3).locator("input")).to_be_checked()
    expect(rows.nth(3).locator("input")).to_be_focused()


def test_undo_takes_back_the_last_answer(
    server: Server, page: Page, fresh: Callable[..., str]
) -> None:
    made = fresh("Undo", 1, "OPM-1")
    page.keyboard.press("5")
    expect(chosen_answer(page)).to_contain_text("5")
    settled(page)
    page.get_by_role("button", name="Undo").click()
    expect(chosen_answer(page)).to_contain_text("2")
    response = said(server, made, "OPM-1")
    assert response is not None
    assert response.level == 2


def test_next_open_jumps_over_what_is_done(page: Page, fresh: Callable[..., str]) -> None:
    fresh("Next open", 3, "OPM-1")
    page.keyboard.press("o")
    expect(turned_to(page, "OPM-4")).to_be_visible()
    page.keyboard.press("k")
    expect(turned_to(page, "OPM-3")).to_be_visible()


def test_a_note_that_names_somebody_is_asked_about_first(
    server: Server, page: Page, fresh: Callable[..., str]
) -> None:
    made = fresh("Names", 1, "OPM-1")
    note(page).click()
    page.keyboard.type("ask ada.lovelace@northgate.example")
    expect(page.get_by_role("button", name="It identifies nobody: save it")).to_be_visible()
    response = said(server, made, "OPM-1")
    assert response is not None
    assert "@" not in response.note


@pytest.mark.parametrize("capability", ["OPM-1", "CTL-1", "COI-1", "QMS-4"])
def test_all_seven_answers_are_in_sight_on_a_small_laptop(
    page: Page, fresh: Callable[..., str], capability: str
) -> None:
    page.set_viewport_size({"width": 1024, "height": 768})
    fresh(f"Small laptop {capability}", 0, capability)
    rows = page.locator('[class*="st-key-ans"] [data-testid="stRadioOption"]')
    expect(rows).to_have_count(7)
    foot = page.get_by_test_id("stBottom").bounding_box()
    assert foot is not None
    for row in rows.all():
        box = row.bounding_box()
        assert box is not None
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= foot["y"]
        assert box["height"] >= 44
