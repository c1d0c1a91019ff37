"""The question page as a consultant meets it: who, keys, no level in sight (screens 8, 7 to 10)."""

import re
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from readiness.workspace.answers import answer
from readiness.workspace.people import add_respondent
from readiness.workspace.results import state
from tests.browser.prepared import begun, store_of
from tests.browser.seeing import (
    chosen_answer,
    drawn,
    go,
    pick,
    press,
    progress,
    settled,
    turned_to,
    until,
)
from tests.browser.serving import Server

pytestmark = pytest.mark.browser
QUESTION = re.compile(r"[.?]$")


def rows(page: Page) -> Locator:
    """The seven answers."""
    shown = page.locator('[class*="st-key-ans_iv"] [data-testid="stRadioOption"]')
    return shown.filter(visible=True)


def interview(server: Server, page: Page, made: str, capability: str) -> None:
    """Open a question and turn to interview mode."""
    go(page, server.url("questions", assessment=made, capability=capability), QUESTION)
    page.get_by_role("radio", name="Interview").click()
    expect(page.get_by_text("Say first whom you talk to")).to_be_visible()
    settled(page)


def talk_to(page: Page, name: str) -> None:
    """Choose a respondent."""
    pick(page, "Whom you talk to", re.compile(name))
    expect(rows(page)).to_have_count(7)
    settled(page)
    # While the list holds the focus, a key would be typed into it.
    expect(page.get_by_role("combobox", name="Whom you talk to")).not_to_be_focused()


def test_no_level_is_shown_and_nobody_sees_what_others_said(server: Server, page: Page) -> None:
    with store_of(server) as session:
        made = begun(session, "Interview")
        first = add_respondent(session, made, "SC", "lead")
        second = add_respondent(session, made, "QA", "lead")
        answer(session, made, "CTL-2", "team", level=4, note="said by the team")
    interview(server, page, made, "CTL-2")
    # Before a respondent is chosen no key counts.
    page.keyboard.press("s")
    settled(page)
    talk_to(page, "Supply chain")
    expect(turned_to(page, "CTL-2")).to_be_visible()
    expect(chosen_answer(page)).to_have_count(0)
    seen = page.locator('[class*="st-key-ans_iv"]').filter(visible=True)
    for text in (seen.inner_text(), seen.aria_snapshot()):
        assert not re.search(r"^\W*(radio \")?\d", text, re.MULTILINE), text
    marked = [r.evaluate("e => getComputedStyle(e).borderLeftWidth") for r in rows(page).all()]
    assert [n for n, width in enumerate(marked) if width == "6px"] == [2]
    expect(
        page.get_by_role("radiogroup", name=re.compile("marked one in the middle"))
    ).to_be_visible()

    press(page, "d", chosen_answer(page))
    words = page.get_by_label("In their words", exact=True).filter(visible=True)
    words.click()
    page.keyboard.type("as far as I know")
    until(lambda: bool(noted(server, made, "CTL-2", first)))

    talk_to(page, "Quality")
    expect(turned_to(page, "CTL-2")).to_be_visible()
    expect(chosen_answer(page)).to_have_count(0)
    press(page, "a", chosen_answer(page))
    expect(words).to_have_value("")
    talk_to(page, "Supply chain")
    expect(words).to_have_value("as far as I know")
    assert "said by the team" not in page.content()
    with store_of(server) as session:
        given = state(session, made).assessment.responses_of["CTL-2"]
    assert {r.respondent: r.level for r in given} == {"team": 4, first: 3, second: 1}


def noted(server: Server, made: str, capability: str, who: str) -> str:
    with store_of(server) as session:
        given = state(session, made).assessment.responses_of.get(capability, ())
    return next((r.note for r in given if r.respondent == who and r.note.endswith("know")), "")


