"""The list and the portfolio of 2,000 assessments, beside 20 of them and beside bare libraries.

In the store: all figures of the portfolio from kept outlines, against reading the same table with
bare sqlite3 and json, and against judging every assessment anew. In the browser: from pointer-down
to the second animation frame after the last message of the run, with 2,000, with 20, and of a bare
Streamlit page with as many rows of the same widgets.
"""

import json
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, expect, sync_playwright

from benchmarks.answer_latency import HEAR, BarePage, line, measured, running
from readiness.workspace.assessments import listed
from readiness.workspace.outlines import summed
from readiness.workspace.portfolio import portfolio
from readiness.workspace.results import result
from readiness.workspace.session import Session
from tests.browser.prepared import store_of
from tests.browser.seeing import Wire, drawn
from tests.browser.serving import Server
from tests.workspace.portfolios import seeded

MANY, FEW, RUNS, ANEW = 2_000, 20, 7, 20
GOAL = 500
"""Milliseconds until a page stands still, on two cores."""
BARE = """
import streamlit as st


def report():
    st.title("Report")


def assessments():
    st.title("Assessments")
    for n in range(10):
        with st.container(border=True):
            name, said, act = st.columns([2.6, 2.9, 1.3], vertical_alignment="center")
            name.html(f"<p><strong>Row {n}</strong></p><p>about</p><p>changed</p>")
            said.html("<p>Verdict</p><p>Index 2.00</p><p>counts</p>")
            act.button("Open", key=f"open {n}", width="stretch")
            act.popover("More…", width="stretch", type="tertiary")


st.set_page_config(layout="wide")
st.navigation([st.Page(report, default=True), st.Page(assessments)], position="top").run()
"""


@dataclass
class BarePages(BarePage):
    """Two Streamlit pages without us."""

    words: str = BARE


def milliseconds(call: Callable[[], object], runs: int = RUNS) -> float:
    """The middle of the runs."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        call()
        times.append(1000 * (time.perf_counter() - start))
    return median(times)


def filled(server: Server, count: int) -> None:
    """A store with so many assessments, all of them summed up once."""
    with store_of(server) as session:
        client = session.store.workspaces(session.actor)[0].id
        began = time.perf_counter()
        seeded(session, client, count)
        made = time.perf_counter()
        summed(session, listed(session))
        spent = time.perf_counter() - made
        print(f"{count:,} made in {made - began:.0f} s, summed up once in {spent:.0f} s")


def in_the_store(server: Server) -> None:
    """What a page is made of, without a page."""
    with store_of(server) as session:
        client = session.store.workspaces(session.actor)[0].id
        bare = milliseconds(lambda: bare_reading(server.data_dir / "readiness.sqlite"))
        found = {
            "bare sqlite3 and json, the yardstick": bare,
            "the portfolio, outlines in hand": milliseconds(lambda: portfolio(session, client)),
            "the portfolio, first time in a process": milliseconds(lambda: cold(session, client)),
            f"judged anew, {MANY:,} times the middle of {ANEW}": MANY * anew(session),
        }
    for name, spent in found.items():
        print(f"{name:<44} {spent:10,.0f} ms  {spent / bare:8.1f} times the yardstick")


def bare_reading(database: Path) -> list[object]:
    """The kept outlines as any program would read them, without a check of anything."""
    with closing(sqlite3.connect(database)) as connection:
        rows = connection.execute("SELECT kept FROM outline").fetchall()
        return [json.loads(kept) for (kept,) in rows]


def cold(session: Session, client: str) -> None:
    """The portfolio with nothing kept in this process."""
    session.outlined.clear()
    portfolio(session, client)


def anew(session: Session) -> float:
    """Milliseconds for one result, as the list showed it before there were outlines."""
    ids = iter([row.id for row in listed(session)][:ANEW])
    return milliseconds(lambda: result(session, next(ids)), ANEW)


def in_the_browser(page: Page, server: Server, count: int) -> None:
    """Both pages opened by their links from another page."""
    page.goto(server.url("report"))
    drawn(page)

    def under_more(_: int) -> None:
        page.get_by_test_id("stTopNavSection").click()
        page.get_by_test_id("stTopNavDropdownLink").filter(has_text="Portfolio").click()

    found = {
        "list": measured(page, lambda _: opened(page, "Assessments"), lambda _: away(page)),
        "portfolio": measured(page, under_more, lambda _: away(page)),
    }
    for name, times in found.items():
        line(f"{name} of {count:,}, goal {GOAL} ms", times)


def the_bare_pages(page: Page, server: Server) -> None:
    """The same list where nothing is computed or stored."""
    page.goto(server.url())
    drawn(page)
    times = measured(page, lambda _: opened(page, "Assessments"), lambda _: away(page))
    line("bare page with ten rows", times)


def opened(page: Page, name: str) -> None:
    """The page of that name by its link."""
    page.get_by_test_id("stTopNavLink").filter(has_text=name).click()


def away(page: Page) -> None:
    """To another page."""
    opened(page, "Report")


def main() -> None:
    """The store first, then both stores in one browser."""
    expect.set_options(timeout=60_000)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.add_init_script(HEAR)
        Wire().attach(page)
        bare = BarePages(Path(folder))
        with running(bare):
            the_bare_pages(page, bare)
        for count in (FEW, MANY):
            place = Path(folder) / str(count)
            (place / "data").mkdir(parents=True)
            server = Server(place)
            filled(server, count)
            if count == MANY:
                in_the_store(server)
            with running(server):
                in_the_browser(page, server, count)
        browser.close()


if __name__ == "__main__":
    main()
