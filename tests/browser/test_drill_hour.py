"""An hour of the drill at accelerated clock: nothing is lost, nothing waits (screens 3.7, 8.23).

The server reads its time from a file and the browser has it set, so that an hour takes seconds and
a click at 14:11 is one at 14:11. The timers of the browser tick on as they always do.
"""

import statistics
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from readiness.domain.drill_run import DrillStamp
from readiness.stress.hour import block_points, minutes_seconds
from readiness.workspace.drilling import Hour, hour
from readiness.workspace.people import set_meta
from readiness.workspace.results import result, state
from tests.browser import hour_app
from tests.browser.prepared import begun, store_of
from tests.browser.seeing import go, settled
from tests.browser.serving import Server
from tests.browser.test_pages import CUT_OFF, LARGE, SMALL, WIDER_THAN_SHOWN, violations

pytestmark = pytest.mark.browser
START = datetime(2026, 11, 20, 9, tzinfo=UTC).timestamp()
ITEMS = {
    # item: (minute, second, button, what the row shows then)
    8: (9, 5, "Wrong", "09:05 · 0 pts"),
    4: (11, 0, "Right", "11:00 · 3 pts"),
    5: (12, 24, "Right", "12:24 · 2 pts · late"),
    1: (14, 11, "Right", "14:11 · 3 pts"),
    2: (19, 30, "Partial", "19:30 · 1 pt"),
    6: (21, 18, "Right", "21:18 · 2 pts · late"),
    3: (31, 0, "Right", "31:00 · 1 pt · late"),
}


class Room:
    """The facilitator before the laptop, with the time of the room in hand."""

    def __init__(self, server: Server, page: Page, clock: Path) -> None:
        self.server, self.page, self.clock = server, page, clock
        self.paused = 0
        self.at(0)
        with store_of(server) as session:
            self.assessment = begun(session, "The hour")
            set_meta(session, self.assessment, "as_of", "2026-11-22")

    def at(self, minutes: int, seconds: int = 0) -> None:
        """It is so long after the start, pauses not counted."""
        moment = START + self.paused + 60 * minutes + seconds
        self.clock.write_text(str(moment), encoding="ascii")
        self.page.clock.set_fixed_time(datetime.fromtimestamp(moment, UTC))

    def shows(self, time_of_clock: str) -> None:
        """The clock of the page shows this."""
        expect(self.page.locator(".rd-drill-clock b")).to_have_text(time_of_clock)

    def click(self, row: str, button: str, then: str) -> None:
        """Press a button of a row; what the row shows then."""
        shown = self.page.locator(f".st-key-drillrow_{row}")
        shown.get_by_role("radio", name=button, exact=True).click()
        expect(shown.locator(".rd-stamp")).to_have_text(then)
        settled(self.page)

    def open_block(self, name: str) -> None:
        """Turn to a block."""
        self.page.get_by_role("radio", name=name).click()
        expect(self.page.get_by_role("radio", name=name)).to_be_checked()
        settled(self.page)

    def reload(self, time_of_clock: str) -> None:
        """Reload the page; the clock goes on where it is."""
        self.page.reload()
        self.shows(time_of_clock)
        settled(self.page)

    def kept(self) -> Hour:
        """The run as it stands in the store."""
        with store_of(self.server) as session:
            now = state(session, self.assessment)
        return hour(now.assessment, now.questionnaire.drills, now.assessment.drill_runs[0].id)


