"""How long an answer takes to settle in the browser, beside a bare Streamlit page, in one run.

From key-down or pointer-down to the second animation frame after the last message of the run. 50
questions, answered by ten people; every answer is committed to the store before it shows. The bare
page has the same kinds of widgets and does nothing.
"""

import shutil
import statistics
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

from readiness.workspace.answers import answer
from readiness.workspace.demo import open_example
from readiness.workspace.people import add_respondent
from tests.browser.prepared import answered, questions, store_of
from tests.browser.seeing import Wire, drawn, settled
from tests.browser.serving import Server

RUNS = 40
Act = Callable[[int], None]
PAGES = ("Assessments", "Evidence", "Result", "Gaps", "Report", "Questions")
PEOPLE = ("MFG", "QA", "SC", "MSAT", "QC", "RA", "IT", "EXEC", "QA")
BARE = """
import streamlit as st

st.set_page_config(layout="wide")
st.header("A bare page")
levels = ["first", "second", "third", "fourth", "fifth", "unknown", "does not apply"]
for n in range(1, 6):
    chosen = {"level": levels[n - 1]}
    st.button(str(n), shortcut=str(n), on_click=st.session_state.update, args=(chosen,))
left, right = st.columns([1, 3.6])
left.radio("Dimension", list("ABCDEFGHIJ"))
right.selectbox("Show", ["all", "open"])
right.segmented_control("Question", list("12345"))
right.radio("Level", levels, key="level")
right.segmented_control("Basis", ["told", "document", "record"])
right.text_input("Note")
right.text_input("Evidence")
st.button("Next", shortcut="j")
"""
# The last message of a run is its end; whether it was the last shows when none follows.
WATCH = """() => {
    window.settled = [];
    let began = null, painted = null, quiet = null;
    const begin = () => { began = performance.now(); painted = null; };
    addEventListener('keydown', begin, true);
    addEventListener('pointerdown', begin, true);
    const end = () => {
        const app = document.querySelector('[data-testid="stApp"]');
        if (painted === null || app.dataset.testScriptState !== 'notRunning') {
            if (began !== null) quiet = setTimeout(end, 50);
            return;
        }
        window.settled.push(painted - began);
        began = null;
    };
    window.heard = () => {
        if (began === null) return;
        requestAnimationFrame(() => requestAnimationFrame(() => { painted = performance.now(); }));
        clearTimeout(quiet);
        quiet = setTimeout(end, 250);
    };
}"""
HEAR = """window.WebSocket = class extends WebSocket {
    constructor(...words) {
        super(...words);
        this.addEventListener('message', () => window.heard && window.heard());
    }
};"""


@dataclass
class BarePage(Server):
    """A Streamlit page without us."""

    words: str = BARE

    def command(self) -> list[str]:
        """The same server, another script."""
        script = self.folder / "bare.py"
        script.write_text(self.words, encoding="utf-8")
        words = super().command()
        return [str(script) if word.endswith("app.py") else word for word in words]


@contextmanager
def running(server: Server) -> Iterator[Server]:
    """The server, up; stopped at the end."""
    try:
        yield server.start()
    finally:
        server.stop()


def measured(page: Page, act: Act, before: Act | None = None) -> list[float]:
    """Milliseconds of each act, ``before`` each an unmeasured one; the first three warm up."""
    page.evaluate(WATCH)
    found: list[float] = []
    for n in range(RUNS + 3):
        if before is not None:
            _settled(page, before, n)
        found.append(_settled(page, act, n))
    return found[3:]


def _settled(page: Page, act: Act, n: int) -> float:
    count = page.evaluate("window.settled.length")
    act(n)
    page.wait_for_function("count => window.settled.length > count", arg=count)
    return float(page.evaluate("window.settled.at(-1)"))


def line(what: str, found: list[float]) -> None:
    """Median, 90th and 95th percentile, and the longest."""
    cuts = statistics.quantiles(found, n=20)
    print(
        f"{what:<44} median {statistics.median(found):5.0f}   p90 {cuts[17]:5.0f}   "
        f"p95 {cuts[18]:5.0f}   max {max(found):5.0f} ms"
    )


def filled(server: Server) -> tuple[str, str]:
    """An assessment with the answers of ten people, and the example."""
    with store_of(server) as session:
        made = answered(session, "Ten people", 50)
        for code in PEOPLE:
            person = add_respondent(session, made, code, "lead")
            for n, capability in enumerate(questions(session, made)):
                answer(session, made, capability, person, level=1 + n % 4)
        return made, open_example(session)


def the_app(page: Page, server: Server) -> None:
    """Answers by key and by click, each to another question than the last; turning; a weight."""
    made, example = filled(server)
    rows = page.locator('[class*="st-key-ans"] [data-testid="stRadioOption"]').filter(visible=True)

    def other(n: int) -> int:
        """A description that is not chosen: what was said before would cost nothing."""
        chosen = rows.evaluate_all("all => all.findIndex(one => one.querySelector(':checked'))")
        return int(chosen + 1 + n % 3) % 5

    def on(n: int) -> None:
        page.keyboard.press("jjjjjjjjkkkkkkkk"[n % 16])

    def opened() -> None:
        page.goto(server.url("questions", assessment=made))
        drawn(page)

    opened()
    line("answer by key", measured(page, lambda n: page.keyboard.press("12345"[other(n)]), on))
    opened()
    line("answer by click", measured(page, lambda n: rows.nth(other(n)).click(), on))
    opened()
    line("next question (J and K)", measured(page, on))
    opened()
    page.get_by_role("radio", name="Interview", exact=True).click()
    page.get_by_role("combobox", name="Whom you talk to").click()
    page.get_by_role("option", name="Supply chain").click()
    rows.first.wait_for()
    settled(page)
    by_letter = measured(page, lambda n: page.keyboard.press("asdfg"[other(n)]), on)
    line("interview, answer by key", by_letter)
    page.goto(server.url("gaps", assessment=example))
    drawn(page)
    page.get_by_role("slider", name="Patient impact").focus()
    moved = measured(page, lambda n: page.keyboard.press(("ArrowRight", "ArrowLeft")[n // 5 % 2]))
    line("weight moved by a key, ranking of the example", moved)
    pages(page, server, example)


def pages(page: Page, server: Server, assessment: str) -> None:
    """Every page opened from the one before it by its link, the second time round."""
    page.goto(server.url("questions", assessment=assessment))
    drawn(page)
    page.evaluate(WATCH)
    for seen_before in (False, True):
        for name in PAGES:
            link = page.get_by_test_id("stTopNavLink").filter(has_text=name)
            spent = _settled(page, lambda _, link=link: link.click(), 0)
            if seen_before:
                print(f"{'page ' + name:<44} {spent:12.0f} ms")


def the_bare_page(page: Page, server: Server) -> None:
    """The same acts where nothing is computed or stored."""
    page.goto(server.url())
    drawn(page)
    line("bare page: key", measured(page, lambda n: page.keyboard.press(str(1 + n % 5))))
    rows = page.get_by_test_id("stRadio").nth(1).get_by_test_id("stRadioOption")
    line("bare page: click", measured(page, lambda n: rows.nth(n % 5).click()))


def main() -> None:
    """Both pages in one browser, one after the other."""
    expect.set_options(timeout=60_000)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        Wire().attach(page)
        page.add_init_script(HEAR)
        for name, kind, measure in (
            ("bare", BarePage, the_bare_page),
            ("app", Server, the_app),
        ):
            place = Path(folder) / name
            place.mkdir()
            with running(kind(place)) as server:
                measure(page, server)
        browser.close()


if __name__ == "__main__":
    main()
