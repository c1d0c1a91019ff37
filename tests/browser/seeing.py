"""What a test sees and does in the browser: waiting for signals, never for a time."""

import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary

from playwright.sync_api import (
    ConsoleMessage,
    Locator,
    Page,
    Request,
    WebSocket,
    expect,
)
from playwright.sync_api import TimeoutError as PlaywrightTimeout
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

LOOPBACK = {"127.0.0.1", "localhost"}
# A deep link lets the front end ask for these below the page's own path first.
KNOWN_404 = re.compile(r"/_stcore/(health|host-config)$")
# The drawing of networks says that it works in the page itself, which is what is wanted.
NO_WORKER = re.compile(r"/GraphVizChart\.[^/]*\.js$")
SETTLED = '[data-testid="stApp"][data-test-script-state="notRunning"]'
# What fades or unfolds moves under a click, and is paler than it will be.
AT_REST = """() => !document.querySelector('[data-stale="true"]') && document.getAnimations().every(
    one => one.playState !== "running" || one.effect.getComputedTiming().endTime === Infinity)"""

# What an event has led to is sent by the second frame after it.
TWO_FRAMES = "() => new Promise(go => requestAnimationFrame(() => requestAnimationFrame(go)))"
TO_THE_END = {ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY}
# Generous: a busy machine is slow, and a signal that comes ends the waiting at once.
PATIENCE = 60.0


class Wire:
    """Whether the server still owes a page the run that it asked for."""

    def __init__(self) -> None:
        self.owes = False

    def attach(self, page: Page) -> None:
        """Listen from now on, before the page is opened."""
        _WIRES[page] = self
        page.on("websocket", self._opened)

    def _opened(self, socket: WebSocket) -> None:
        socket.on("framesent", self._sent)
        socket.on("framereceived", self._received)

    def _sent(self, frame: str | bytes) -> None:
        if BackMsg.FromString(_binary(frame)).WhichOneof("type") == "rerun_script":
            self.owes = True

    def _received(self, frame: str | bytes) -> None:
        said = ForwardMsg.FromString(_binary(frame))
        if said.WhichOneof("type") == "script_finished" and said.script_finished in TO_THE_END:
            self.owes = False


_WIRES: WeakKeyDictionary[Page, Wire] = WeakKeyDictionary()


def _binary(frame: str | bytes) -> bytes:
    return frame if isinstance(frame, bytes) else frame.encode()


@dataclass
class Watch:
    """Everything a page asked for and complained of."""

    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def attach(self, page: Page) -> None:
        """Listen from now on, before the page is opened."""
        Wire().attach(page)
        page.on("request", self._requested)
        page.on("websocket", lambda socket: self.requests.append(socket.url))
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))

    def _requested(self, request: Request) -> None:
        self.requests.append(request.url)

    def _said(self, message: ConsoleMessage) -> None:
        if message.type not in {"error", "warning"}:
            return
        where = urlsplit(str(message.location.get("url", ""))).path
        if "404" in message.text and KNOWN_404.search(where):
            return
        if '"useWorker"' in message.text and NO_WORKER.search(where):
            return
        self.complaints.append(f"{message.type}: {message.text[:300]} ({where})")

    @property
    def left_the_host(self) -> list[str]:
        """Requests to anywhere but the loopback address."""
        parts = [(url, urlsplit(url)) for url in self.requests]
        return [
            url
            for url, at in parts
            if at.scheme not in {"data", "blob", "about"} and at.hostname not in LOOPBACK
        ]


def settled(page: Page) -> None:
    """What was done last has reached the server, its run has ended, and nothing moves any more."""
    page.evaluate(TWO_FRAMES)
    end = time.monotonic() + PATIENCE
    while _WIRES[page].owes:
        assert time.monotonic() < end, f"the server did not answer within {PATIENCE} s"
        page.wait_for_timeout(10)
    page.locator(SETTLED).wait_for(state="attached")
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0)
    page.wait_for_function(AT_REST)


def drawn(page: Page) -> None:
    """A page that was just opened shows its content."""
    expect(page.get_by_test_id("stMain").get_by_role("heading").first).to_be_visible()
    settled(page)


def go(page: Page, address: str, heading: str | re.Pattern[str]) -> None:
    """Open an address and wait until its page is drawn."""
    page.goto(address)
    expect(page.get_by_role("heading", name=heading).first).to_be_visible()
    settled(page)


def press(page: Page, key: str, then: Locator | None = None) -> None:
    """Press a key outside any field; ``then`` must be seen afterwards."""
    page.keyboard.press(key)
    if then is not None:
        expect(then).to_be_visible()
    settled(page)


def pick(page: Page, field: str, option: str | re.Pattern[str]) -> None:
    """Choose one of a list, by keyboard first.

    A page that still scrolls to the field closes its list, as it does to a person: open it again.
    """
    box = page.get_by_role("combobox", name=field)
    chosen = page.get_by_role("option", name=option).first
    box.scroll_into_view_if_needed()
    settled(page)

    def is_open() -> bool:
        box.press("ArrowDown")
        try:
            chosen.click(timeout=2_000)
        except PlaywrightTimeout:
            return False
        return True

    until(is_open, within=PATIENCE)
    settled(page)


def page_source(page: Page) -> str:
    """What the page holds, the values of its fields included."""
    values = page.locator("input, textarea").evaluate_all("all => all.map(one => one.value)")
    return page.content() + "\n".join(values)


def progress(page: Page, done: int, total: int) -> Locator:
    """*12 of 50* in the rail."""
    return page.get_by_text(f"{done} of {total}", exact=True)


def turned_to(page: Page, capability: str) -> Locator:
    """The tag of the question that is being looked at."""
    return page.locator('[class*="st-key-card"] .rd-tag').get_by_text(capability, exact=True)


def chosen_answer(page: Page) -> Locator:
    """The answer that is chosen on the card."""
    checked = '[class*="st-key-ans"] [data-testid="stRadioOption"]:has(input:checked)'
    # The card that goes stays in the page until the new one is drawn, without height.
    return page.locator(checked).filter(visible=True)


def until(holds: Callable[[], bool], within: float = 10.0) -> None:
    """Come back when something outside the page holds, a file or the store."""
    end = time.monotonic() + within
    while not holds():
        assert time.monotonic() < end, f"did not come true within {within} s"
        time.sleep(0.05)