@pytest.fixture
def room(tmp_path: Path, page: Page, monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    """A server of its own whose drill clock is a file."""
    clock = tmp_path / "clock"
    monkeypatch.setenv(hour_app.CLOCK, str(clock))
    clock.write_text(str(START), encoding="ascii")
    server = Server(tmp_path, script=Path(hour_app.__file__)).start()
    yield Room(server, page, clock)
    server.stop()
    assert not server.errors()


def begin(room: Room) -> None:
    """Choose the scenario, mark who is there, start."""
    page = room.page
    go(page, room.server.url("drill", assessment=room.assessment), "first hour")
    page.get_by_role("radiogroup", name="Scenario").get_by_text("Site down").click()
    settled(page)
    for role in ("QA", "Manufacturing", "Supply chain"):
        page.get_by_role("button", name=role, exact=True).click()
        settled(page)
    page.get_by_role("button", name="Start the hour").click()
    room.shows("00:00")
    settled(page)


def fits_everybody(page: Page) -> None:
    """Nothing serious for axe, nothing cut off or scrolled sideways at 1024 x 768."""
    page.set_viewport_size(SMALL)
    settled(page)
    assert not violations(page)
    assert max(page.evaluate(WIDER_THAN_SHOWN)) <= 0
    assert not page.evaluate(CUT_OFF)
    page.set_viewport_size(LARGE)
    settled(page)


def stamped(stamps: dict[str, DrillStamp]) -> dict[str, str]:
    """Times by row."""
    return {row: minutes_seconds(stamp.second) for row, stamp in stamps.items()}


def test_an_hour_with_a_reload_loses_no_stamp(room: Room) -> None:
    page = room.page
    begin(room)
    room.at(3)
    room.reload("03:00")
    room.at(5)  # the laptop was closed for two minutes
    room.shows("05:00")
    expect(page.get_by_text("next inject at 10:00, in 05:00")).to_be_visible()
    first = page.locator(".st-key-drillrow_item-3 .rd-stamp span:visible")
    expect(first).to_have_text("due in 10:00")
    room.at(10, 21)
    expect(page.get_by_text("The generator will hold the freezers").first).to_be_visible()
    page.keyboard.press("i")
    expect(page.get_by_text("Read 10:21.")).to_be_visible()
    room.at(8)
    for item, (minute, second, button, then) in ITEMS.items():
        room.at(minute, second)
        room.click(f"item-{item}", button, then)
        if item == 1:
            expect(first).to_have_text("due in 00:49")
            room.reload("14:11")
            room.at(16)
            room.shows("16:00")
            expect(first).to_have_text("▲ overdue · 2 pts until 30:00")
    log = page.get_by_label("Decision log")
    log.fill("just 1 p and i: QA moves the frozen bags")
    log.press("Enter")
    expect(page.get_by_role("log").get_by_text("QA moves the frozen bags")).to_be_visible()
    page.keyboard.press("Escape")
    fits_everybody(page)
    room.open_block("C Decisions")
    room.at(33)
    room.click("decision-3", "Made", "33:00 · 5 pts")
    room.open_block("A Activation")
    room.click("rubric-deputy", "Reachable", "33:00 · 3 pts")
    before = room.kept().stamps
    page.goto("about:blank")  # the laptop is shut: nothing may complain of what comes
    room.server.kill()
    room.server.start()
    page.goto(room.server.url("drill", assessment=room.assessment))
    room.shows("33:00")
    settled(page)
    assert room.kept().stamps == before
    times = stamped(before)
    wanted = {f"item-{n}": f"{m:02d}:{s:02d}" for n, (m, s, _, _) in ITEMS.items()}
    wanted |= {"inject-10": "10:21", "decision-3": "33:00", "rubric-deputy": "33:00"}
    assert times == wanted
    finish(room)


def finish(room: Room) -> None:
    """A pause, a second click that takes a stamp back, the end, and what it gives."""
    page = room.page
    page.get_by_role("button", name="Pause").click()
    expect(page.get_by_role("button", name="Go on")).to_be_visible()
    settled(page)
    room.paused = 600
    room.at(33)
    room.shows("33:00")
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("button", name="Pause")).to_be_visible()
    settled(page)
    room.at(40)
    room.shows("40:00")
    room.open_block("B Information")
    wrong = page.locator(".st-key-drillrow_item-8").get_by_role("radio", name="Wrong", exact=True)
    wrong.click()
    expect(wrong).not_to_be_checked()
    settled(page)
    assert "item-8" not in room.kept().stamps
    room.at(60)
    page.get_by_role("button", name="End and score").click()
    page.get_by_role("button", name="End the hour now").click()
    expect(page.get_by_role("heading", name="Points by block")).to_be_visible()
    settled(page)
    ended = room.kept()
    # A 3 (deputy) + B 3+2+3+1+2+1 = 12 + C 5 = 20.
    assert block_points(ended.rows, ended.stamps) == {
        "A": 3,
        "B": 12,
        "C": 5,
        "D": 0,
        "E": 0,
        "F": 0,
    }
    with store_of(room.server) as session:
        [drill] = result(session, room.assessment).drills
    assert (drill.scenario, drill.points, drill.latest) == ("site_down", 20, True)
    expect(page.get_by_text("20 points: survival.")).to_be_visible()
    fits_everybody(page)
    expect(page.get_by_role("link", name="Drill", exact=True)).to_be_visible()


def test_ticking_runs_nothing_on_the_server_and_holds_back_no_click(room: Room) -> None:
    page = room.page
    sent: list[float] = []
    page.on("websocket", lambda s: s.on("framesent", lambda _: sent.append(time.monotonic())))
    begin(room)
    page.wait_for_timeout(1500)  # what the start itself still sends
    count = len(sent)
    for second in range(1, 11):
        room.at(0, second)
        room.shows(f"00:{second:02d}")
    assert len(sent) == count
    took = []
    for item in (1, 2, 4, 5, 6, 7, 8, 9, 10):
        shown = page.locator(f".st-key-drillrow_item-{item}")
        right = shown.get_by_role("radio", name="Right", exact=True)
        right.scroll_into_view_if_needed()
        took.append(page.evaluate(CLICKED, f".st-key-drillrow_item-{item}"))
        settled(page)
    assert statistics.median(took) < 300, took


# Milliseconds from the click until the stamp is on the page; performance.now is not the set clock.
CLICKED = """(row) => new Promise((done) => {
  const start = performance.now(), at = document.querySelector(row);
  const seen = new MutationObserver(() => {
    if (at.querySelector('.rd-stamp')?.textContent.includes('pts')
        && !at.querySelector('.rd-stamp').textContent.includes('overdue')) {
      seen.disconnect(); done(performance.now() - start);
    }
  });
  seen.observe(at, {childList: true, subtree: true, characterData: true});
  at.querySelector('[role="radio"]').click();
})"""
