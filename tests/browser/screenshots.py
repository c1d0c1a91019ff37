"""Pictures of every page for the documentation: ``python -m tests.browser.screenshots``."""

import io
import re
import shutil
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, FilePayload, Page, expect, sync_playwright

from readiness.report.layout import REGISTER
from readiness.workspace.demo import open_example
from readiness.workspace.drilling import start
from readiness.workspace.offline_store import export_workbook
from readiness.workspace.reports import gap_report
from readiness.workspace.rounds import next_round
from tests.browser.dropping import EXAMPLE, drop, go_on_to_columns
from tests.browser.prepared import answered, begun, store_of
from tests.browser.seeing import Wire, drawn, pick, settled
from tests.browser.serving import ROOT, Server
from tests.browser.test_pages import PAGES
from tests.workspace.filling import fill
from tests.workspace.reporting import typed

TARGET = ROOT / "docs" / "screenshots"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
COLOURS = 128
"""A palette keeps the files small; the pages use few colours."""

OPERATING = {
    "makers": "Contract makers",
    "lock-in": "Lock-in ledger",
    "retention": "What stays with us",
    "intersections": "Where flows meet",
    "ripple": "Change ripple",
    "oversight": "QA oversight",
    "stopwatch": "Visibility stopwatch",
    "scale": "Scale enablers",
    "data": "Data before AI",
    "limits": "Scaling limits",
    "options": "Options kept open",
}
"""The parts of the page Operating model after the first, by their pictures."""

# The folder of the machine on which a picture was taken says nothing to its reader.
WITHOUT_ITS_FOLDER = """() => document.querySelectorAll('p.rd-small').forEach(line => {
    if (line.textContent.includes('Your data are kept in'))
        line.textContent = line.textContent.replace(/kept in .*/, 'kept in …')
})"""


def main() -> None:
    """Start the app on a store of its own, and photograph it empty, half and full."""
    expect.set_options(timeout=30_000)
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = Server(Path(folder)).start()
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        try:
            photograph(browser, server)
        finally:
            browser.close()
            server.stop()