def test_a_talk_by_keys_stays_inside_the_guide(server: Server, page: Page) -> None:
    with store_of(server) as session:
        made = begun(session, "Guide")
        add_respondent(session, made, "EXEC", "executive")
    interview(server, page, made, "CTL-4")
    talk_to(page, "Executive")
    order = ["CTL-4", "CTL-5", "OPM-1", "OPM-3", "OPM-4", "OPM-5", "MAT-5", "PPL-1", "PPL-4"]
    order.append("PPL-5")
    expect(page.get_by_text("Begin with:")).to_be_visible()
    for n, capability in enumerate(order, 1):
        expect(turned_to(page, capability)).to_be_visible()
        settled(page)
        page.keyboard.press("f")
        expect(progress(page, n, len(order))).to_be_visible()
        page.keyboard.press("j")
    expect(page.get_by_text("To end with:")).to_be_visible()
    with store_of(server) as session:
        given = state(session, made).assessment.responses
    assert [(r.capability, r.level) for r in given] == [(c, 4) for c in order]


def test_the_clock_and_what_is_kept_beside_the_answers_outlive_a_reload(
    server: Server, page: Page
) -> None:
    with store_of(server) as session:
        made = begun(session, "Beside the answers")
        add_respondent(session, made, "SC", "lead")
    interview(server, page, made, "CTL-1")
    talk_to(page, "Supply chain")
    page.get_by_role("button", name="Start", exact=True).click()
    timer = page.get_by_role("timer")
    expect(timer).to_have_text(re.compile(r"0:0[2-9] of 55 min"))

    page.get_by_label("Quick note, no answer yet").click()
    page.keyboard.type("just 1 sad fax")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Note: just 1 sad fax")).to_be_visible()
    expect(chosen_answer(page)).to_have_count(0)
    page.get_by_text("Follow up", exact=True).click()
    expect(page.get_by_role("button", name="Come back to CTL-1 with r1")).to_be_visible()
    page.get_by_role("button", name="Ask for evidence").click()
    page.get_by_label("Document or record").fill("Change history")
    # All of it is in sight, and it goes once it is done.
    expect(page.get_by_role("button", name="Put it on the list")).to_be_in_viewport(ratio=1)
    page.get_by_role("button", name="Put it on the list").click()
    expect(page.get_by_text("Evidence asked for: Change history (asked)")).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)
    settled(page)

    page.reload()
    drawn(page)
    # Neither the mode nor the person is lost: the address tells both, by codes alone.
    expect(rows(page)).to_have_count(7)
    expect(page.get_by_role("combobox", name="Whom you talk to")).to_have_value(
        re.compile("Supply chain")
    )
    here = {"assessment": made, "capability": "CTL-1", "mode": "interview", "who": "r1"}
    assert dict(parse_qsl(urlsplit(page.url).query)) == here
    expect(timer).to_have_text(re.compile(r"[0-9]:[0-9]{2} of 55 min"))
    expect(timer).not_to_have_text(re.compile("^0:00"))
    press(page, "s", chosen_answer(page))
    page.get_by_role("button", name="Make this an answer").filter(visible=True).click()
    words = page.get_by_label("In their words", exact=True).filter(visible=True)
    expect(words).to_have_value("just 1 sad fax")

    go(page, server.url("requests", assessment=made), "Notes and requests")
    expect(page.get_by_role("cell", name="Change history")).to_be_visible()
    page.get_by_role("radio", name="Promised").click()
    expect(page.get_by_role("cell", name="Promised")).to_be_visible()
    with store_of(server) as session:
        now = state(session, made).assessment
    assert (now.requests[0].status, now.notes, len(now.follow_ups)) == ("promised", (), 1)
    assert [(r.level, r.note) for r in now.responses] == [(2, "just 1 sad fax")]
    assert now.sittings[0].started is not None


def test_what_is_asked_about_a_note_stands_above_the_foot(server: Server, page: Page) -> None:
    with store_of(server) as session:
        made = begun(session, "A name in a note")
        add_respondent(session, made, "SC", "lead")
    page.set_viewport_size({"width": 1280, "height": 800})
    interview(server, page, made, "CTL-1")
    talk_to(page, "Supply chain")
    press(page, "d", chosen_answer(page))
    page.get_by_label("Quick note, no answer yet").click()
    page.keyboard.type("ask ada.lovelace@northgate.example")
    page.keyboard.press("Enter")
    confirm = page.get_by_role("button", name="It identifies nobody: save it")
    expect(confirm).to_be_visible()
    settled(page)
    box, foot = confirm.bounding_box(), page.get_by_test_id("stBottom").bounding_box()
    assert box is not None
    assert foot is not None
    assert box["y"] + box["height"] <= foot["y"]