def photograph(browser: Browser, server: Server) -> None:
    """All pictures, in the order in which the store fills."""
    page = browser.new_page(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    Wire().attach(page)
    page.goto(server.url())
    save(page, "assessments-empty")
    with store_of(server) as session:
        half = answered(session, "Harbour Cells", 31)
        bare = begun(session, "Quayside Bio")
        full = open_example(session)
    for state, assessment in {"empty": bare, "half": half}.items():
        for name in PAGES[1:]:
            page.goto(server.url(name, assessment=assessment))
            save(page, f"{name}-{state}")
    for name, shown in full_views().items():
        page.goto(server.url(page_of(name), assessment=full))
        drawn(page)
        shown(page)
        save(page, name)
    steps(page, server, half)
    hour(page, server, half)
    returned(page, server, full)
    consensus(page, server, full)
    plan(page, server, full)
    rounds(page, server, full)


def page_of(view: str) -> str:
    """The page that a picture shows: *evidence-versions* is a view of *evidence*."""
    return max((p for p in PAGES if view == p or view.startswith(f"{p}-")), key=len, default="")


def full_views() -> dict[str, Callable[[Page], None]]:
    """By picture: what to do on its page before it is taken."""
    return {
        "assessments": as_it_is,
        "questions": as_it_is,
        "questions-interview": interview,
        "questions-compare": lambda page: part(page, "Compare"),
        "questions-calibration": calibration,
        "guide": as_it_is,
        "requests": as_it_is,
        "evidence": as_it_is,
        "evidence-workbook": lambda page: choose(page, "Slot plan v31.xlsx", "signs on"),
        "evidence-versions": versions,
        "result": as_it_is,
        "result-say-and-show": lambda page: scroll_to(page, "Four streams of evidence"),
        "gaps": as_it_is,
        "drill": as_it_is,
        "roadmap": as_it_is,
        "report": as_it_is,
        "profile": as_it_is,
        "profile-incidents": lambda page: part(page, "Incidents"),
        "profile-drills": lambda page: part(page, "Drills held"),
        "profile-parties": lambda page: part(page, "Parties"),
        "profile-people": lambda page: part(page, "People"),
        "operating-model": as_it_is,
        **{f"operating-model-{name}": partial(part, name=said) for name, said in OPERATING.items()},
        "stress": stress,
        "history": as_it_is,
        "calculation": as_it_is,
    }


def as_it_is(page: Page) -> None:
    """Nothing."""


def choose(page: Page, file: str, then: str) -> None:
    """Look at a file on record, the last of that name."""
    page.get_by_test_id("stRadioOption").filter(has_text=file).last.click()
    expect(page.get_by_text(then).first).to_be_visible()
    page.locator(".js-plotly-plot .main-svg").first.wait_for()


def interview(page: Page) -> None:
    """Talk to the first one of the list."""
    part(page, "Interview")
    pick(page, "Whom you talk to", re.compile(""))
    expect(page.get_by_text("Say first whom you talk to")).to_have_count(0)


def stress(page: Page) -> None:
    """Two shocks, simulated."""
    for shock in ("A site down", "Release 14 days"):
        page.get_by_test_id("stMain").get_by_text(shock).click()
        settled(page)
    page.get_by_role("button", name="Simulate two years").click()
    page.get_by_role("heading", name="What helps most?").wait_for()
    settled(page)


def calibration(page: Page) -> None:
    """The two raters of Compare."""
    part(page, "Compare")
    settled(page)
    part(page, "Calibration")


def versions(page: Page) -> None:
    """The saved versions of the scheduling workbook."""
    choose(page, "Slot plan v31.xlsx", "signs on")
    scroll_to(page, "Versions")


def scroll_to(page: Page, heading: str) -> None:
    """Bring a heading to the top."""
    found = page.get_by_role("heading", name=heading)
    found.evaluate("element => element.scrollIntoView({block: 'start'})")
    page.locator(".js-plotly-plot .main-svg").first.wait_for()


def part(page: Page, name: str) -> None:
    """Choose a part of a page."""
    page.get_by_role("radio", name=name, exact=True).click()
    expect(page.get_by_role("radio", name=name, exact=True)).to_be_checked()


def steps(page: Page, server: Server, assessment: str) -> None:
    """A log on its way."""
    page.goto(server.url("evidence", assessment=assessment))
    drawn(page)
    drop(page, EXAMPLE / "Deviation log 2026.xlsx")
    save(page, "evidence-what-it-is")
    go_on_to_columns(page)
    page.get_by_text("more fields, as recognised").click()
    expect(page.get_by_text("✓ sure").first).to_be_visible()
    save(page, "evidence-columns")


def hour(page: Page, server: Server, assessment: str) -> None:
    """A drill that runs."""
    with store_of(server) as session:
        start(session, assessment, "site_down", ("QA", "SC", "MFG"), "lead")
    page.goto(server.url("drill", assessment=assessment))
    save(page, "drill-hour")


def returned(page: Page, server: Server, assessment: str) -> None:
    """A gap report and an interview workbook that were edited and brought back, before a yes."""
    with store_of(server) as session:
        edits = {
            (REGISTER, "CTL-1", "Owner"): "Head of Supply Chain",
            (REGISTER, "CTL-1", "Status"): "in progress",
            (REGISTER, "PPL-4", "Due"): "2027-03-31",
            (REGISTER, "PPL-4", "Comment"): "with the next drill",
        }
        report = typed(edits, data=gap_report(session, assessment))
        answers = {"CTL-1": ("d", "record seen", "since May"), "CTL-2": ("b", "said")}
        workbook = fill(export_workbook(session, assessment, "r3"), "SC", answers)
    page.goto(server.url("report", assessment=assessment))
    for place, data, name in ((0, report, "gap-report"), (-1, workbook, "interview-workbook")):
        drawn(page)
        file: FilePayload = {"name": f"{name}.xlsx", "mimeType": XLSX, "buffer": data}
        page.locator('input[type="file"]').nth(place).set_input_files(file)
        heading = page.get_by_role("heading", name=re.compile(rf"^{name}.xlsx: \d+ difference"))
        heading.evaluate("element => element.scrollIntoView({block: 'start'})")
        save(page, f"report-{name}-back")


def consensus(page: Page, server: Server, assessment: str) -> None:
    """A consensus on answers that lie apart."""
    page.goto(server.url("questions", assessment=assessment, capability="CTL-1", mode="compare"))
    drawn(page)
    part(page, "2")
    part(page, "Document")
    reason = page.get_by_label("Reason (needed)")
    reason.fill("the procedure and last week's schedule were laid side by side")
    reason.press("Tab")
    page.get_by_role("button", name="Record", exact=True).click()
    expect(page.get_by_text("Consensus:")).to_be_visible()
    save(page, "questions-consensus")


def plan(page: Page, server: Server, assessment: str) -> None:
    """A plan under the capacity of some functions, stopped while it was searched."""
    page.goto(server.url("roadmap", assessment=assessment))
    drawn(page)
    for function in ("MFG", "QA", "SC", "MSAT", "QC", "IT"):
        field = page.get_by_role("spinbutton", name=f"{function}, days a week")
        field.fill("5")
        field.press("Enter")
        settled(page)
    page.get_by_role("button", name="Plan again").click()
    page.get_by_role("button", name="Stop and keep the best so far").click()
    expect(page.get_by_role("heading", name="stopped by hand")).to_be_visible()
    save(page, "roadmap-plan")


def rounds(page: Page, server: Server, assessment: str) -> None:
    """The next round beside the one before it."""
    with store_of(server) as session:
        made = next_round(session, assessment)
    page.goto(server.url("rounds", assessment=made))
    save(page, "rounds")


def save(page: Page, name: str) -> None:
    """The viewport as a picture with a palette."""
    drawn(page)
    settled(page)
    page.evaluate("document.fonts.ready")
    page.evaluate(WITHOUT_ITS_FOLDER)
    taken = Image.open(io.BytesIO(page.screenshot(animations="disabled")))
    few = taken.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(TARGET / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
